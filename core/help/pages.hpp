// The pages of the help: one per function, one per command, and the guides. The build makes them of the
// catalogues (addin/generate/help) and puts them into the package; there a page is
// `help/en/FUNNEL.RATE.html`.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/functions/function.hpp"

namespace kakehashi::help {

/// Pages that are neither of a function nor of a command, in the order of the contents page. `index` is that
/// page itself and is not among them.
std::span<const std::string_view> guides();

/// The file of the page about a function (`FUNNEL.RATE`), a command (`handOff`) or a guide (`panel`); case
/// ignored. The contents page if the topic is empty; nothing if there is no such page.
std::optional<std::string> page_of(std::string_view topic);

/// The first of our functions that a formula calls, as Calc shows it (`=ROUND(FUNNEL.RATE(A1;"MQL");2)`).
/// Null if it calls none.
const Function* function_in(std::string_view formula);

}  // namespace kakehashi::help
