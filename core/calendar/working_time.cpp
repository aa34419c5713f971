// Working days and hours by arithmetic on whole weeks: a span of decades costs what a span of a week costs.
#include <algorithm>
#include <cmath>

#include "core/calendar/calendar.hpp"

namespace kakehashi {
namespace {

constexpr std::int64_t days_per_week = 7;

/// Sunday = 0. Day 0, 1899-12-30, was a Saturday.
constexpr std::size_t weekday_index(std::int64_t day) {
    const std::int64_t remainder = (day % days_per_week + 6) % days_per_week;
    return static_cast<std::size_t>(remainder < 0 ? remainder + days_per_week : remainder);
}

Instant overlap(const TimeSpan& span, Instant from, Instant to) {
    return std::max<Instant>(0, std::min(span.to, to) - std::max(span.from, from));
}

/// Working time of one working day between two times of day.
Instant worked(const std::vector<TimeSpan>& hours, Instant from, Instant to) {
    Instant total = 0;
    for (const TimeSpan& span : hours) total += overlap(span, from, to);
    return total;
}

}  // namespace

bool Calendar::is_working_day(std::int64_t day) const {
    return working_days[weekday_index(day)] && !std::ranges::binary_search(holidays, day);
}

std::int64_t Calendar::working_days_between(std::int64_t first_day, std::int64_t last_day) const {
    if (first_day > last_day) return 0;
    const std::int64_t days = last_day - first_day + 1;
    std::int64_t total = days / days_per_week * std::ranges::count(working_days, true);
    for (std::int64_t i = 0; i < days % days_per_week; ++i)
        if (working_days[weekday_index(first_day + i)]) ++total;

    auto holiday = std::ranges::lower_bound(holidays, first_day);
    const auto end = std::upper_bound(holiday, holidays.end(), last_day);
    for (; holiday != end; ++holiday) {
        const bool repeated = holiday != holidays.begin() && *holiday == *(holiday - 1);
        if (!repeated && working_days[weekday_index(*holiday)]) --total;
    }
    return total;
}

double Calendar::working_hours_between(Instant start, Instant end) const {
    if (start == no_instant || end <= start) return 0;
    const std::int64_t first = day_of(start);
    const std::int64_t last = day_of(end);
    const Instant start_time = start - start_of_day(start);
    const Instant end_time = end - start_of_day(end);

    Instant total = 0;
    if (first == last) {
        if (is_working_day(first)) total = worked(working_hours, start_time, end_time);
    } else {
        if (is_working_day(first)) total += worked(working_hours, start_time, ms_per_day);
        total += working_days_between(first + 1, last - 1) * worked(working_hours, 0, ms_per_day);
        if (is_working_day(last)) total += worked(working_hours, 0, end_time);
    }
    return static_cast<double>(total) / static_cast<double>(ms_per_hour);
}

Instant Calendar::after_working_hours(Instant start, double hours) const {
    constexpr std::int64_t most_days = 3660;
    if (start == no_instant || !(hours >= 0 && hours < 24.0 * most_days)) return no_instant;
    auto left = static_cast<Instant>(std::llround(hours * static_cast<double>(ms_per_hour)));
    for (std::int64_t day = day_of(start); day <= day_of(start) + most_days; ++day) {
        if (!is_working_day(day)) continue;
        const Instant midnight = day * ms_per_day;
        for (const TimeSpan& span : working_hours) {
            const Instant from = std::max(midnight + span.from, start);
            const Instant to = midnight + span.to;
            if (to < from) continue;
            if (to - from >= left) return from + left;
            left -= to - from;
        }
    }
    return no_instant;
}

}  // namespace kakehashi
