// How much of a goal's period is gone, on the curve on which the goal is expected to grow.
#pragma once

#include "core/calendar/calendar.hpp"
#include "core/goals/goal.hpp"
#include "core/support/result.hpp"

namespace kakehashi {

class ActivityLog;

/// elapsed ÷ whole, kept apart so that nothing is rounded before it must be; whole > 0.
struct Share {
    double elapsed;
    double whole;
};

/// The same day a year earlier; 28 February for the 29th. Keeps the time of day.
Instant one_year_earlier(Instant instant);

/// Of the goal's path up to the as-of day, which counts as elapsed: 0 before the start, 1 after the end,
/// between them
/// - calendar: days,
/// - working: working days of the calendar,
/// - last year: what share of the activity of that name (by the goal's people) one year earlier had been done
///   by then; #N/A if nothing is known of it.
/// #N/A without both dates of the period or if it ends before it starts.
Result<Share> elapsed_share(const Goal& goal, Instant as_of, const Calendar& calendar,
                            const ActivityLog* activities, std::string_view activity);

/// The part of `way` that falls to these days on the goal's curve. Errors of `elapsed_share`.
Result<double> way_between(const Goal& goal, double way, const Period& days, const Calendar& calendar,
                           const ActivityLog* activities, std::string_view activity);

}  // namespace kakehashi
