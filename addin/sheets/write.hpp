// Writes a plan into a document: a new sheet, or the one that an earlier writing of the same plan made,
// wherever people have moved or renamed it.
//
// New: styles, widths, merges, notes, validations, named ranges, charts, page, and all contents. How the
// window shows it (`set_view`) is for the caller, after the undo context. Again: each block is found by its
// named range (`_kh_<sheet>_<block>`), its columns and rows by the record beside it (core/sheet/record.hpp).
// Only contents that differ are written. Formats, widths and places of what stands there, people's cells,
// notes, rows, columns and charts' looks are theirs. What was deleted comes back below everything.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "addin/sheets/cells.hpp"
#include "core/sheet/plan.hpp"
#include "core/support/result.hpp"

namespace kakehashi::addin {

/// False: stop; what was written so far is for the caller to take back.
using WriteProgress = std::function<bool(std::size_t done, std::size_t of)>;

struct Written {
    std::string sheet;  // its name, which people may have changed
    bool is_new = false;
    std::size_t changes = 0;  // cells whose content was written, notes and charts changed
};

/// Main thread only, inside the caller's undo context. Never throws. A protected sheet is refused before
/// anything is written. `position`: among the sheets, of a new one; at the end if negative.
Result<Written> write(const SpreadsheetDocument& document, const sheet::Sheet& plan,
                      const WriteProgress& progress = {}, int position = -1);

/// The sheet on which the plan stands; null if there is none.
Spreadsheet find_sheet(const SpreadsheetDocument& document, const sheet::Sheet& plan);

}  // namespace kakehashi::addin
