#include "core/table/table.hpp"

#include <algorithm>
#include <utility>

namespace kakehashi {
namespace {

class GridSource final : public CellSource {
  public:
    GridSource(Grid cells, ReadingLocale locale) : cells_(std::move(cells)), locale_(locale) {}

    std::size_t rows() const override { return cells_.rows; }
    std::size_t columns() const override { return cells_.columns; }

    ColumnPtr read_column(std::size_t column, std::size_t first_row, ColumnPtr before) const override {
        Column::Builder builder(cells_.rows - std::min(first_row, cells_.rows), locale_, std::move(before));
        for (std::size_t row = first_row; row < cells_.rows; ++row) {
            const CellValue& cell = cells_.at(row, column);
            if (const auto* number = std::get_if<double>(&cell)) {
                builder.push_number(*number);
            } else if (const auto* text = std::get_if<std::string>(&cell)) {
                builder.push_text(*text);
            } else if (std::holds_alternative<ErrorCell>(cell)) {
                builder.push_error();
            } else {
                builder.push_blank();
            }
        }
        return std::move(builder).share();
    }

    Grid read_rows(std::size_t row_count) const override { return cells_.first_rows(row_count); }

  private:
    Grid cells_;
    ReadingLocale locale_;
};

}  // namespace

Grid Grid::first_rows(std::size_t count) const {
    const std::size_t kept = std::min(count, rows);
    return {kept, columns, {cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(kept * columns)}};
}

std::string to_text(const CellValue& cell) {
    if (const auto* number = std::get_if<double>(&cell)) return format_number(*number);
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    return {};
}

std::shared_ptr<const CellSource> make_source(Grid cells, ReadingLocale locale) {
    return std::make_shared<GridSource>(std::move(cells), locale);
}

Table::Table(std::shared_ptr<const CellSource> source, const Table* before) : source_(std::move(source)) {
    if (before != nullptr) before_ = before->loaded_;
    rows_ = source_->rows() == 0 ? 0 : source_->rows() - 1;
    const Grid first = source_->read_rows(2);
    headers_.resize(source_->columns());
    for (std::size_t column = 0; column < headers_.size() && first.rows > 0; ++column) {
        headers_[column] = to_text(first.at(0, column));
        std::string key = fold_header(headers_[column]);
        if (!key.empty()) index_.try_emplace(std::move(key), column);
        if (first.rows > 1 && std::holds_alternative<double>(first.at(1, column))) numeric_.push_back(column);
    }
    loaded_.resize(headers_.size());
}

std::optional<std::size_t> Table::find(std::string_view header) const {
    const auto found = index_.find(fold_header(header));
    if (found == index_.end()) return std::nullopt;
    return found->second;
}

const Column& Table::column(std::size_t column) const {
    if (!loaded_[column])
        loaded_[column] =
            source_->read_column(column, 1, column < before_.size() ? before_[column] : nullptr);
    return *loaded_[column];
}

const Bitmap& Table::present() const {
    if (present_) return *present_;
    // Columns that are loaded anyway usually settle it: a row is a lead as soon as one cell of it is filled.
    Bitmap undecided(rows_, true);
    // Of the others, numbers are the cheapest to read, and dates are rarely missing.
    for (const auto& column : loaded_)
        if (column) undecided &= column->blank();
    std::vector<std::size_t> others = numeric_;
    for (std::size_t column = 0; column < columns(); ++column) others.push_back(column);
    for (const std::size_t column : others) {
        if (undecided.none()) break;
        if (!loaded_[column]) undecided &= this->column(column).blank();
    }
    present_ = std::move(undecided.flip());
    return *present_;
}

}  // namespace kakehashi
