#include "addin/sheets/structure.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <com/sun/star/drawing/XShape.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetAnnotationAnchor.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>
#include <com/sun/star/table/XColumnRowRange.hpp>
#include <com/sun/star/text/XSimpleText.hpp>
#include <fmt/format.h>

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using sheet::Position;
namespace flags = css::sheet::CellFlags;

constexpr sal_Int16 contents =
    flags::VALUE | flags::DATETIME | flags::STRING | flags::FORMULA | flags::ANNOTATION;

std::string text_in(const Any& value) {
    OUString text;
    if (value >>= text) return to_utf8(text);
    double number = 0;
    return (value >>= number) ? fmt::format("{}", number) : std::string();
}

std::vector<std::string> row_texts(const Spreadsheet& sheet, const Position& first, int columns) {
    const auto rows = Reference<css::sheet::XCellRangeData>(cells_at(sheet, first.column, first.row, columns),
                                                            UNO_QUERY_THROW)
                          ->getDataArray();
    std::vector<std::string> texts;
    for (const Any& value : std::as_const(rows)[0]) texts.push_back(text_in(value));
    return texts;
}

std::vector<std::string> column_texts(const Spreadsheet& sheet, const Position& first, int rows) {
    const auto data = Reference<css::sheet::XCellRangeData>(cells_at(sheet, first.column, first.row, 1, rows),
                                                            UNO_QUERY_THROW)
                          ->getDataArray();
    std::vector<std::string> texts;
    for (const auto& row : std::as_const(data)) texts.push_back(text_in(std::as_const(row)[0]));
    return texts;
}

sheet::Key key_of(const std::vector<sheet::Cell>& row) {
    if (row.empty()) return {};
    if (const double* number = std::get_if<double>(&row[0].content)) return {fmt::format("{}", *number)};
    if (const std::string* text = std::get_if<std::string>(&row[0].content)) return {*text};
    return {{}, std::holds_alternative<sheet::Formula>(row[0].content)};
}

std::vector<sheet::Key> keys_of(const sheet::Block& block) {
    std::vector<sheet::Key> keys;
    for (const auto& row : block.rows) keys.push_back(key_of(row));
    return keys;
}

class Structure {
  public:
    Structure(const SpreadsheetDocument& document, const Spreadsheet& sheet, const sheet::Sheet& plan,
              const Names& names)
        : document_(document), sheet_(sheet), plan_(plan), names_(names) {}

    std::vector<Placed> place() {
        for (const sheet::Block& block : plan_.blocks) blocks_.push_back(find(block));
        for (Placed& placed : blocks_)
            if (!placed.is_new && placed.block->refresh != sheet::Refresh::never) make_room(placed);
        for (Placed& placed : blocks_)
            if (placed.is_new) placed = place_new(*placed.block, below_everything(*placed.block));
        return std::move(blocks_);
    }

  private:
    Placed find(const sheet::Block& block) {
        Placed placed = place_new(block, block.at);
        const auto area = names_.range(sheet::block_name(plan_, block.id));
        if (!area || area->Sheet != index_of(sheet_)) return placed;
        placed.is_new = false;
        placed.first = {area->StartColumn, area->StartRow};
        placed.last = {area->EndColumn, area->EndRow};
        placed.record = sheet::read_record(names_.content(sheet::record_name(plan_, block.id)));
        if (block.refresh == sheet::Refresh::table)
            find_table(placed);
        else
            find_cells(placed);
        return placed;
    }

    void find_cells(Placed& placed) {
        placed.columns =
            sheet::place_cells(placed.columns.size(), placed.first.column,
                               placed.last.column - placed.first.column + 1, placed.record.columns);
        placed.rows = sheet::place_cells(placed.rows.size(), placed.first.row,
                                         placed.last.row - placed.first.row + 1, placed.record.rows);
        for (const auto& row : placed.record.rows) {
            const bool is_used = row && std::count(placed.rows.begin(), placed.rows.end(), *row) > 0;
            if (row && !is_used) dropped_[placed.block].push_back(*row);
        }
    }

    void find_table(Placed& placed) {
        std::vector<std::string> headers;
        for (std::size_t i = 0; i < placed.columns.size(); ++i) {
            const sheet::Cell* cell = placed.cell(static_cast<int>(i), 0);
            const auto* text = cell == nullptr ? nullptr : std::get_if<std::string>(&cell->content);
            headers.push_back(text == nullptr ? std::string() : *text);
        }
        placed.columns = sheet::place_columns(
            headers, row_texts(sheet_, placed.first, placed.last.column - placed.first.column + 1),
            placed.first.column, placed.record);
        if (placed.columns.empty() || placed.columns[0] == sheet::missing) {
            placed.is_new = true;  // nothing to find its rows by
            return;
        }
        take_in_rows_below(placed);
        auto found = sheet::place_rows(keys_of(*placed.block),
                                       column_texts(sheet_, {placed.columns[0], placed.first.row},
                                                    placed.last.row - placed.first.row + 1),
                                       placed.first.row, placed.record);
        placed.rows = std::move(found.rows);
        dropped_[placed.block] = std::move(found.dropped);
    }

    /// What people went on writing right below a table belongs to it.
    void take_in_rows_below(Placed& placed) const {
        while (placed.last.row < last_row && !is_in_another_block(placed, placed.last.row + 1) &&
               !row_texts(sheet_, {placed.columns[0], placed.last.row + 1}, 1)[0].empty())
            ++placed.last.row;
    }

    /// Whether another block has cells in that row and in columns of this one.
    bool is_in_another_block(const Placed& placed, int row) const {
        for (const sheet::Block& other : plan_.blocks) {
            const auto area =
                &other == placed.block ? std::nullopt : names_.range(sheet::block_name(plan_, other.id));
            if (area && area->Sheet == index_of(sheet_) && area->StartRow <= row && row <= area->EndRow &&
                area->StartColumn <= placed.last.column && placed.first.column <= area->EndColumn)
                return true;
        }
        return false;
    }

    void make_room(Placed& placed) {
        insert_columns(placed);
        drop_rows(placed);
        insert_rows(placed);
    }

    // --- columns

    void insert_columns(Placed& placed) {
        for (std::size_t i = 0; i < placed.columns.size(); ++i) {
            if (placed.columns[i] != sheet::missing) continue;
            const bool at_end = placed.block->refresh == sheet::Refresh::table || i == 0;
            const int column = (at_end ? placed.last.column : placed.columns[i - 1]) + 1;
            const int rows = placed.last.row - placed.first.row + 1;
            if (!is_free(placed, {column, placed.first.row}, 1, rows)) {
                columns()->insertByIndex(column, 1);
                for (Placed& other : blocks_) shift_columns(other, column);
            }
            placed.columns[i] = column;
            placed.new_columns.insert(static_cast<int>(i));
            placed.last.column = std::max(placed.last.column, column);
        }
    }

    static void shift_columns(Placed& placed, int before) {
        sheet::shift(placed.columns, before, 1);
        if (placed.first.column >= before) ++placed.first.column;
        if (placed.last.column >= before) ++placed.last.column;
    }

    // --- rows that the plan has no more

    void drop_rows(Placed& placed) {
        std::vector<int>& rows = dropped_[placed.block];
        for (auto row = rows.rbegin(); row != rows.rend(); ++row)
            if (*row != sheet::missing) drop(placed, *row);
    }

    void drop(Placed& placed, int row) {
        const bool used_by_people = people_wrote_in(placed, row);
        if (!used_by_people && !is_beside_another(placed, row)) {
            rows()->removeByIndex(row, 1);
            shift_all(row, -1);
            return;
        }
        // A remark that stays needs to say what about.
        const bool keeps_key = used_by_people && placed.block->refresh == sheet::Refresh::table;
        for (std::size_t i = keeps_key ? 1 : 0; i < placed.columns.size(); ++i)
            if (placed.columns[i] != sheet::missing && !is_theirs(placed, i))
                Reference<css::sheet::XSheetOperation>(cells_at(sheet_, placed.columns[i], row),
                                                       UNO_QUERY_THROW)
                    ->clearContents(flags::VALUE | flags::DATETIME | flags::STRING | flags::FORMULA);
    }

    /// Whether the column holds what people write, in any row of the plan.
    static bool is_theirs(const Placed& placed, std::size_t column) {
        for (std::size_t row = 0; row < placed.block->rows.size(); ++row) {
            const sheet::Cell* cell = placed.cell(static_cast<int>(column), static_cast<int>(row));
            if (cell != nullptr && cell->theirs) return true;
        }
        return false;
    }

    bool people_wrote_in(const Placed& placed, int row) const {
        const Range whole = cells_at(sheet_, 0, row, placed.last.column + 1);
        const Range entire(
            Reference<css::table::XColumnRowRange>(whole, UNO_QUERY_THROW)->getRows()->getByIndex(0),
            UNO_QUERY_THROW);
        const auto ranges = Reference<css::sheet::XCellRangesQuery>(entire, UNO_QUERY_THROW)
                                ->queryContentCells(contents)
                                ->getRangeAddresses();
        for (const auto& range : std::as_const(ranges))
            for (sal_Int32 column = range.StartColumn; column <= range.EndColumn; ++column)
                if (!is_ours(placed, {column, row})) return true;
        return false;
    }

    bool is_ours(const Placed& placed, const Position& place) const {
        const auto column = std::find(placed.columns.begin(), placed.columns.end(), place.column);
        if (column == placed.columns.end()) return false;
        if (is_theirs(placed, static_cast<std::size_t>(column - placed.columns.begin()))) return false;
        const Reference<css::sheet::XSheetAnnotationAnchor> anchor(cell_at(sheet_, place), UNO_QUERY_THROW);
        const Reference<css::text::XSimpleText> note(anchor->getAnnotation(), UNO_QUERY);
        const std::string text = note.is() ? to_utf8(note->getString()) : std::string();
        return text.empty() || placed.record.has_note(text);
    }

    bool is_beside_another(const Placed& placed, int row) const {
        return std::any_of(blocks_.begin(), blocks_.end(), [&](const Placed& other) {
            return &other != &placed && !other.is_new && other.first.row <= row && row <= other.last.row;
        });
    }

    // --- rows that are missing

    void insert_rows(Placed& placed) {
        for (const sheet::Insertion& insertion :
             sheet::insertions(placed.rows, rows_of_people(placed), placed.first.row))
            insert(placed, insertion);
    }

    static std::vector<bool> rows_of_people(const Placed& placed) {
        std::vector<bool> skip(placed.rows.size(), false);
        if (placed.block->refresh != sheet::Refresh::table) return skip;
        const auto keys = keys_of(*placed.block);
        for (std::size_t i = 1; i < keys.size(); ++i) skip[i] = keys[i].text.empty() && !keys[i].is_formula;
        return skip;
    }

    void insert(Placed& placed, const sheet::Insertion& insertion) {
        const Position at{placed.first.column, insertion.before};
        const int width = placed.last.column - placed.first.column + 1;
        // Free rows within the block are taken; below it only to spare a block beside it a torn row, and with
        // one row left in between.
        const bool inside = insertion.before + insertion.count - 1 <= placed.last.row;
        const bool takes_free_cells = inside ? is_free(placed, at, width, insertion.count)
                                             : splits_another(placed, insertion.before) &&
                                                   is_free(placed, at, width, insertion.count + 1);
        if (!takes_free_cells) {
            rows()->insertByIndex(insertion.before, insertion.count);
            shift_all(insertion.before, insertion.count);
        }
        for (int i = 0; i < insertion.count; ++i) {
            const auto row = insertion.first + static_cast<std::size_t>(i);
            placed.rows[row] = insertion.before + i;
            placed.new_rows.insert(static_cast<int>(row));
        }
        placed.last.row = std::max(placed.last.row, insertion.before + insertion.count - 1);
    }

    /// Whether a row inserted there would tear a block apart that stands beside this one.
    bool splits_another(const Placed& placed, int before) const {
        return std::any_of(blocks_.begin(), blocks_.end(), [&](const Placed& other) {
            return &other != &placed && !other.is_new && other.first.row < before && before <= other.last.row;
        });
    }

    void shift_all(int before, int count) {
        for (Placed& other : blocks_) {
            sheet::shift(other.rows, before, count);
            if (other.first.row >= before) other.first.row += count;
            if (other.last.row >= before) other.last.row += count;
            sheet::shift(dropped_[other.block], before, count);
        }
    }

    /// No content, no other block, no picture or chart.
    bool is_free(const Placed& placed, const Position& first, int columns, int rows) const {
        const Range range = cells_at(sheet_, first.column, first.row, columns, rows);
        const auto found = Reference<css::sheet::XCellRangesQuery>(range, UNO_QUERY_THROW)
                               ->queryContentCells(contents)
                               ->getRangeAddresses();
        if (found.hasElements()) return false;
        for (const Placed& other : blocks_)
            if (&other != &placed && !other.is_new && other.first.row < first.row + rows &&
                first.row <= other.last.row && other.first.column < first.column + columns &&
                first.column <= other.last.column)
                return false;
        return !is_under_a_shape(range);
    }

    bool is_under_a_shape(const Range& range) const {
        const auto at = get<css::awt::Point>(range, "Position");
        const auto size = get<css::awt::Size>(range, "Size");
        const auto shapes = shapes_on(document_, sheet_);
        for (sal_Int32 i = 0; i < shapes->getCount(); ++i) {
            const Reference<css::drawing::XShape> shape(shapes->getByIndex(i), UNO_QUERY_THROW);
            const Reference<css::lang::XServiceInfo> about(shape, UNO_QUERY_THROW);
            if (about->supportsService("com.sun.star.drawing.CaptionShape")) continue;  // of a note
            const auto corner = shape->getPosition();
            const auto extent = shape->getSize();
            if (corner.X < at.X + size.Width && at.X < corner.X + extent.Width &&
                corner.Y < at.Y + size.Height && at.Y < corner.Y + extent.Height)
                return true;
        }
        return false;
    }

    Position below_everything(const sheet::Block& block) {
        const Reference<css::sheet::XUsedAreaCursor> cursor(sheet_->createCursor(), UNO_QUERY_THROW);
        cursor->gotoEndOfUsedArea(false);
        const auto end =
            Reference<css::sheet::XCellRangeAddressable>(cursor, UNO_QUERY_THROW)->getRangeAddress();
        end_ = std::max(end_, static_cast<int>(end.EndRow));
        for (const Placed& placed : blocks_)
            if (!placed.is_new) end_ = std::max(end_, placed.last.row);
        const Position at{block.at.column, end_ + 2};
        end_ = at.row + static_cast<int>(block.rows.size());
        return at;
    }

    Reference<css::table::XTableRows> rows() const {
        return Reference<css::table::XColumnRowRange>(sheet_, UNO_QUERY_THROW)->getRows();
    }
    Reference<css::table::XTableColumns> columns() const {
        return Reference<css::table::XColumnRowRange>(sheet_, UNO_QUERY_THROW)->getColumns();
    }

    const SpreadsheetDocument& document_;
    const Spreadsheet& sheet_;
    const sheet::Sheet& plan_;
    const Names& names_;
    std::vector<Placed> blocks_;
    std::map<const sheet::Block*, std::vector<int>> dropped_;
    int end_ = 0;
};

}  // namespace

std::vector<Placed> place_again(const SpreadsheetDocument& document, const Spreadsheet& sheet,
                                const sheet::Sheet& plan, const Names& names) {
    return Structure(document, sheet, plan, names).place();
}

}  // namespace kakehashi::addin
