#include "addin/handles.hpp"

#include <algorithm>
#include <random>
#include <vector>

namespace kakehashi::addin {
namespace {

constexpr std::string_view mark = " · r";

std::string base36(std::uint64_t number) {
    static constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    std::string text;
    do {
        text.insert(text.begin(), digits[number % 36]);
        number /= 36;
    } while (number != 0);
    return text;
}

/// Unique in this process, and (by a random beginning of fixed width) across sessions: a saved file may hold
/// any.
std::string new_token() {
    static const std::string session = [] {
        const std::string text = base36(std::random_device{}());
        return std::string(7 - text.size(), '0') + text;
    }();
    static std::uint64_t count = 0;
    return session + base36(++count);
}

const Range* source_of(const Handles::Entry& entry) {
    return entry.arguments.empty() ? nullptr : std::get_if<Range>(&entry.arguments.front());
}

}  // namespace

std::optional<std::string> token_of(std::string_view text) {
    const std::size_t at = text.rfind(mark);
    if (at == std::string_view::npos) return std::nullopt;
    const std::string_view token = text.substr(at + mark.size());
    const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); };
    if (token.size() < 8 || token.size() > 20 || !std::ranges::all_of(token, is_digit)) return std::nullopt;
    return std::string(token);
}

std::string Handles::keep(const Function& function, const RawArguments& arguments, const Handle& handle) {
    const std::string token = new_token();
    forget_older(*keep_as(token, function, arguments, handle.object));
    limit();
    return handle.text + std::string(mark) + token;
}

std::shared_ptr<Handles::Entry> Handles::keep_as(const std::string& token, const Function& function,
                                                 const RawArguments& arguments, const Object& object) {
    auto entry = std::make_shared<Entry>(Entry{&function, arguments, object, 0, ++clock_});
    entries_[token] = entry;
    return entry;
}

std::shared_ptr<Handles::Entry> Handles::find(const std::string& token) {
    const auto found = entries_.find(token);
    if (found == entries_.end()) return nullptr;
    found->second->last_use = ++clock_;
    return found->second;
}

std::shared_ptr<const Handles::Entry> Handles::behind(const Object& object) const {
    for (const auto& [token, entry] : entries_)
        if (entry->object == object) return entry;
    return nullptr;
}

void Handles::forget_older(const Entry& newest) {
    const Range* const source = source_of(newest);
    if (source == nullptr || !source->is()) return;
    std::erase_if(entries_, [&](const auto& item) {
        Entry& entry = *item.second;
        if (&entry == &newest || entry.in_use > 0 || entry.function != newest.function) return false;
        const Range* const other = source_of(entry);
        if (other == nullptr || !other->is()) return false;
        try {
            if (same_place(address_of(*source), address_of(*other))) entry.object.reset();
        } catch (const css::uno::RuntimeException&) {
            return true;  // its sheet is gone
        }
        return false;
    });
}

void Handles::limit() {
    std::vector<std::pair<std::uint64_t, std::string>> by_age;
    std::size_t loaded = 0;
    for (const auto& [token, entry] : entries_) {
        loaded += entry->object.has_value() ? 1 : 0;
        if (entry->in_use == 0) by_age.emplace_back(entry->last_use, token);
    }
    if (entries_.size() <= most_tokens && loaded <= most_loaded) return;
    std::ranges::sort(by_age);
    for (const auto& [age, token] : by_age) {
        if (entries_.size() <= most_tokens && loaded <= most_loaded) return;
        const auto entry = entries_.find(token);
        if (entry->second->object && loaded > most_loaded) {
            entry->second->object.reset();
            --loaded;
        }
        if (entries_.size() > most_tokens) entries_.erase(entry);
    }
}

}  // namespace kakehashi::addin
