// Paper, header and footer, and what a new sheet shows on screen.
#pragma once

#include "addin/sheets/cells.hpp"

namespace kakehashi::addin {

/// The page style "Kakehashi <id>", made if the document does not have it.
void set_page(const SpreadsheetDocument& document, const Spreadsheet& sheet, const sheet::Sheet& plan);
/// How the window shows a sheet.
struct SheetView {
    Spreadsheet sheet;
    sheet::Position freeze;  // nothing if (0, 0)
    bool grid_lines = true;
};
/// Nothing without a window; the sheet that is shown stays the same. Only outside of undo contexts: when the
/// window turns to another sheet, LibreOffice cuts the open context down to its last hundred steps (measured
/// on 7.4).
void set_view(const SpreadsheetDocument& document, const SheetView& view);

}  // namespace kakehashi::addin
