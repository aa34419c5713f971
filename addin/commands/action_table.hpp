// The actions people agreed on, as they stand on the sheet of the weekly summary.
#pragma once

#include <vector>

#include "addin/handle_cells.hpp"
#include "core/report/actions.hpp"

namespace kakehashi::addin {

/// One per row of the table. `table`: the rows below its headings.
std::vector<report::Action> read_actions(const Range& table);
/// Puts them into the first rows and empties the others; cells that say it already are not touched. More
/// actions than rows do not come up: they were read from these rows.
void write_actions(const Range& table, const std::vector<report::Action>& actions);

}  // namespace kakehashi::addin
