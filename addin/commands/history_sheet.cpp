#include "addin/commands/history_sheet.hpp"

#include <algorithm>
#include <map>

#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>

#include "addin/commands/protection.hpp"
#include "addin/commands/team_workbook.hpp"
#include "addin/sheets/cell_data.hpp"
#include "addin/sheets/write.hpp"
#include "core/table/reading.hpp"
#include "core/workbook/data_sheets.hpp"
#include "core/workbook/sheets.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

std::string text_in(const Any& value) {
    OUString text;
    if (value >>= text) return to_utf8(text);
    double number = 0;
    return (value >>= number) ? format_number(number) : std::string();
}

/// The rows below the headers that hold anything, and where each column is.
struct Standing {
    Reference<css::sheet::XSpreadsheet> sheet;
    css::table::CellRangeAddress area;
    std::map<std::string, sal_Int32> columns;  // of the sheet, by key
    std::vector<report::HistoryKey> rows;
};

Sequence<Sequence<Any>> data_of_rows(const Range& table, sal_Int32 rows) {
    const auto area = Reference<css::sheet::XCellRangeAddressable>(table, UNO_QUERY_THROW)->getRangeAddress();
    const Range cut = table->getCellRangeByPosition(0, 0, area.EndColumn - area.StartColumn, rows - 1);
    return Reference<css::sheet::XCellRangeData>(cut, UNO_QUERY_THROW)->getDataArray();
}

void find_columns(const Sequence<Any>& headers, Standing& standing) {
    for (const workbook::DataColumn& column : workbook::data_sheet(sheet::Part::history).columns)
        for (sal_Int32 i = 0; i < headers.getLength(); ++i) {
            const std::string header = fold_header(text_in(headers[i]));
            if (header == fold_header(column.header.en) || header == fold_header(column.header.ja))
                standing.columns.emplace(std::string(column.key), standing.area.StartColumn + i);
        }
}

Standing read(const Range& table) {
    Standing standing;
    standing.sheet = Reference<css::sheet::XSheetCellRange>(table, UNO_QUERY_THROW)->getSpreadsheet();
    standing.area = Reference<css::sheet::XCellRangeAddressable>(table, UNO_QUERY_THROW)->getRangeAddress();
    const auto cursor = standing.sheet->createCursor();
    Reference<css::sheet::XUsedAreaCursor>(cursor, UNO_QUERY_THROW)->gotoEndOfUsedArea(false);
    const sal_Int32 used =
        Reference<css::sheet::XCellRangeAddressable>(cursor, UNO_QUERY_THROW)->getRangeAddress().EndRow;
    const auto data = data_of_rows(
        table, std::max<sal_Int32>(1, std::min(used, standing.area.EndRow) - standing.area.StartRow + 1));
    find_columns(data[0], standing);
    const auto text = [&](const Sequence<Any>& row, const char* key) {
        const auto found = standing.columns.find(key);
        return found == standing.columns.end() ? std::string()
                                               : text_in(row[found->second - standing.area.StartColumn]);
    };
    for (sal_Int32 row = 1; row < data.getLength(); ++row)
        standing.rows.push_back(
            {text(data[row], "week"), text(data[row], "section"), text(data[row], "figure")});
    while (!standing.rows.empty() && standing.rows.back() == report::HistoryKey{}) standing.rows.pop_back();
    return standing;
}

class Writer {
  public:
    Writer(const Standing& standing, sal_Int32 row) : standing_(standing), row_(row) {}

    void put(const char* key, const std::string& text) {
        if (const auto cell = cell_of(key); cell.is()) set_cell_data(cell, Any(to_uno(text)));
    }
    void put(const char* key, const std::optional<double>& number) {
        if (const auto cell = cell_of(key); cell.is())
            set_cell_data(cell, number ? Any(*number) : Any(OUString()));
    }

  private:
    Range cell_of(const char* key) const {
        const auto found = standing_.columns.find(key);
        if (found == standing_.columns.end()) return {};
        return standing_.sheet->getCellRangeByPosition(found->second, row_, found->second, row_);
    }

    const Standing& standing_;
    sal_Int32 row_;
};

void write_row(const Standing& standing, sal_Int32 row, const HistoryRow& content, bool is_new, double now) {
    Writer writer(standing, row);
    if (is_new) {
        writer.put("week", content.key.week);
        writer.put("section", content.key.section);
        writer.put("figure", content.key.figure);
    }
    writer.put("frozen", std::optional(now));
    writer.put("value", content.value);
    writer.put("target", content.target);
    writer.put("unit", content.unit);
    writer.put("status", content.status);
    writer.put("playbook", content.playbook);
}

}  // namespace

Result<Range> history_table(Session& session) {
    const SpreadsheetDocument document = session.document();
    if (Range table = data_if_any(document, sheet::Part::history); table.is()) return table;
    const sheet::Sheet plan =
        workbook::data_plan(workbook::data_sheet(sheet::Part::history), session.language());
    if (const auto written = session.write(plan, {"Weekly summary", "週次サマリー"}); !written)
        return error_of(written);
    return data_of(document, sheet::Part::history);
}

Result<std::size_t> keep_in_history(const Range& table, const std::vector<HistoryRow>& rows, double now) {
    if (const auto writable = can_be_written(table); !writable) return error_of(writable);
    const Standing standing = read(table);
    for (const char* key : {"week", "section", "figure", "value"})
        if (standing.columns.count(key) == 0) {
            const Text& header = workbook::data_column(sheet::Part::history, key).header;
            return not_available({"The history has no column “" + header.en + "”.",
                                  "週次の記録に「" + header.ja + "」の列がありません。"});
        }
    std::vector<report::HistoryKey> keys;
    for (const HistoryRow& row : rows) keys.push_back(row.key);
    const auto places = report::history_places(standing.rows, keys);
    const sal_Int32 first = standing.area.StartRow + 1;
    sal_Int32 next = first + static_cast<sal_Int32>(standing.rows.size());
    std::size_t added = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool is_new = !places[i];
        write_row(standing, is_new ? next++ : first + static_cast<sal_Int32>(*places[i]), rows[i], is_new,
                  now);
        added += is_new ? 1 : 0;
    }
    return added;
}

}  // namespace kakehashi::addin
