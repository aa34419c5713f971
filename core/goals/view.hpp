// What of the goals lies in one period: the same tree for the week, the month, the quarter, the half, the
// year.
//
// Each goal is cut to the period, and then everything is worked out as ever. A goal
// - whose own period lies inside stays as it is;
// - that only partly lies inside has as its period the days that do (blank dates are open ends). A `sum` has
// as
//   its target the part of the way from the baseline to the target that falls to these days on its curve, and
//   begins at 0; what a metric or an activity counts is counted there. A `rate` and a `level` keep target,
//   baseline and path. A typed figure of a `sum` or a `rate` cannot be divided: it cannot be known, there and
//   above; that of a `level` is its state and stays;
// - with no day inside has no target and no actual, and parents leave it out.
//
// So the parts of a sum add up to the whole, and monthly goals to their quarter, half and year.
#pragma once

#include <vector>

#include "core/calendar/calendar.hpp"
#include "core/goals/goal.hpp"

namespace kakehashi {

class Goals;

bool has_days_in(const Goal& goal, const Period& period);
/// One per goal, in their order.
std::vector<Goal> cut_to(const Goals& goals, const Period& period);

}  // namespace kakehashi
