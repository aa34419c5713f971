#include "addin/range_source.hpp"

#include <algorithm>
#include <vector>

#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XUsedAreaCursor.hpp>

#include "addin/column_filler.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

Rows data_of(const Range& range) {
    return Reference<css::sheet::XCellRangeData>(range, UNO_QUERY_THROW)->getDataArray();
}

/// A cell that waits for us shows Calc's error for circular references. Looks at the first error cells only,
/// as each costs a call: a column of nothing but errors must not take seconds.
class CircularCheck {
  public:
    explicit CircularCheck(const Range& block) : block_(block) {}
    void error_at(sal_Int32 column, sal_Int32 row) {
        constexpr sal_Int32 circular = 522;
        if (left_ == 0) return;
        --left_;
        if (block_->getCellByPosition(column, row)->getError() == circular) throw CircularReference();
    }

  private:
    const Range& block_;
    int left_ = 10'000;
};

CellValue value_of(const Any& cell) {
    double number = 0;
    OUString text;
    if (cell >>= number) return number;
    if (!(cell >>= text)) return ErrorCell{};
    if (text.isEmpty()) return {};
    return to_utf8(text);
}

class RangeSource final : public CellSource {
  public:
    RangeSource(Range range, const css::table::CellRangeAddress& size, const ReadingLocale& locale)
        : range_(std::move(range)),
          rows_(static_cast<std::size_t>(size.EndRow - size.StartRow + 1)),
          columns_(static_cast<std::size_t>(size.EndColumn - size.StartColumn + 1)),
          locale_(locale) {}

    std::size_t rows() const override { return rows_; }
    std::size_t columns() const override { return columns_; }

    ColumnPtr read_column(std::size_t column, std::size_t first_row, ColumnPtr before) const override {
        if (first_row >= rows_) return Column::Builder(0, locale_).share();
        ColumnFiller filler(rows_ - first_row, locale_, std::move(before));
        const Range block = this->block(column, column, first_row, rows_ - 1);
        if (!block.is()) return std::move(filler).share();
        CircularCheck check(block);
        filler.add(data_of(block), [&](sal_Int32 row) { check.error_at(0, row); });
        return std::move(filler).share();
    }

    Grid read_rows(std::size_t row_count) const override {
        const std::size_t count = std::min(row_count, rows_);
        if (count == 0) return {0, columns_, {}};
        const Range block = this->block(0, columns_ - 1, 0, count - 1);
        if (!block.is()) return {0, columns_, {}};
        Grid grid = grid_of(data_of(block));
        CircularCheck check(block);
        for (std::size_t i = 0; i < grid.cells.size(); ++i)
            if (std::holds_alternative<ErrorCell>(grid.cells[i]))
                check.error_at(static_cast<sal_Int32>(i % grid.columns),
                               static_cast<sal_Int32>(i / grid.columns));
        return grid;
    }

  private:
    /// Null where the range has shrunk since.
    Range block(std::size_t left, std::size_t right, std::size_t top, std::size_t bottom) const {
        const css::table::CellRangeAddress now = address_of(range_);
        bottom = std::min(bottom, static_cast<std::size_t>(now.EndRow - now.StartRow));
        if (top > bottom || right > static_cast<std::size_t>(now.EndColumn - now.StartColumn)) return {};
        return range_->getCellRangeByPosition(static_cast<sal_Int32>(left), static_cast<sal_Int32>(top),
                                              static_cast<sal_Int32>(right), static_cast<sal_Int32>(bottom));
    }

    Range range_;
    std::size_t rows_;
    std::size_t columns_;
    ReadingLocale locale_;
};

/// The last used column and row of the sheet.
css::table::CellRangeAddress used_area(const Range& range) {
    const Reference<css::sheet::XSpreadsheet> sheet =
        Reference<css::sheet::XSheetCellRange>(range, UNO_QUERY_THROW)->getSpreadsheet();
    const Reference<css::sheet::XUsedAreaCursor> cursor(sheet->createCursor(), UNO_QUERY_THROW);
    cursor->gotoEndOfUsedArea(false);
    return Reference<css::sheet::XCellRangeAddressable>(cursor, UNO_QUERY_THROW)->getRangeAddress();
}

std::string column_letters(sal_Int32 column) {
    std::string letters;
    for (sal_Int32 rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

}  // namespace

css::table::CellRangeAddress address_of(const Range& range) {
    return Reference<css::sheet::XCellRangeAddressable>(range, UNO_QUERY_THROW)->getRangeAddress();
}

bool same_place(const css::table::CellRangeAddress& a, const css::table::CellRangeAddress& b) {
    return a.Sheet == b.Sheet && a.StartColumn == b.StartColumn && a.StartRow == b.StartRow &&
           a.EndColumn == b.EndColumn && a.EndRow == b.EndRow;
}

std::string address_text(const Range& range) {
    const css::table::CellRangeAddress address = address_of(range);
    const Reference<css::sheet::XSheetCellRange> on_sheet(range, UNO_QUERY_THROW);
    std::string text =
        to_utf8(Reference<css::container::XNamed>(on_sheet->getSpreadsheet(), UNO_QUERY_THROW)->getName());
    text += '.' + column_letters(address.StartColumn) + std::to_string(address.StartRow + 1);
    if (address.StartColumn == address.EndColumn && address.StartRow == address.EndRow) return text;
    return text + ':' + column_letters(address.EndColumn) + std::to_string(address.EndRow + 1);
}

std::shared_ptr<const CellSource> range_source(const Range& range, const ReadingLocale& locale) {
    constexpr sal_Int32 worth_clipping_rows = 1000;
    constexpr sal_Int32 worth_clipping_columns = 200;
    css::table::CellRangeAddress size = address_of(range);
    if (size.EndRow - size.StartRow >= worth_clipping_rows ||
        size.EndColumn - size.StartColumn >= worth_clipping_columns) {
        const css::table::CellRangeAddress used = used_area(range);
        size.EndRow = std::clamp(used.EndRow, size.StartRow, size.EndRow);
        size.EndColumn = std::clamp(used.EndColumn, size.StartColumn, size.EndColumn);
    }
    return std::make_shared<RangeSource>(range, size, locale);
}

Grid grid_of(const Rows& rows) {
    Grid grid;
    grid.rows = static_cast<std::size_t>(rows.getLength());
    for (const Sequence<Any>& row : rows)
        grid.columns = std::max(grid.columns, static_cast<std::size_t>(row.getLength()));
    grid.cells.reserve(grid.rows * grid.columns);
    for (const Sequence<Any>& row : rows) {
        for (const Any& cell : row) grid.cells.push_back(value_of(cell));
        grid.cells.resize(grid.cells.size() + grid.columns - static_cast<std::size_t>(row.getLength()));
    }
    return grid;
}

}  // namespace kakehashi::addin
