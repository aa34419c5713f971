// Arguments that are one of a few words: measures, models, components.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "core/playbook/form.hpp"
#include "core/support/result.hpp"

namespace kakehashi {

/// The index of the word in `words`, by `fold_header`, Japanese names too. Err:502, naming them all, if it is
/// none of them; `kind` says what it should be ("measure", 「指標」).
Result<std::size_t> choose(std::span<const Choice> words, std::string_view name, const Text& kind);

}  // namespace kakehashi
