// What is wrong with a goal table, for the people who wrote it.
#pragma once

#include <string>
#include <vector>

#include "core/goals/goal.hpp"
#include "core/support/result.hpp"

namespace kakehashi {

class Goals;

/// What was not understood, repeated names, cycles, unknown parents, sums without the dates that they need,
/// metrics that nobody knows, rows of the activity log that cannot be read. In the order of the table, the
/// table as a whole first.
std::vector<GoalProblem> problems_of(const Goals& goals);

/// `row 3: …`, where row 1 holds the headers; without the row if it is the whole table.
std::string problem_text(const GoalProblem& problem, Language language);

}  // namespace kakehashi
