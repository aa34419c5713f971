// Which instants a condition on dates accepts.
#pragma once

#include "core/expression/expression.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

/// The instants from `first` to `last`, both included, but for one that is decided on its own: midnight of
/// the literal's day, which stands for a date without time. Blanks (`no_instant`) are in no set.
struct DateSet {
    Instant first = latest;
    Instant last = earliest;
    Instant midnight = no_instant;
    bool accepts_midnight = false;

    /// Without branches: dates in a table follow no pattern that a processor could predict.
    bool contains(Instant instant) const {
        const bool inside = (first <= instant) & (instant <= last);
        const bool is_midnight = instant == midnight;
        return (inside & !is_midnight) | (is_midnight & accepts_midnight);
    }
};

/// The instants for which `instant comparison literal` holds; equality and order only, `not_equal` as
/// `equal`. Days are compared where either side has no time, so that exactly one of <, = and > holds.
DateSet instants_that_are(Comparison comparison, Instant literal);

/// The same with the day of `as_of`; none if that is no date.
DateSet instants_that_are_to_today(Comparison comparison, Instant as_of);

/// The instants that lie 0 … amount units before `as_of`: whole days, calendar months clamped to the month's
/// end.
DateSet instants_within(double amount, WindowUnit unit, Instant as_of);

}  // namespace kakehashi
