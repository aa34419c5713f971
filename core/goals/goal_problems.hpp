// What is wrong with a goal table, for the people who wrote it: what was not understood, repeated names,
// cycles, unknown parents, sums without the dates that they need, metrics that nobody knows or that give
// nothing, rows of the activity log that cannot be read. `Goals::problems` finds it.
#pragma once

#include <string>

#include "core/goals/goal.hpp"
#include "core/support/result.hpp"

namespace kakehashi {

/// `row 3: …`, where row 1 holds the headers; without the row if it is the whole table.
std::string problem_text(const GoalProblem& problem, Language language);

}  // namespace kakehashi
