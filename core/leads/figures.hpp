// Plain figures over one column of the leads: statistics, lists and groups.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/support/result.hpp"
#include "core/table/bitmap.hpp"
#include "core/table/column.hpp"

namespace kakehashi {

class Leads;

/// `statistic`: sum, mean, median, min, max, stdev (of the sample), distinct, p1 … p99. Numbers given as text
/// are read; dates given as text count as their serial number. Blank cells are left out. #DIV/0! for the mean
/// of nothing and the deviation of fewer than two; #N/A for median, quantile, min or max of nothing; Err:502
/// for another name.
Result<double> column_statistic(const Column& column, std::string_view statistic, const Bitmap& rows);

/// The cell as people read it: dates as `2026-11-22` in columns that the playbook knows as dates.
class ShownColumn {
  public:
    static Result<ShownColumn> find(const Leads& leads, std::string_view name);

    const Column& column() const { return *column_; }
    std::string text(std::size_t row) const;

  private:
    ShownColumn(const Column& column, bool dates) : column_(&column), dates_(dates) {}
    const Column* column_;
    bool dates_;
};

struct Group {
    std::string text;  // as first written; `(blank)` for blank cells
    std::size_t count;
};
/// Most frequent first, ties by text.
std::vector<Group> groups(const ShownColumn& column, const Bitmap& rows);

/// The rows in the order of `[Column] asc|desc` (ascending if unsaid): numbers before texts, blanks last
/// either way, equal ones as in the table. In the order of the table if `order` is blank.
Result<std::vector<std::size_t>> ordered_rows(const Leads& leads, const Bitmap& rows, std::string_view order);

}  // namespace kakehashi
