// What an outcome expression is made of, down to the columns of the table.
#pragma once

#include <cstddef>
#include <set>
#include <string_view>

namespace kakehashi {

class Leads;

/// The table's columns in the expression, in the expressions of the playbook that it uses (outcomes,
/// definitions, segments, stages), and in those that they use. A blank expression stands for the known
/// outcomes.
std::set<std::size_t> outcome_columns(const Leads& leads, std::string_view expression);

}  // namespace kakehashi
