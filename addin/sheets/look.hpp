// How cells of ours look that were not there before: styles, merges, heights, widths, and what may be
// entered.
#pragma once

#include <vector>

#include "addin/sheets/placed.hpp"
#include "addin/sheets/styles.hpp"

namespace kakehashi::addin {

void set_looks(const SpreadsheetDocument& document, const Spreadsheet& sheet, const sheet::Sheet& plan,
               const std::vector<Placed>& blocks, CellStyles& styles);
void set_widths(const Spreadsheet& sheet, const std::vector<double>& widths_mm);
/// Of new blocks; of others only lists that say something else than before.
void set_validations(const Spreadsheet& sheet, const sheet::Sheet& plan, const std::vector<Placed>& blocks);

}  // namespace kakehashi::addin
