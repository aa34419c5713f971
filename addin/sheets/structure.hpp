// Finds the blocks of a plan on a sheet and makes room for what is missing: rows and columns are inserted or
// taken away, nothing is written into cells yet, except that rows that the plan has no more are emptied.
#pragma once

#include <vector>

#include "addin/sheets/names.hpp"
#include "addin/sheets/placed.hpp"

namespace kakehashi::addin {

/// Blocks that cannot be found come below everything. Throws if LibreOffice refuses to insert rows.
std::vector<Placed> place_again(const SpreadsheetDocument& document, const Spreadsheet& sheet,
                                const sheet::Sheet& plan, const Names& names);

}  // namespace kakehashi::addin
