#include "core/commands/request.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace kakehashi::commands {
namespace {

std::string decoded(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned char byte = 0;
        const char* const digits = text.data() + i + 1;
        if (text[i] == '%' && i + 2 < text.size() &&
            std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2) {
            result += static_cast<char>(byte);
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

/// Takes off what stands before the first of the separators.
std::string_view cut(std::string_view& rest, std::string_view separators) {
    const std::size_t end = std::min(rest.find_first_of(separators), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

std::string names_of(std::span<const Argument> arguments) {
    std::string text;
    for (const Argument& argument : arguments) text += fmt::format("{}, ", argument.id);
    return text;
}

bool is_known(const Command& command, std::string_view id) {
    // `cancelAfter` (a number of progress steps) is for tests of what a cancelled command leaves behind.
    const auto common = common_arguments(command.works);
    return std::ranges::find(command.arguments, id, &Argument::id) != command.arguments.end() ||
           std::ranges::find(common, id, &Argument::id) != common.end() || id == "cancelAfter";
}

}  // namespace

Result<Request> parse_request(std::string_view text) {
    Request request;
    const std::string id = decoded(cut(text, "?&"));
    request.command = find(id);
    if (request.command == nullptr)
        return illegal_argument({fmt::format("There is no command “{}”.", id),
                                 fmt::format("「{}」というコマンドはありません。", id)});
    while (!text.empty()) {
        std::string_view part = cut(text, "&");
        if (part.empty()) continue;
        std::string name = decoded(cut(part, "="));
        request.arguments.insert_or_assign(std::move(name), decoded(part));
    }
    return request;
}

Result<Request> checked(Request request) {
    for (const auto& [id, value] : request.arguments) {
        if (is_known(*request.command, id)) continue;
        std::string known =
            names_of(request.command->arguments) + names_of(common_arguments(request.command->works));
        known.resize(known.size() - 2);
        return illegal_argument(
            {fmt::format("The command “{}” has no argument “{}”; it takes {}.", request.command->id, id,
                         known),
             fmt::format("コマンド「{}」に引数「{}」はありません。指定できるのは {} です。",
                         request.command->id, id, known)});
    }
    return request;
}

}  // namespace kakehashi::commands
