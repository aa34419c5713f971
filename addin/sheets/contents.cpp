#include "addin/sheets/contents.hpp"

#include <set>
#include <utility>

#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>

#include "addin/sheets/cell_data.hpp"
#include "addin/sheets/put.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;
using sheet::Cell;
using sheet::Formula;
using sheet::Position;
using sheet::Style;

/// What a cell shall hold.
struct Wanted {
    enum class Kind { leave, empty, value, formula } kind = Kind::leave;
    Any value;
    std::string formula;
};

/// Paper and inputs without content are for people to write on.
bool is_for_people(Style style) {
    return style == Style::text || style == Style::input;
}

class Column {
  public:
    Column(const SpreadsheetDocument& document, const Spreadsheet& sheet, const Placed& placed, int column,
           const std::set<std::pair<int, int>>& covered, const sheet::Find& find)
        : document_(document),
          sheet_(sheet),
          placed_(placed),
          column_(column),
          covered_(covered),
          find_(find) {}

    std::size_t write() {
        const auto rows = static_cast<int>(placed_.rows.size());
        for (int begin = 0; begin < rows;) {
            int end = begin + 1;
            if (row(begin) != sheet::missing)
                while (end < rows && row(end) == row(end - 1) + 1) ++end;
            if (row(begin) != sheet::missing) write_neighbours(begin, end);
            begin = end;
        }
        return written_;
    }

  private:
    int row(int of_block) const { return placed_.rows[static_cast<std::size_t>(of_block)]; }
    int column() const { return placed_.columns[static_cast<std::size_t>(column_)]; }

    Wanted wanted(int row) const {
        const Cell* cell = placed_.cell(column_, row);
        const bool is_new = placed_.is_new_cell(column_, row);
        if (cell == nullptr || covered_.count({column_, row}) > 0 || (cell->theirs && !is_new)) return {};
        if (cell->content.index() == 0) {
            if (is_new || is_for_people(cell->style)) return {};
            return {Wanted::Kind::empty, Any(OUString()), {}};
        }
        if (const Formula* formula = std::get_if<Formula>(&cell->content)) {
            std::string text = sheet::resolve(formula->text, placed_.block->id, find_);
            if (!cell->link.empty()) text = sheet::hyperlink(cell->link, Formula{text});
            return {Wanted::Kind::formula, {}, std::move(text)};
        }
        if (!cell->link.empty())
            return {Wanted::Kind::formula, {}, sheet::hyperlink(cell->link, cell->content)};
        if (const double* number = std::get_if<double>(&cell->content))
            return {Wanted::Kind::value, Any(*number), {}};
        return {Wanted::Kind::value, Any(to_uno(std::get<std::string>(cell->content))), {}};
    }

    /// Rows that follow each other on the sheet.
    void write_neighbours(int begin, int end) {
        std::vector<Wanted> list;
        list.reserve(static_cast<std::size_t>(end - begin));
        for (int row = begin; row < end; ++row) list.push_back(wanted(row));
        if (!placed_.is_new) leave_what_is_right(list, row(begin));
        const auto size = list.size();
        for (std::size_t i = 0; i < size;) {
            std::size_t next = i + 1;
            while (next < size && same_call(list[i], list[next])) ++next;
            put(list, i, next, row(begin) + static_cast<int>(i));
            i = next;
        }
    }

    static bool same_call(const Wanted& a, const Wanted& b) {
        const auto is_data = [](const Wanted& wanted) {
            return wanted.kind == Wanted::Kind::empty || wanted.kind == Wanted::Kind::value;
        };
        return a.kind == b.kind || (is_data(a) && is_data(b));
    }

    void leave_what_is_right(std::vector<Wanted>& list, int first) const {
        const Range range = cells_at(sheet_, column(), first, 1, static_cast<sal_Int32>(list.size()));
        std::vector<bool> is_formula(list.size(), false);
        const auto ranges = Reference<css::sheet::XCellRangesQuery>(range, UNO_QUERY_THROW)
                                ->queryContentCells(css::sheet::CellFlags::FORMULA)
                                ->getRangeAddresses();
        for (const auto& address : std::as_const(ranges))
            for (sal_Int32 row = address.StartRow; row <= address.EndRow; ++row)
                is_formula[static_cast<std::size_t>(row - first)] = true;
        leave_same_formulas(list, is_formula, range);
        leave_same_values(list, is_formula, range);
    }

    static void leave_same_formulas(std::vector<Wanted>& list, const std::vector<bool>& is_formula,
                                    const Range& range) {
        Sequence<Sequence<OUString>> standing;
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (list[i].kind != Wanted::Kind::formula || !is_formula[i]) continue;
            if (!standing.hasElements())
                standing =
                    Reference<css::sheet::XCellRangeFormula>(range, UNO_QUERY_THROW)->getFormulaArray();
            const OUString& text = std::as_const(standing)[static_cast<sal_Int32>(i)].getConstArray()[0];
            if (sheet::same_formula(to_utf8(text), list[i].formula)) list[i].kind = Wanted::Kind::leave;
        }
    }

    static void leave_same_values(std::vector<Wanted>& list, const std::vector<bool>& is_formula,
                                  const Range& range) {
        Sequence<Sequence<Any>> standing;
        for (std::size_t i = 0; i < list.size(); ++i) {
            if ((list[i].kind != Wanted::Kind::value && list[i].kind != Wanted::Kind::empty) || is_formula[i])
                continue;
            if (!standing.hasElements())
                standing = Reference<css::sheet::XCellRangeData>(range, UNO_QUERY_THROW)->getDataArray();
            const Any& value = std::as_const(standing)[static_cast<sal_Int32>(i)].getConstArray()[0];
            if (value == list[i].value) list[i].kind = Wanted::Kind::leave;
        }
    }

    void put(const std::vector<Wanted>& list, std::size_t begin, std::size_t end, int first) {
        if (list[begin].kind == Wanted::Kind::leave) return;
        const auto size = static_cast<sal_Int32>(end - begin);
        const Range range = cells_at(sheet_, column(), first, 1, size);
        written_ += end - begin;
        if (!placed_.is_new && has_notes(range)) return put_one_by_one(list, begin, end, first);
        if (list[begin].kind == Wanted::Kind::formula) {
            Sequence<Sequence<OUString>> texts(size);
            for (sal_Int32 i = 0; i < size; ++i) {
                const OUString text = to_uno(list[begin + static_cast<std::size_t>(i)].formula);
                texts[i] = Sequence<OUString>(&text, 1);
            }
            return put_formulas(document_, range, texts);
        }
        // Unlike setFormula, this takes a text that begins with `=` for a text.
        Sequence<Sequence<Any>> values(size);
        for (sal_Int32 i = 0; i < size; ++i) {
            const Wanted& one = list[begin + static_cast<std::size_t>(i)];
            values[i] = Sequence<Any>(&one.value, 1);
        }
        put_data(document_, range, values);
    }

    static bool has_notes(const Range& range) {
        return Reference<css::sheet::XCellRangesQuery>(range, UNO_QUERY_THROW)
            ->queryContentCells(css::sheet::CellFlags::ANNOTATION)
            ->getRangeAddresses()
            .hasElements();
    }

    /// Writing to a range takes its notes away, writing to a cell does not.
    void put_one_by_one(const std::vector<Wanted>& list, std::size_t begin, std::size_t end,
                        int first) const {
        for (std::size_t i = begin; i < end; ++i, ++first) {
            const auto cell = cell_at(sheet_, {column(), first});
            if (list[i].kind == Wanted::Kind::formula)
                cell->setFormula(to_uno(list[i].formula));
            else
                put_cell_data(cell, list[i].value);
        }
    }

    const SpreadsheetDocument& document_;
    const Spreadsheet& sheet_;
    const Placed& placed_;
    int column_;
    const std::set<std::pair<int, int>>& covered_;
    const sheet::Find& find_;
    std::size_t written_ = 0;
};

/// The array that the cell belongs to, as a range; of one cell if to none.
Range array_around(const Spreadsheet& sheet, const Range& cell) {
    const auto cursor =
        sheet->createCursorByRange(Reference<css::sheet::XSheetCellRange>(cell, UNO_QUERY_THROW));
    cursor->collapseToCurrentArray();
    return {cursor, UNO_QUERY_THROW};
}

std::string array_formula(const Range& range) {
    std::string text =
        to_utf8(Reference<css::sheet::XArrayFormulaRange>(range, UNO_QUERY_THROW)->getArrayFormula());
    if (text.starts_with('{') && text.ends_with('}')) text = text.substr(1, text.size() - 2);
    return text;
}

/// True if it was written.
bool write_array(const Spreadsheet& sheet, const Placed& placed, const Position& cell, const Formula& formula,
                 const sheet::Find& find) {
    const auto place = placed.find(cell);
    if (!place) return false;
    const std::string text = sheet::resolve(formula.text, placed.block->id, find);
    const Range range = cells_at(sheet, place->column, place->row, formula.columns, formula.rows);
    if (!placed.is_new && sheet::same_formula(array_formula(range), text)) return false;
    if (!placed.is_new) {
        const Range old = array_around(sheet, cells_at(sheet, place->column, place->row));
        if (!array_formula(old).empty())
            Reference<css::sheet::XArrayFormulaRange>(old, UNO_QUERY_THROW)->setArrayFormula({});
    }
    Reference<css::sheet::XArrayFormulaRange>(range, UNO_QUERY_THROW)->setArrayFormula(to_uno(text));
    return true;
}

}  // namespace

std::size_t write_contents(const SpreadsheetDocument& document, const Spreadsheet& sheet,
                           const Placed& placed, const sheet::Find& find,
                           const std::function<bool(std::size_t cells)>& go_on) {
    std::size_t written = 0;
    std::set<std::pair<int, int>> covered;
    for (std::size_t row = 0; row < placed.block->rows.size(); ++row)
        for (std::size_t column = 0; column < placed.block->rows[row].size(); ++column) {
            const auto* formula = std::get_if<Formula>(&placed.block->rows[row][column].content);
            if (formula == nullptr || !formula->array) continue;
            const Position cell{static_cast<int>(column), static_cast<int>(row)};
            written += write_array(sheet, placed, cell, *formula, find) ? 1 : 0;
            for (int x = 0; x < formula->columns; ++x)
                for (int y = 0; y < formula->rows; ++y) covered.insert({cell.column + x, cell.row + y});
        }
    for (std::size_t column = 0; column < placed.columns.size(); ++column) {
        if (placed.columns[column] == sheet::missing) continue;
        written += Column(document, sheet, placed, static_cast<int>(column), covered, find).write();
        if (!go_on(placed.rows.size())) break;
    }
    return written;
}

}  // namespace kakehashi::addin
