// What the departments spent: a table with the headers date, department, channel, amount.
#pragma once

#include "core/support/result.hpp"
#include "core/table/instant.hpp"
#include "core/table/table.hpp"

namespace kakehashi {

enum class Spender { all, sales_and_marketing, sales };

/// The amounts of the rows dated in the period; rows without a date count only in unbounded ones. Texts are
/// read as amounts and dates. #N/A if a column that is needed is missing (the department only where one is
/// asked for).
Result<double> spend_of(const Table& spend, Spender spender, const DateRange& period);

}  // namespace kakehashi
