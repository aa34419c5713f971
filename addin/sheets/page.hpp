// Paper, header and footer, and what a new sheet shows on screen.
#pragma once

#include "addin/sheets/cells.hpp"

namespace kakehashi::addin {

/// The page style "Kakehashi <id>", made if the document does not have it.
void set_page(const SpreadsheetDocument& document, const Spreadsheet& sheet, const sheet::Sheet& plan);
/// Frozen columns and rows, grid lines; nothing without a window. The sheet that is shown stays the same.
void set_view(const SpreadsheetDocument& document, const Spreadsheet& sheet, const sheet::Sheet& plan);

}  // namespace kakehashi::addin
