#include "addin/commands/hand_off_record.hpp"

#include <algorithm>

#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <fmt/format.h>

#include "addin/commands/protection.hpp"
#include "addin/commands/team_workbook.hpp"
#include "addin/sheets/cell_data.hpp"
#include "core/support/thousands.hpp"
#include "core/workbook/data_sheets.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using sheet::Part;

void put(const Range& range, sal_Int32 column, sal_Int32 row, const CellValue& value) {
    const auto cell = range->getCellByPosition(column, row);
    if (const double* number = std::get_if<double>(&value)) put_cell_data(cell, css::uno::Any(*number));
    if (const std::string* text = std::get_if<std::string>(&value))
        put_cell_data(cell, css::uno::Any(to_uno(*text)));
}

/// The record's columns by their keys, under the headers of either language.
std::map<std::string, sal_Int32> columns_of(const Range& record) {
    std::map<std::string, sal_Int32> result;
    const auto at = address_of(record);
    const auto headers =
        Reference<css::sheet::XCellRangeData>(
            record->getCellRangeByPosition(0, 0, at.EndColumn - at.StartColumn, 0), UNO_QUERY_THROW)
            ->getDataArray();
    for (sal_Int32 column = 0; column < headers[0].getLength(); ++column) {
        OUString text;
        headers[0][column] >>= text;
        const std::string folded = fold_header(to_utf8(text));
        for (const workbook::DataColumn& known : workbook::data_sheet(Part::handoffs).columns)
            if (fold_header(known.header.en) == folded || fold_header(known.header.ja) == folded)
                result.emplace(std::string(known.key), column);
    }
    return result;
}

/// The first row below everything that stands in the record, within its range.
sal_Int32 first_free_row(const Range& record) {
    const Reference<css::sheet::XSheetCellRange> on_sheet(record, UNO_QUERY_THROW);
    const Reference<css::sheet::XUsedAreaCursor> cursor(on_sheet->getSpreadsheet()->createCursor(),
                                                        UNO_QUERY_THROW);
    cursor->gotoEndOfUsedArea(false);
    const auto end = address_of(Range(cursor, UNO_QUERY_THROW)).EndRow;
    const auto at = address_of(record);
    sal_Int32 last = std::min(end, at.EndRow) - at.StartRow;
    for (; last > 0; --last) {
        const auto cells =
            Reference<css::sheet::XCellRangeData>(
                record->getCellRangeByPosition(0, last, at.EndColumn - at.StartColumn, last), UNO_QUERY_THROW)
                ->getDataArray();
        const bool filled = std::any_of(cells[0].begin(), cells[0].end(), [](const css::uno::Any& cell) {
            OUString text;
            return !(cell >>= text) || !text.isEmpty();
        });
        if (filled) break;
    }
    return last + 1;
}

void write_cells(const Range& record, const std::map<std::string, sal_Int32>& columns, sal_Int32 row,
                 const handoff::RecordCells& cells) {
    for (const auto& [key, value] : cells)
        if (const auto column = columns.find(key); column != columns.end())
            put(record, column->second, row, value);
}

/// What somebody works out with a formula is not for us to overwrite.
Result<void> no_formulas(const Range& list, const RoleColumns& columns, const handoff::Record& record) {
    for (const handoff::LeadChange& change : record.leads) {
        const auto column = columns.find(change.role);
        if (column == columns.end()) continue;
        const auto row = static_cast<sal_Int32>(change.row) + 1;
        const Range cell = list->getCellRangeByPosition(column->second, row, column->second, row);
        if (cell->getCellByPosition(0, 0)->getType() != css::table::CellContentType_FORMULA) continue;
        const std::string at = address_text(cell);
        return illegal_argument({fmt::format("{} holds a formula, so nothing was changed.", at),
                                 fmt::format("{} に数式があるため、何も変更していません。", at)});
    }
    return {};
}

}  // namespace

RoleColumns role_columns(const Leads& leads) {
    RoleColumns columns;
    for (std::size_t i = 0; i < role_count; ++i)
        if (const auto index = leads.role_index(static_cast<Role>(i)))
            columns.emplace(static_cast<Role>(i), static_cast<sal_Int32>(*index));
    return columns;
}

Result<void> write_record(const SpreadsheetDocument& document, const Range& list, const RoleColumns& columns,
                          const handoff::Record& record) {
    if (auto writable = can_be_written(list); !writable) return writable;
    if (auto free = no_formulas(list, columns, record); !free) return free;
    const Range book = data_if_any(document, Part::handoffs);
    if (book.is() && (!record.added.empty() || !record.updated.empty())) {
        if (auto writable = can_be_written(book); !writable) return writable;
        const auto places = columns_of(book);
        for (const handoff::RecordUpdate& update : record.updated)
            write_cells(book, places, static_cast<sal_Int32>(update.row) + 1, update.cells);
        sal_Int32 row = record.added.empty() ? 0 : first_free_row(book);
        for (const handoff::RecordCells& cells : record.added) write_cells(book, places, row++, cells);
    }
    for (const handoff::LeadChange& change : record.leads) {
        const auto column = columns.find(change.role);
        if (column == columns.end()) continue;
        const auto row = static_cast<sal_Int32>(change.row) + 1;
        if (change.value == CellValue{})
            put_cell_data(list->getCellByPosition(column->second, row), {});
        else
            put(list, column->second, row, change.value);
    }
    return {};
}

Text summary_of(const handoff::Record& record, const Text& done) {
    constexpr std::size_t most = 5;
    Text result = done;
    for (std::size_t i = 0; i < std::min(most, record.left_alone.size()); ++i) {
        result.en += "\n" + record.left_alone[i].en;
        result.ja += "\n" + record.left_alone[i].ja;
    }
    if (record.left_alone.size() > most) {
        const std::string more = thousands(record.left_alone.size() - most);
        result.en += fmt::format("\n… and {} more that were left alone.", more);
        result.ja += fmt::format("\nほか {} 件は変更していません。", more);
    }
    return result;
}

}  // namespace kakehashi::addin
