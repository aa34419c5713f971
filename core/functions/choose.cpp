#include "core/functions/choose.hpp"

#include <algorithm>
#include <string>

#include <fmt/format.h>

namespace kakehashi {

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
