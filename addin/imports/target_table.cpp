#include "addin/imports/target_table.hpp"

#include <algorithm>

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/CellDeleteMode.hpp>
#include <com/sun/star/sheet/CellInsertMode.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeMovement.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XNamedRange.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/util/Date.hpp>
#include <fmt/format.h>

#include "addin/commands/protection.hpp"
#include "addin/commands/team_workbook.hpp"
#include "addin/environment.hpp"
#include "core/playbook/blocks.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

constexpr sal_Int16 formula_cells = 16;  // com::sun::star::sheet::CellFlags::FORMULA

Range sheet_of(const Range& range) {
    return {Reference<css::sheet::XSheetCellRange>(range, UNO_QUERY_THROW)->getSpreadsheet(),
            UNO_QUERY_THROW};
}

Reference<css::sheet::XNamedRange> name_of(const SpreadsheetDocument& document, std::string_view name) {
    const Reference<css::beans::XPropertySet> properties(document, UNO_QUERY_THROW);
    const Reference<css::container::XNameAccess> all(properties->getPropertyValue("NamedRanges"),
                                                     UNO_QUERY_THROW);
    if (name.empty() || !all->hasByName(to_uno(name))) return {};
    return {all->getByName(to_uno(name)), UNO_QUERY};
}

sal_Int32 rows_of_sheet(const Range& sheet) {
    return address_of(sheet).EndRow + 1;
}
sal_Int32 columns_of_sheet(const Range& sheet) {
    return address_of(sheet).EndColumn + 1;
}

imports::TableShape shape_of(const Table& table) {
    imports::TableShape shape;
    for (std::size_t column = 0; column < table.columns(); ++column)
        shape.headers.emplace_back(trim(table.header(column)));
    while (!shape.headers.empty() && shape.headers.back().empty()) shape.headers.pop_back();
    return shape;
}

OUString absolute_address(const Range& range) {
    const Reference<css::beans::XPropertySet> properties(range, UNO_QUERY_THROW);
    OUString text;
    properties->getPropertyValue("AbsoluteName") >>= text;
    return text;
}

}  // namespace

Result<TargetTable> TargetTable::find(const SpreadsheetDocument& document, sheet::Part part) {
    const auto range = data_of(document, part);
    if (!range) return error_of(range);
    if (auto writable = can_be_written(*range); !writable) return error_of(writable);
    TargetTable result;
    result.document_ = document;
    result.part_ = part;
    result.sheet_ = sheet_of(*range);
    result.place_ = address_of(*range);
    result.present_.null_date = document_locale(document).null_date;
    const auto table = std::make_shared<const Table>(range_source(*range, document_locale(document)));
    result.shape_ = shape_of(*table);
    result.present_.table = table;
    const Bitmap& filled = table->present();
    for (std::size_t row = table->rows(); row-- > 0 && result.present_.rows == 0;)
        if (filled.test(row)) result.present_.rows = row + 1;
    const Range sheet = result.sheet_;
    const css::table::CellRangeAddress at = result.place_;
    const std::size_t rows = result.present_.rows;
    result.present_.formulas = [sheet, at, rows](std::size_t column) {
        Bitmap formulas(rows);
        if (rows == 0) return formulas;
        const auto x = at.StartColumn + static_cast<sal_Int32>(column);
        const Range cells =
            sheet->getCellRangeByPosition(x, at.StartRow + 1, x, at.StartRow + static_cast<sal_Int32>(rows));
        const auto found =
            Reference<css::sheet::XCellRangesQuery>(cells, UNO_QUERY_THROW)->queryContentCells(formula_cells);
        for (const css::table::CellRangeAddress& range_of : found->getRangeAddresses())
            for (sal_Int32 row = range_of.StartRow; row <= range_of.EndRow; ++row)
                formulas.set(static_cast<std::size_t>(row - at.StartRow - 1));
        return formulas;
    };
    return result;
}

Result<imports::TableShape> shape_of(const SpreadsheetDocument& document, sheet::Part part) {
    const auto range = data_of(document, part);
    if (!range) return error_of(range);
    if (auto writable = can_be_written(*range); !writable) return error_of(writable);
    return shape_of(Table(range_source(*range, document_locale(document))));
}

std::string TargetTable::sheet_name() const {
    return addin::sheet_name(sheet_);
}

Result<void> TargetTable::make_room(std::size_t rows, std::size_t columns) {
    const auto needed_row = place_.StartRow + static_cast<sal_Int32>(present_.rows + rows);
    const auto needed_column = place_.StartColumn + static_cast<sal_Int32>(columns) - 1;
    if (needed_row >= rows_of_sheet(sheet_) || needed_column >= columns_of_sheet(sheet_))
        return illegal_argument(
            {fmt::format("The sheet {} holds {} rows and {} columns; this import needs more.", sheet_name(),
                         rows_of_sheet(sheet_), columns_of_sheet(sheet_)),
             fmt::format("シート「{}」は {} 行 {} 列までです。取り込むデータが入りきりません。", sheet_name(),
                         rows_of_sheet(sheet_), columns_of_sheet(sheet_))});
    if (needed_row <= place_.EndRow && needed_column <= place_.EndColumn) return {};
    css::table::CellRangeAddress wider = place_;
    wider.EndRow = std::max(wider.EndRow, needed_row);
    wider.EndColumn = std::max(wider.EndColumn, needed_column);
    if (const auto name = name_of(document_, sheet::names_of(part_).data); name.is()) {
        name->setContent(absolute_address(sheet_->getCellRangeByPosition(wider.StartColumn, wider.StartRow,
                                                                         wider.EndColumn, wider.EndRow)));
        place_ = wider;
        return {};
    }
    // A handle that refers to plain cells: what is inserted before their last row and column becomes part of
    // every reference; then the last ones go back to where they were.
    const Reference<css::sheet::XCellRangeMovement> movement(sheet_, UNO_QUERY_THROW);
    const auto grow = [&](bool down) {
        css::table::CellRangeAddress last = place_;
        sal_Int32& first = down ? last.StartRow : last.StartColumn;
        const sal_Int32 end = down ? last.EndRow : last.EndColumn;
        const sal_Int32 more = down ? wider.EndRow - place_.EndRow : wider.EndColumn - place_.EndColumn;
        if (more == 0) return;
        first = end;
        css::table::CellRangeAddress gap = last;
        (down ? gap.EndRow : gap.EndColumn) = end + more - 1;
        movement->insertCells(gap, down ? css::sheet::CellInsertMode_DOWN : css::sheet::CellInsertMode_RIGHT);
        css::table::CellRangeAddress moved = last;
        (down ? moved.StartRow : moved.StartColumn) = end + more;
        (down ? moved.EndRow : moved.EndColumn) = end + more;
        movement->copyRange({last.Sheet, last.StartColumn, last.StartRow}, moved);
        const Range old =
            sheet_->getCellRangeByPosition(moved.StartColumn, moved.StartRow, moved.EndColumn, moved.EndRow);
        css::uno::Sequence<css::uno::Sequence<css::uno::Any>> blank(moved.EndRow - moved.StartRow + 1);
        for (auto& row : blank) {
            row.realloc(moved.EndColumn - moved.StartColumn + 1);
            for (auto& cell : row) cell <<= OUString();
        }
        Reference<css::sheet::XCellRangeData>(old, UNO_QUERY_THROW)->setDataArray(blank);
        (down ? place_.EndRow : place_.EndColumn) = end + more;
    };
    grow(true);
    grow(false);
    return {};
}

Range TargetTable::cells(std::size_t first_column, std::ptrdiff_t first_row, std::size_t columns,
                         std::size_t rows) const {
    const auto x = place_.StartColumn + static_cast<sal_Int32>(first_column);
    const auto y = place_.StartRow + 1 + static_cast<sal_Int32>(first_row);
    return sheet_->getCellRangeByPosition(x, y, x + static_cast<sal_Int32>(columns) - 1,
                                          y + static_cast<sal_Int32>(rows) - 1);
}

PlaybookSheet playbook_sheet(const SpreadsheetDocument& document) {
    PlaybookSheet result;
    const Range cells = data_if_any(document, sheet::Part::playbook);
    if (!cells.is()) return result;
    const ReadingLocale locale = document_locale(document);
    const auto source = range_source(cells, locale);
    result.grid = source->read_rows(source->rows());
    result.playbook = read_blocks(result.grid, locale).playbook;
    result.cells = cells;
    return result;
}

ReadingLocale document_locale(const SpreadsheetDocument& document) {
    const Reference<css::beans::XPropertySet> properties(document, UNO_QUERY_THROW);
    css::lang::Locale locale;
    properties->getPropertyValue("CharLocale") >>= locale;
    css::util::Date null_date;
    properties->getPropertyValue("NullDate") >>= null_date;
    ReadingLocale reading = reading_locale(locale);
    reading.null_date = days_after_1899(null_date);
    return reading;
}

}  // namespace kakehashi::addin
