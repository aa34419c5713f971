// Calendars that departments agree on: weeks, fiscal years, working days and hours, holidays.
#pragma once

#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "core/support/result.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

/// From … to within one day, in milliseconds after midnight; `to` is exclusive.
struct TimeSpan {
    Instant from;
    Instant to;
    friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

struct Calendar {
    std::chrono::weekday week_starts = std::chrono::Monday;  // Monday: ISO 8601 weeks
    unsigned fiscal_year_starts = 1;                         // month 1 … 12; fiscal year n starts in year n
    std::array<bool, 7> working_days = {false, true, true, true,
                                        true,  true, false};                      // by weekday, Sunday = 0
    std::vector<TimeSpan> working_hours = {{9 * ms_per_hour, 18 * ms_per_hour}};  // ascending, disjoint
    std::vector<std::int64_t> holidays;                                           // day numbers, ascending

    bool is_working_day(std::int64_t day) const;
    /// Working days in the closed range of days; 0 if it is empty.
    std::int64_t working_days_between(std::int64_t first_day, std::int64_t last_day) const;
    /// Working time from start to end in hours; a start outside hours moves to the next opening. 0 if end <
    /// start.
    double working_hours_between(Instant start, Instant end) const;
    /// The first instant by which so many working hours have passed since the start; `no_instant` if they
    /// never do within ten years.
    Instant after_working_hours(Instant start, double hours) const;

    friend bool operator==(const Calendar&, const Calendar&) = default;
};

/// `Mon-Fri` or `Mon, Tue, Thu`; `月-金` and `月火木` too. Err:502 if it is neither.
Result<std::array<bool, 7>> parse_working_days(std::string_view text);
/// `09:00-12:00, 13:00-18:00`. Err:502 if it is not.
Result<std::vector<TimeSpan>> parse_working_hours(std::string_view text);
/// `Monday`, `Mon`, `月`, `月曜日`. Err:502 if it is none.
Result<std::chrono::weekday> parse_weekday(std::string_view text);
std::string format_working_days(const std::array<bool, 7>& days);
std::string format_working_hours(const std::vector<TimeSpan>& hours);

enum class PeriodUnit { day, week, month, quarter, half, year };
/// `day`, `week`, `month`, `quarter`, `half`, `year`, `fiscal year` (or 日 週 月 四半期 半期 年 年度);
/// Err:502 if it is none.
Result<PeriodUnit> parse_period_unit(std::string_view text);

/// A calendar period: first and last day (day numbers as in `day_of`), both included.
struct Period {
    std::int64_t first_day;
    std::int64_t last_day;
    friend bool operator==(const Period&, const Period&) = default;
};

/// The period of that unit which contains the day. Quarters, halves and years are fiscal.
Period period_of(Instant instant, PeriodUnit unit, const Calendar& calendar);
/// The period right after.
Period next_period(const Period& period, PeriodUnit unit, const Calendar& calendar);
/// `2026-11-22`, `2026-W47`, `2026-11`, `2026 Q4`, `2026 H2`, `2026`; `FY2026 Q3` and so on with a fiscal
/// year that does not start in January. Weeks that do not start on Monday are numbered so that week 1 holds 4
/// days of January.
std::string period_name(const Period& period, PeriodUnit unit, const Calendar& calendar);

}  // namespace kakehashi
