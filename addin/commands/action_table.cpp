#include "addin/commands/action_table.hpp"

#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>

#include "addin/sheets/cell_data.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

Sequence<Sequence<Any>> data_of(const Range& range) {
    return Reference<css::sheet::XCellRangeData>(range, UNO_QUERY_THROW)->getDataArray();
}

std::string text_in(const Sequence<Any>& row, int column) {
    if (column >= row.getLength()) return {};
    OUString text;
    if (row[column] >>= text) return to_utf8(text);
    double number = 0;
    return (row[column] >>= number) ? format_number(number) : std::string();
}

void put(const Range& table, int column, sal_Int32 row, const Any& value) {
    const auto area = Reference<css::sheet::XCellRangeAddressable>(table, UNO_QUERY_THROW)->getRangeAddress();
    if (column > area.EndColumn - area.StartColumn) return;
    const Range cell = table->getCellRangeByPosition(column, row, column, row);
    set_cell_data(cell, value);
}

}  // namespace

std::vector<report::Action> read_actions(const Range& table) {
    const auto data = data_of(table);
    std::vector<report::Action> actions;
    for (const Sequence<Any>& row : data) {
        report::Action action;
        action.what = text_in(row, report::action_columns.what);
        action.who = text_in(row, report::action_columns.who);
        if (report::action_columns.until < row.getLength() &&
            !(row[report::action_columns.until] >>= action.until_day))
            action.until_text = text_in(row, report::action_columns.until);
        action.since = text_in(row, report::action_columns.since);
        action.done = text_in(row, report::action_columns.done);
        actions.push_back(std::move(action));
    }
    return actions;
}

void write_actions(const Range& table, const std::vector<report::Action>& actions) {
    const sal_Int32 rows = data_of(table).getLength();
    for (sal_Int32 row = 0; row < rows; ++row) {
        const auto i = static_cast<std::size_t>(row);
        const report::Action action = i < actions.size() ? actions[i] : report::Action{};
        const auto text = [](const std::string& value) { return Any(to_uno(value)); };
        put(table, report::action_columns.what, row, text(action.what));
        put(table, report::action_columns.who, row, text(action.who));
        put(table, report::action_columns.until, row,
            action.until_day != 0 ? Any(action.until_day) : text(action.until_text));
        put(table, report::action_columns.since, row, text(action.since));
        put(table, report::action_columns.done, row, text(action.done));
    }
}

}  // namespace kakehashi::addin
