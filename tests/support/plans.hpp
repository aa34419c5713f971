// Sheets of a new team workbook, as their functions read them.
#pragma once

#include <vector>

#include "core/sheet/parts.hpp"
#include "core/sheet/plan.hpp"
#include "core/table/table.hpp"

namespace kakehashi::test {

/// Throws std::out_of_range if there is none.
const sheet::Sheet& plan_of(const std::vector<sheet::Sheet>& workbook, sheet::Part part, Language language);

/// What stands on the sheet from the header row on, as the named range of its table has it; formulas are
/// blank, those are for the office tests.
Grid table_of(const sheet::Sheet& plan);

}  // namespace kakehashi::test
