#include "core/expression/date_set.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace kakehashi {
namespace {

DateSet compared_with_moment(Comparison comparison, Instant literal) {
    const Instant midnight = start_of_day(literal);
    switch (comparison) {
        case Comparison::less:
            return {earliest, literal - 1, midnight, false};
        case Comparison::less_equal:
            return {earliest, literal};
        case Comparison::greater:
            return {literal + 1, latest};
        case Comparison::greater_equal:
            return {literal, latest, midnight, true};
        default:
            return {literal, literal, midnight, true};
    }
}

DateSet compared_with_day(Comparison comparison, Instant literal) {
    const Instant end = end_of_day(literal);
    switch (comparison) {
        case Comparison::less:
            return {earliest, literal - 1};
        case Comparison::less_equal:
            return {earliest, end};
        case Comparison::greater:
            return {end + 1, latest};
        case Comparison::greater_equal:
            return {literal, latest};
        default:
            return {literal, end};
    }
}

/// Dates have years -9999 … 9999; beyond them (an unbounded as-of date) a window has no beginning.
bool is_date(Instant instant) {
    constexpr Instant limit = 5'000'000 * ms_per_day;
    return instant > -limit && instant < limit;
}

Instant months_before(Instant instant, int months) {
    namespace chrono = std::chrono;
    const chrono::year_month_day date = civil_from_instant(instant);
    const chrono::year_month month = chrono::year_month{date.year(), date.month()} - chrono::months{months};
    const chrono::year_month_day_last end = month / chrono::last;
    return instant_from_civil(month / std::min(date.day(), end.day()));
}

}  // namespace

DateSet instants_that_are(Comparison comparison, Instant literal) {
    if (!is_date(literal)) return {};
    return has_time(literal) ? compared_with_moment(comparison, literal)
                             : compared_with_day(comparison, literal);
}

DateSet instants_that_are_to_today(Comparison comparison, Instant as_of) {
    return is_date(as_of) ? compared_with_day(comparison, start_of_day(as_of)) : DateSet{};
}

DateSet instants_within(double amount, WindowUnit unit, Instant as_of) {
    if (!is_date(as_of)) return {};
    constexpr double longest = 4'000'000;  // days; reaches back before every date
    const double days = unit == WindowUnit::weeks ? amount * 7 : amount;
    if (unit == WindowUnit::months) {
        constexpr double longest_months = 12 * 20'000;
        if (!(amount < longest_months)) return {earliest, inclusive_end(as_of)};
        return {months_before(as_of, static_cast<int>(amount)), inclusive_end(as_of)};
    }
    if (!(days < longest)) return {earliest, inclusive_end(as_of)};
    const auto whole_days = static_cast<Instant>(std::floor(days));
    return {start_of_day(as_of) - whole_days * ms_per_day, inclusive_end(as_of)};
}

}  // namespace kakehashi
