// Formulas to Values: a copy for people without Kakehashi keeps its figures.
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/FormulaResult.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/XCell.hpp>
#include <com/sun/star/text/XText.hpp>
#include <fmt/format.h>

#include "addin/commands/bodies.hpp"
#include "addin/commands/message_box.hpp"
#include "addin/commands/protection.hpp"
#include "addin/formula_walk.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

const Text doing{"Replacing formulas by values", "数式を値に置き換えています"};

/// The cells of one formula: a single one, or those of an array formula.
using FormulaCells = std::vector<Range>;

Range whole_formula(const Range& cell, const OUString& formula) {
    if (!formula.startsWith("{")) return cell;
    const Reference<css::sheet::XSheetCellRange> on_sheet(cell, UNO_QUERY_THROW);
    const auto cursor = on_sheet->getSpreadsheet()->createCursorByRange(on_sheet);
    cursor->collapseToCurrentArray();
    const auto at = address_of(Range(cursor, UNO_QUERY_THROW));
    const Range sheet(on_sheet->getSpreadsheet(), UNO_QUERY_THROW);
    return sheet->getCellRangeByPosition(at.StartColumn, at.StartRow, at.EndColumn, at.EndRow);
}

void add_formulas(const Range& block, FormulaCells& found) {
    const auto rows = Reference<css::sheet::XCellRangeFormula>(block, UNO_QUERY_THROW)->getFormulaArray();
    for (sal_Int32 r = 0; r < rows.getLength(); ++r) {
        for (sal_Int32 c = 0; c < rows[r].getLength(); ++c) {
            if (!calls_ours(rows[r][c])) continue;
            const Range cell = block->getCellRangeByPosition(c, r, c, r);
            const Range whole = whole_formula(cell, rows[r][c]);
            const auto at = address_of(whole);
            const auto here = address_of(cell);
            if (at.StartColumn == here.StartColumn && at.StartRow == here.StartRow) found.push_back(whole);
        }
    }
}

FormulaCells our_formulas(const Range& sheet) {
    constexpr sal_Int16 formulas = 16;  // com::sun::star::sheet::CellFlags::FORMULA
    FormulaCells found;
    const auto ranges =
        Reference<css::sheet::XCellRangesQuery>(sheet, UNO_QUERY_THROW)->queryContentCells(formulas);
    for (const css::table::CellRangeAddress& at : ranges->getRangeAddresses())
        add_formulas(sheet->getCellRangeByPosition(at.StartColumn, at.StartRow, at.EndColumn, at.EndRow),
                     found);
    return found;
}

/// What a cell holds afterwards: its number or text, or the text of the error it shows.
Any value_of(const Range& cells, sal_Int32 column, sal_Int32 row, const Any& value) {
    const auto cell = cells->getCellByPosition(column, row);
    if (cell->getError() != 0) return Any(Reference<css::text::XText>(cell, UNO_QUERY_THROW)->getString());
    return value.hasValue() ? value : Any(OUString());
}

Sequence<Sequence<Any>> values_of(const Range& cells) {
    auto rows = Reference<css::sheet::XCellRangeData>(cells, UNO_QUERY_THROW)->getDataArray();
    for (sal_Int32 r = 0; r < rows.getLength(); ++r)
        for (sal_Int32 c = 0; c < rows[r].getLength(); ++c) rows[r][c] = value_of(cells, c, r, rows[r][c]);
    return rows;
}

void replace(const Range& cells, const Sequence<Sequence<Any>>& values) {
    if (!is_single_cell(cells))
        Reference<css::sheet::XArrayFormulaRange>(cells, UNO_QUERY_THROW)->setArrayFormula({});
    Reference<css::sheet::XCellRangeData>(cells, UNO_QUERY_THROW)->setDataArray(values);
}

Result<FormulaCells> formulas_of(const SpreadsheetDocument& document) {
    FormulaCells found;
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    for (sal_Int32 i = 0; i < sheets->getCount(); ++i) {
        const Range sheet(sheets->getByIndex(i), UNO_QUERY_THROW);
        const FormulaCells here = our_formulas(sheet);
        if (here.empty()) continue;
        if (auto writable = can_be_written(sheet); !writable) return error_of(writable);
        found.insert(found.end(), here.begin(), here.end());
    }
    return found;
}

Text question(std::size_t count) {
    return {fmt::format("Replace {} formulas by the values they show? They will no longer follow the data. "
                        "Undo brings them back.",
                        count),
            fmt::format("{} 個の数式を、表示されている値に置き換えますか。以後はデータの変更に追随しません。"
                        "「元に戻す」で戻せます。",
                        count)};
}

}  // namespace

Result<Outcome> run_freeze(Session& session) {
    const auto cells = formulas_of(session.document());
    if (!cells) return error_of(cells);
    if (session.interactive() && !cells->empty() &&
        !ask(session.window(), session.command(), question(cells->size())))
        return session.cancel();

    // All are read before one is replaced: a value that a formula needs may be the handle of another.
    std::vector<Sequence<Sequence<Any>>> values;
    for (const Range& formula : *cells) values.push_back(values_of(formula));
    if (auto started = session.start_writing(); !started) return error_of(started);
    for (std::size_t i = 0; i < cells->size(); ++i) {
        if (!session.progress(i, cells->size(), doing)) return session.cancel();
        replace((*cells)[i], values[i]);
    }
    return Outcome{{fmt::format("Replaced {} formulas by their values.", cells->size()),
                    fmt::format("{} 個の数式を値に置き換えました。", cells->size())}};
}

}  // namespace kakehashi::addin
