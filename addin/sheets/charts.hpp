// The charts of a plan: native, their data cells of the sheet, readable in print without colour.
#pragma once

#include "addin/sheets/placed.hpp"

namespace kakehashi::addin {

/// Makes the charts that the sheet does not have; of the others it renews what they show, when that differs:
/// cells, titles, alternative text. Their place, size and look are people's. How many were changed.
std::size_t write_charts(const SpreadsheetDocument& document, const Spreadsheet& sheet,
                         const sheet::Sheet& plan, const std::vector<Placed>& blocks);

}  // namespace kakehashi::addin
