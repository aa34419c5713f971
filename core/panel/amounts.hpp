// Numbers as they fit into a narrow panel: `¥182M`, `1.8億円`, `41`, `54 %`.
#pragma once

#include <string>
#include <string_view>

#include "core/support/text.hpp"

namespace kakehashi::panel {

/// At most three significant digits behind thousands; English with k, M, B, Japanese with 万, 億, 兆. `unit`
/// is the folded unit of a goal: yen, dollars, euros and pounds get their sign, `%` makes a percentage,
/// others are left out (the goal's name says what is counted).
std::string short_amount(double value, std::string_view unit, Language language);

/// `54 %`, from 0.54; no decimals, since a panel is for a glance.
std::string short_percent(double share);

}  // namespace kakehashi::panel
