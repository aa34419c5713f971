#include "core/money/spend.hpp"

#include <cmath>
#include <vector>

#include "core/money/side_table.hpp"
#include "core/playbook/departments.hpp"
#include "core/support/statistics.hpp"

namespace kakehashi {
namespace {

bool belongs(Spender spender, Department department) {
    if (spender == Spender::all) return true;
    if (department == Department::sales) return true;
    return spender == Spender::sales_and_marketing && department == Department::marketing;
}

/// The rows that the spender paid for.
Result<Bitmap> rows_of(const Table& spend, Spender spender) {
    if (spender == Spender::all) return Bitmap(spend.rows(), true);
    const auto column = side_column(spend, SideColumn::department);
    if (!column) return error_of(column);
    const Column::Keys& keys = (*column)->keys();
    std::vector<bool> counts(keys.keys.size() + 1, false);
    for (std::size_t code = 1; code < counts.size(); ++code)
        counts[code] = belongs(spender, department_of(keys.texts[code - 1]));
    return Bitmap::where(spend.rows(), [&](std::size_t row) { return counts[keys.codes[row]]; });
}

}  // namespace

Result<double> spend_of(const Table& spend, Spender spender, const DateRange& period) {
    const auto amount = side_column(spend, SideColumn::amount);
    if (!amount) return error_of(amount);
    const auto date = side_column(spend, SideColumn::date);
    if (!date) return error_of(date);
    const auto rows = rows_of(spend, spender);
    if (!rows) return error_of(rows);
    const auto amounts = (*amount)->as_numbers();
    std::span<const Instant> dates;
    if (period.bounded()) dates = (*date)->as_instants();
    Sum total;
    rows->for_each([&](std::size_t row) {
        if (std::isnan(amounts[row])) return;
        if (period.bounded() && (dates[row] == no_instant || !period.contains(dates[row]))) return;
        total.add(amounts[row]);
    });
    return total.total();
}

}  // namespace kakehashi
