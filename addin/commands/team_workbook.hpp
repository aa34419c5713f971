// Where things are in the workbook of a team: by the named ranges of core/sheet/parts.hpp, and in workbooks
// that people made themselves by the only cell that holds the handle in question.
#pragma once

#include <optional>
#include <vector>

#include "addin/handle_cells.hpp"
#include "core/sheet/parts.hpp"
#include "core/support/result.hpp"

namespace kakehashi::addin {

/// The cells a name of the document stands for, a whole-column range cut at nothing; null if there is no
/// such name, or it is no range.
Range named_cells(const SpreadsheetDocument& document, std::string_view name);

/// The cell that holds LEAD.TABLE, PLAYBOOK.READ, GOAL.TABLE or LEAD.HISTORY for that part. The message of
/// the error says what to do: make the cell, or give one of several the name.
Result<Range> handle_cell(const SpreadsheetDocument& document, sheet::Part part);
/// The same for callers that have searched the document themselves: `found` are all its handle cells.
Result<Range> handle_cell(const SpreadsheetDocument& document, sheet::Part part,
                          const std::vector<Range>& found);
/// The same, null where there is none or more than one: for what a command can do without.
Range handle_cell_if_any(const SpreadsheetDocument& document, sheet::Part part);

/// The table of that part, headers included: what the part's name says, else what its handle cell reads.
Result<Range> data_of(const SpreadsheetDocument& document, sheet::Part part);
/// The same where the handle cell is known; null where it reads no range.
Range data_behind(const SpreadsheetDocument& document, sheet::Part part, const Range& handle);
/// The same, null where there is none.
Range data_if_any(const SpreadsheetDocument& document, sheet::Part part);

/// The sheet of a part, by its data, its handle or its name in either language; null if there is none.
Range sheet_of_part(const SpreadsheetDocument& document, sheet::Part part);

/// The language a team workbook was made in: what the name KakehashiLanguage shows (`ja`, `en`), else by the
/// names of its sheets. Nothing if it is no team workbook.
std::optional<Language> language_of(const SpreadsheetDocument& document);

}  // namespace kakehashi::addin
