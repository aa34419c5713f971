// What a playbook asks of a table that the table does not have, and what its history says that no playbook
// does.
#pragma once

#include <vector>

#include "core/leads/leads.hpp"
#include "core/playbook/playbook.hpp"

namespace kakehashi {

/// `problems_of(read)`, and every column that the playbook names (in [columns], as a stage's date, in
/// expressions and formulas) but the table of `leads` does not have, and the entries of its history that are
/// ignored. The playbook of `leads` plays no part.
/// In the order of the blocks, by row.
std::vector<PlaybookProblem> problems_with(const ReadPlaybook& read, const Leads& leads);

}  // namespace kakehashi
