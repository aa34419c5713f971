#include "addin/messages.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace kakehashi::addin {

std::string shown(ErrorCode code) {
    switch (static_cast<int>(code)) {
        case 503:
            return "#NUM!";
        case 519:
            return "#VALUE!";
        case 524:
            return "#REF!";
        case 525:
            return "#NAME?";
        case 532:
            return "#DIV/0!";
        case 32767:
            return "#N/A";
        default:
            return fmt::format("Err:{}", static_cast<int>(code));
    }
}

std::string Message::text(Language language) const {
    return fmt::format("{}: {}: {}", function, shown(error.code), error.message.in(language));
}

Messages& Messages::instance() {
    // Never destroyed: documents may still be closing when the process ends.
    static Messages& messages = *new Messages;
    return messages;
}

void Messages::record(std::string_view function, std::string arguments, const CellError& error) {
    const std::lock_guard lock(mutex_);
    const auto same = std::ranges::find_if(messages_, [&](const Message& message) {
        return message.function == function && message.arguments == arguments && message.error == error;
    });
    if (same != messages_.end()) messages_.erase(same);
    messages_.push_front(
        {std::string(function), std::move(arguments), error, std::chrono::system_clock::now()});
    if (messages_.size() > capacity) messages_.pop_back();
}

std::size_t Messages::size() const {
    const std::lock_guard lock(mutex_);
    return messages_.size();
}

Message Messages::at(std::size_t index) const {
    const std::lock_guard lock(mutex_);
    return index < messages_.size() ? messages_[index] : Message{};
}

}  // namespace kakehashi::addin
