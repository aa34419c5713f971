// The sheet that shows what the data check found: how many of each kind, then each with a link to its cell.
#pragma once

#include <span>

#include "core/checks/finding.hpp"
#include "core/sheet/plan.hpp"
#include "core/table/instant.hpp"

namespace kakehashi::checks {

/// Where a table stands in the document: the sheet, and the cell of its first header, from 0.
struct TablePlace {
    sheet::Part part;
    std::string sheet;
    int column = 0;
    int header_row = 0;
};

/// `$'Q1''s leads'.C17` without the `$`: as links and people write it. Quotes only where needed.
std::string cell_address(std::string_view sheet, int column, int row);

/// `now`: when it was checked.
sheet::Sheet findings_sheet(const Findings& findings, std::span<const TablePlace> places, Language language,
                            Instant now);

}  // namespace kakehashi::checks
