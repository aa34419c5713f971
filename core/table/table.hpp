// A table with a header row, read column by column when a figure first needs it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "core/table/column.hpp"

namespace kakehashi {

struct ErrorCell {
    friend bool operator==(ErrorCell, ErrorCell) = default;
};
/// One cell: blank, number, text (UTF-8) or an error.
using CellValue = std::variant<std::monostate, double, std::string, ErrorCell>;

/// A small block of cells, row by row; `cells.size() == rows * columns`.
struct Grid {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<CellValue> cells;

    const CellValue& at(std::size_t row, std::size_t column) const { return cells[row * columns + column]; }
    CellValue& at(std::size_t row, std::size_t column) { return cells[row * columns + column]; }
    /// All of them if there are fewer.
    Grid first_rows(std::size_t count) const;
    friend bool operator==(const Grid&, const Grid&) = default;
};

/// Number as shortest decimal, text as it is, blank and error empty.
std::string to_text(const CellValue& cell);

/// Where cells come from: a range in a spreadsheet, or memory. Row 0 of a source is its first row, headers
/// included.
class CellSource {
  public:
    virtual ~CellSource() = default;
    virtual std::size_t rows() const = 0;
    virtual std::size_t columns() const = 0;
    /// Rows `first_row` … end of one column; `before`, what was read there last time or null, if that is the
    /// same.
    virtual ColumnPtr read_column(std::size_t column, std::size_t first_row, ColumnPtr before) const = 0;
    /// The first `row_count` rows, all columns (all rows if there are fewer).
    virtual Grid read_rows(std::size_t row_count) const = 0;
};

/// A source over cells in memory.
std::shared_ptr<const CellSource> make_source(Grid cells, ReadingLocale locale = {});

class Table {
  public:
    /// The first row of `source` is the header row. Columns that are the same as those read of `before` are
    /// shared with it.
    explicit Table(std::shared_ptr<const CellSource> source, const Table* before = nullptr);

    /// Data rows, without the header row.
    std::size_t rows() const { return rows_; }
    std::size_t columns() const { return headers_.size(); }
    const std::string& header(std::size_t column) const { return headers_[column]; }
    /// By `fold_header`; the first of equal headers.
    std::optional<std::size_t> find(std::string_view header) const;
    /// Read from the source at the first call.
    const Column& column(std::size_t column) const;
    /// Rows with any non-blank cell. Reads no more columns than needed to know.
    const Bitmap& present() const;

  private:
    std::shared_ptr<const CellSource> source_;
    std::size_t rows_ = 0;
    std::vector<std::string> headers_;
    std::unordered_map<std::string, std::size_t> index_;
    std::vector<std::size_t> numeric_;  // columns that begin with a number
    std::vector<ColumnPtr> before_;
    mutable std::vector<ColumnPtr> loaded_;
    mutable std::optional<Bitmap> present_;
};

}  // namespace kakehashi
