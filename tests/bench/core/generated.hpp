// A generated lead list with its history and touches: the same numbers on every machine.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/table/table.hpp"

namespace kakehashi::bench {

struct TextCells {
    TextList texts;  // the different ones
    std::vector<std::uint32_t> rows;
};
struct NumberCells {
    std::vector<double> rows;  // NaN: blank
};
/// A table as a sheet holds it: equal texts shared, dates as serial numbers. A source for `Table`.
class GeneratedTable final : public CellSource {
  public:
    void add(std::string header, TextCells cells);
    void add(std::string header, NumberCells cells);

    std::size_t rows() const override { return rows_ + 1; }
    std::size_t columns() const override { return headers_.size(); }
    ColumnPtr read_column(std::size_t column, std::size_t first_row, ColumnPtr before) const override;
    Grid read_rows(std::size_t row_count) const override;

    /// Bytes of the cells as plain arrays: 8 per number, 4 per text, and the different texts once.
    std::size_t raw_bytes() const;
    /// For other programs. Instants are written as whole milliseconds.
    void write_csv(const std::filesystem::path& path, const std::vector<std::size_t>& date_columns) const;

  private:
    CellValue cell(std::size_t row, std::size_t column) const;

    std::size_t rows_ = 0;
    std::vector<std::string> headers_;
    std::vector<std::variant<TextCells, NumberCells>> cells_;
};

struct Generated {
    std::shared_ptr<GeneratedTable> leads;    // ID, Source, Region, Owner, Employees, Amount, Created, Closed
    std::shared_ptr<GeneratedTable> history;  // ID, Stage, Date: five entries per lead on average
    std::shared_ptr<GeneratedTable> touches;  // ID, Date, Channel: three per lead on average
};
/// Every lead enters the first stage; at times of day, so that no two entries tie.
Generated generate(std::size_t leads);

extern const std::vector<std::string> stages;    // of the history, in order
extern const std::vector<std::string> sources;   // of the leads
extern const std::vector<std::string> channels;  // of the touches

}  // namespace kakehashi::bench
