// The goal table: one row per goal, columns by their headers in English or Japanese.
#pragma once

#include <vector>

#include "core/goals/goal.hpp"
#include "core/support/result.hpp"

namespace kakehashi {

class Table;
struct Playbook;

struct GoalTable {
    std::vector<Goal> goals;  // rows with a name, in the order of the table
    std::vector<GoalProblem> problems;
};

/// A cell that is blank, an error or not understood counts as blank; the last is reported. Where `better` or
/// `unit` is blank, the playbook's metric of the goal says it. #N/A if no column is known to hold the goals'
/// names.
Result<GoalTable> read_goal_table(const Table& table, const Playbook& playbook);

}  // namespace kakehashi
