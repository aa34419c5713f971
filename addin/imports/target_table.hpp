// The table of a workbook that is imported into: where it is, what it holds, and how to make room in it.
#pragma once

#include <memory>

#include "addin/commands/session.hpp"
#include "addin/range_source.hpp"
#include "core/imports/merge.hpp"
#include "core/playbook/playbook.hpp"

namespace kakehashi::addin {

class TargetTable {
  public:
    /// The table of that part. An error if there is none, or if its sheet is protected.
    static Result<TargetTable> find(const SpreadsheetDocument& document, sheet::Part part);

    const imports::TableShape& shape() const { return shape_; }
    imports::TableShape& shape() { return shape_; }
    const imports::Present& present() const { return present_; }
    const std::shared_ptr<const Table>& table() const { return present_.table; }
    std::string sheet_name() const;

    /// `rows` more rows and columns up to `columns` become part of the table: its name, and what refers to
    /// it, reach so far. An error if the sheet is too small.
    Result<void> make_room(std::size_t rows, std::size_t columns);

    /// Cells of the table, rows counted below the headers (-1: the headers).
    Range cells(std::size_t first_column, std::ptrdiff_t first_row, std::size_t columns,
                std::size_t rows) const;

  private:
    SpreadsheetDocument document_;
    sheet::Part part_ = sheet::Part::leads;
    Range sheet_;
    css::table::CellRangeAddress place_;  // as the table's name or handle says
    imports::TableShape shape_;
    imports::Present present_;
};

/// The headers of the table of that part, with the errors of `TargetTable::find`; reads no row.
Result<imports::TableShape> shape_of(const SpreadsheetDocument& document, sheet::Part part);

/// The playbook of the workbook as it stands on its sheet.
struct PlaybookSheet {
    Range cells;  // null: the workbook has none, or it is a file
    Grid grid;
    Playbook playbook;
};
PlaybookSheet playbook_sheet(const SpreadsheetDocument& document);

/// How the document's locale reads texts, and its day 0.
ReadingLocale document_locale(const SpreadsheetDocument& document);

}  // namespace kakehashi::addin
