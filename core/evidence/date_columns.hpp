// Which columns say when something happened, though no role tells so: serial numbers of days make no rule.
#pragma once

#include <string_view>

#include "core/table/column.hpp"

namespace kakehashi {

/// Every cell that is not blank reads as a date from 1970 to 2100 (there is one at least), and either some
/// text reads as a date and as no number, or the header has a word for dates. So numbers such as 45,000
/// employees stay numbers.
bool holds_dates(const Column& column, std::string_view header);

/// Whether the header has a word for dates: `Last visit`, `created_at`, `ModifiedDate`, `最終訪問日`. Not if
/// it says that it counts or measures something: `Visits`, `Lifetime value`, `Price per day`, `訪問回数`.
bool speaks_of_dates(std::string_view header);

}  // namespace kakehashi
