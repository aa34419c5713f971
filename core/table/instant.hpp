// Points in time as Calc knows them: clock time without a zone, counted from 1899-12-30.
#pragma once

#include <chrono>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace kakehashi {

/// Milliseconds since 1899-12-30 00:00. Comparisons happen at this resolution: a window of 300 s ends where
/// it should although 300 s have no exact representation in days.
using Instant = std::int64_t;

constexpr Instant no_instant = std::numeric_limits<Instant>::min();  // blank, or not readable as a date
constexpr Instant earliest = no_instant + 1;                         // an unbounded `from`
constexpr Instant latest = std::numeric_limits<Instant>::max();      // an unbounded `to`

constexpr Instant ms_per_second = 1000;
constexpr Instant ms_per_minute = 60 * ms_per_second;
constexpr Instant ms_per_hour = 60 * ms_per_minute;
constexpr Instant ms_per_day = 24 * ms_per_hour;

/// From a Calc serial date with null date 1899-12-30; `no_instant` for NaN and beyond the years -9999 … 9999.
inline Instant instant_from_serial(double days) {
    constexpr double limit = 4'400'000.0;
    if (!(days > -limit && days < limit)) return no_instant;
    return static_cast<Instant>(std::llround(days * static_cast<double>(ms_per_day)));
}

inline double serial_from_instant(Instant instant) {
    return static_cast<double>(instant) / static_cast<double>(ms_per_day);
}

/// Whole days since 1899-12-30, rounded down.
constexpr std::int64_t day_of(Instant instant) {
    const std::int64_t quotient = instant / ms_per_day;
    return instant % ms_per_day < 0 ? quotient - 1 : quotient;
}
constexpr Instant start_of_day(Instant instant) {
    return day_of(instant) * ms_per_day;
}
/// The last instant of the day: a `to` or an as-of date without a time includes its whole day.
constexpr Instant end_of_day(Instant instant) {
    return start_of_day(instant) + ms_per_day - 1;
}
/// Midnight itself cannot be told from a date without a time; it counts as one.
constexpr bool has_time(Instant instant) {
    return instant % ms_per_day != 0;
}
/// A `to` bound as written: the end of its day if it has no time, else that very moment.
constexpr Instant inclusive_end(Instant instant) {
    return has_time(instant) ? instant : end_of_day(instant);
}

constexpr std::chrono::sys_days null_date = std::chrono::sys_days{std::chrono::year{1899} / 12 / 30};

constexpr std::chrono::year_month_day civil_from_instant(Instant instant) {
    return null_date + std::chrono::days{day_of(instant)};
}
constexpr Instant instant_from_civil(std::chrono::year_month_day date) {
    return (std::chrono::sys_days{date} - null_date).count() * ms_per_day;
}

/// Both ends are included; a `to` without a time is the end of that day. Unbounded where the caller left it
/// empty.
struct DateRange {
    Instant from = earliest;
    Instant to = latest;

    bool bounded() const { return from != earliest || to != latest; }
    bool contains(Instant instant) const { return instant >= from && instant <= to; }
    friend bool operator==(const DateRange&, const DateRange&) = default;
};

/// `2026-11-22`, with ` 14:05` or ` 14:05:09` behind it if there is a time.
std::string format_instant(Instant instant);

}  // namespace kakehashi
