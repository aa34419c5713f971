// How goals look on our sheets: formats, and words that are read without colour.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/goals/standing.hpp"
#include "core/report/facts.hpp"
#include "core/sheet/plan.hpp"
#include "core/support/text.hpp"

namespace kakehashi::report {

/// In the order of the board.
inline constexpr std::array goal_layers{GoalLayer::shared, GoalLayer::department, GoalLayer::activity};
Text layer_name(GoalLayer layer);
/// Shape and word.
Text status_words(GoalStatus status);
/// By the goal's unit; sums are counted in whole numbers.
sheet::Format format_of(const GoalFact& goal);
/// Of a unit that is a currency, however it is written: `¥`, `JPY`. Empty for other units.
std::string currency_symbol(std::string_view unit);
std::string currency_code(std::string_view unit);
/// The name as it stands in one line beside a bar: of a long one the beginning and the end, which tell it
/// from others.
std::string short_name(std::string_view name);

}  // namespace kakehashi::report
