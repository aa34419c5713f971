#include "core/table/choice.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

bool listed(std::string_view names, std::string_view folded) {
    while (!names.empty()) {
        const std::size_t end = names.find('|');
        if (fold_header(names.substr(0, end)) == folded) return true;
        if (end == std::string_view::npos) return false;
        names.remove_prefix(end + 1);
    }
    return false;
}

}  // namespace

std::optional<std::string_view> find_choice(std::span<const Choice> choices, std::string_view name) {
    for (const Choice& choice : choices)
        if (choice.name == name) return choice.name;  // the usual case, without folding all of them
    const std::string folded = fold_header(name);
    for (const Choice& choice : choices)
        if (fold_header(choice.name) == folded || listed(choice.also, folded)) return choice.name;
    return std::nullopt;
}

Result<std::size_t> choose(std::span<const Choice> words, std::string_view name, const Text& kind) {
    if (const auto found = find_choice(words, name))
        return static_cast<std::size_t>(std::ranges::find(words, *found, &Choice::name) - words.begin());
    std::string en;
    std::string ja;
    for (const Choice& word : words) {
        en += fmt::format("{}{}", en.empty() ? "" : ", ", word.name);
        ja += fmt::format("{}{}", ja.empty() ? "" : "、", word.name);
    }
    return illegal_argument({fmt::format("\"{}\" is no {}; known are {}.", name, kind.en, en),
                             fmt::format("「{}」という{}はありません。{} が使えます。", name, kind.ja, ja)});
}

}  // namespace kakehashi
