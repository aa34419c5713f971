// Backwards from what is to be won to the leads that must come, and by when, at the rates and lags measured
// in a period. The leads' stages must be sound, as in core/funnel/figures.hpp.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/support/result.hpp"
#include "core/table/bitmap.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

class ActivityLog;
class Leads;

/// How many leads must enter the stage to win that value: value / (rate to the last stage x mean won value).
/// The rate is that of the leads that entered in the period, with a date `by` (else `no_instant`) within the
/// days from the as-of date to it; the mean is over the won leads that closed in the period, blank amounts
/// left out. Not rounded. #DIV/0! where nothing was won, Err:502 if `by` lies before the as-of date.
Result<double> planned_leads(const Leads& leads, std::size_t stage, double value, Instant by,
                             const DateRange& period, const Bitmap& where);

/// The day, as days since 1899-12-30 with fractions, by which leads must enter the stage to be won on the day
/// `by`: the median of the days that it took those that entered in the period. #N/A if none did.
Result<double> planned_day(const Leads& leads, std::size_t stage, Instant by, const DateRange& period,
                           const Bitmap& where);

/// Activities that bring leads to a stage. What they bring is measured over the period, from the first time
/// the activity was logged at the earliest up to the as-of day at the latest.
struct PlannedActivity {
    const ActivityLog& log;
    std::string_view name;
};

/// How many leads enter the stage per activity: entries in the period / activities in it. #N/A if the log
/// does not know the activity, #DIV/0! if there was none in the period.
Result<double> leads_per_activity(const Leads& leads, std::size_t stage, const PlannedActivity& activity,
                                  const DateRange& period, const Bitmap& where);

/// How many activities it takes to win the value: planned_leads / leads_per_activity. #DIV/0! if they brought
/// no lead; else the errors of both.
Result<double> planned_activities(const Leads& leads, std::size_t stage, const PlannedActivity& activity,
                                  double value, Instant by, const DateRange& period, const Bitmap& where);

/// The day by which the activities must be done: planned_day minus the median of the whole days from the last
/// activity to each entry into the stage in the period. #N/A if no entry came after one.
Result<double> planned_activity_day(const Leads& leads, std::size_t stage, const PlannedActivity& activity,
                                    Instant by, const DateRange& period, const Bitmap& where);

}  // namespace kakehashi
