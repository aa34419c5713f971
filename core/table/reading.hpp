// How values that people typed as text are read: numbers, dates, and texts that mean the same.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/table/instant.hpp"

namespace kakehashi {

enum class DateOrder { year_month_day, month_day_year, day_month_year };

/// What of the document decides how its cells are read: its locale, for ambiguous texts, and where its dates
/// count from.
struct ReadingLocale {
    DateOrder date_order = DateOrder::year_month_day;
    char decimal_separator = '.';
    /// The document's day 0 in days after 1899-12-30: 1462 for sheets that count from 1904.
    double null_date = 0;

    friend bool operator==(const ReadingLocale&, const ReadingLocale&) = default;
};

/// NFKC case folding with surrounding blanks removed: equal results mean equal texts ("Google" =
/// "Ｇｏｏｇｌｅ"). Bytes that are not UTF-8 are replaced by U+FFFD, never an error.
std::string fold(std::string_view text);

/// `fold`, and without blanks, `_` and `-` inside: how headers are matched.
std::string fold_header(std::string_view header);

/// Surrounding blanks (Unicode ones too) removed.
std::string_view trim(std::string_view text);

/// A number as people write it: `¥1,250,000`, `$1,117.10`, `12%` (0.12), full-width digits, `(500)` and
/// `△500` (negative), `1,250円`, `120万円`, `1.2億`. Nothing but one number may be there; NaN, infinity and
/// hexadecimal are no numbers.
std::optional<double> read_number(std::string_view text, const ReadingLocale& locale = {});

/// A date, with or without a time: ISO 8601 (an offset is dropped: clock time as written counts),
/// `2026/11/21`, `2026年11月21日 14時05分`, `令和8年11月21日`, `21 Nov 2026`, or day, month and year in the
/// locale's order (years of two digits lie in 1930 … 2029). Rounded to the millisecond. Years 1583 …
/// 9999. `no_instant` if it is none.
Instant read_instant(std::string_view text, const ReadingLocale& locale = {});

/// The shortest decimal that reads back as the same number; whole numbers without a point.
std::string format_number(double number);

}  // namespace kakehashi
