// How far two departments have come with each other, by the total of the survey, and what leads further.
#pragma once

#include <string_view>
#include <vector>

#include "core/support/result.hpp"

namespace kakehashi {

enum class TeamLevel { undefined, defined, aligned, integrated };

/// By lower bound: undefined from 20, defined from 40, aligned from 60, integrated from 80. Err:502 outside
/// 20 … 100.
Result<TeamLevel> level_of(double total);
/// The word that cells show, the same in every language.
std::string_view level_name(TeamLevel level);
/// The steps from this level to the next, in the order to take them; for `integrated`, how to stay there.
const std::vector<Text>& next_steps(TeamLevel level);

}  // namespace kakehashi
