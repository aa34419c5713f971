// Texts that are one of a few words: measures, models, outcomes, sides.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "core/support/result.hpp"

namespace kakehashi {

/// One of the few words that may stand somewhere, and what else people write for it (separated by `|`).
struct Choice {
    std::string_view name;
    std::string_view also;
};

/// The choice as the contract writes it, by `fold_header`; nothing if there is none of that name.
std::optional<std::string_view> find_choice(std::span<const Choice> choices, std::string_view name);
/// The index of the word in `words`. Err:502, naming them all, if it is none of them; `kind` says what it
/// should be ("measure", 「指標」).
Result<std::size_t> choose(std::span<const Choice> words, std::string_view name, const Text& kind);

}  // namespace kakehashi
