#include "core/goals/plan.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "core/funnel/figures.hpp"
#include "core/goals/activity_log.hpp"
#include "core/leads/leads.hpp"
#include "core/leads/stages.hpp"
#include "core/money/wins.hpp"
#include "core/support/statistics.hpp"

namespace kakehashi {
namespace {

/// From the end of the as-of day to the end of `by`.
Result<Window> time_left(const Leads& leads, Instant by) {
    if (by == no_instant) return Window{};
    const Instant left = inclusive_end(by) - inclusive_end(leads.as_of());
    if (left < 0)
        return illegal_argument({"The date lies before the as-of date.", "期日が基準日より前です。"});
    return Window{left};
}

CellError never_logged(std::string_view activity) {
    return {ErrorCode::not_available,
            {fmt::format("The activity log has no \"{}\".", activity),
             fmt::format("活動記録に「{}」がありません。", activity)}};
}

/// The days over which the activity can be held against the leads: leads that came before the log began are
/// not its doing, and planned activities have not brought any yet.
Result<DateRange> measured(const Leads& leads, const PlannedActivity& activity, const DateRange& period) {
    const Instant first = activity.log.first(activity.name);
    if (first == no_instant) return tl::unexpected(never_logged(activity.name));
    return DateRange{std::max(period.from, start_of_day(first)),
                     std::min(period.to, inclusive_end(leads.as_of()))};
}

}  // namespace

Result<double> planned_leads(const Leads& leads, std::size_t stage, double value, Instant by,
                             const DateRange& period, const Bitmap& where) {
    const auto stages = leads.stages();
    if (!stages) return error_of(stages);
    const auto window = time_left(leads, by);
    if (!window) return error_of(window);
    const auto rate = conversion_rate(leads, stage, (*stages)->count() - 1, period, *window, where);
    if (!rate) return error_of(rate);
    const auto won = wins(leads, period, where);
    if (!won) return error_of(won);
    const auto mean = mean_won_value(leads, *won);
    if (!mean) return error_of(mean);
    if (*rate * *mean == 0)
        return division_by_zero({"At the measured rate and value nothing would be won.",
                                 "測定した率と金額では、受注が見込めません。"});
    return value / (*rate * *mean);
}

Result<double> planned_day(const Leads& leads, std::size_t stage, Instant by, const DateRange& period,
                           const Bitmap& where) {
    const auto stages = leads.stages();
    if (!stages) return error_of(stages);
    const auto lag = days_quantile(leads, stage, (*stages)->count() - 1, 0.5, period, where);
    if (!lag) return error_of(lag);
    return serial_from_instant(by) - *lag;
}

Result<double> leads_per_activity(const Leads& leads, std::size_t stage, const PlannedActivity& activity,
                                  const DateRange& period, const Bitmap& where) {
    const auto days = measured(leads, activity, period);
    if (!days) return error_of(days);
    const double done = activity.log.count(activity.name, {}, *days);
    if (!(done > 0))
        return division_by_zero({fmt::format("There was no \"{}\" in the period.", activity.name),
                                 fmt::format("期間中に「{}」がありません。", activity.name)});
    return static_cast<double>(entries(leads, stage, *days, where).count()) / done;
}

Result<double> planned_activities(const Leads& leads, std::size_t stage, const PlannedActivity& activity,
                                  double value, Instant by, const DateRange& period, const Bitmap& where) {
    const auto needed = planned_leads(leads, stage, value, by, period, where);
    if (!needed) return error_of(needed);
    const auto each = leads_per_activity(leads, stage, activity, period, where);
    if (!each) return error_of(each);
    if (*each == 0)
        return division_by_zero(
            {fmt::format("No lead entered the stage while there was \"{}\".", activity.name),
             fmt::format("「{}」の期間中に、このステージに入ったリードがありません。", activity.name)});
    return *needed / *each;
}

Result<double> planned_activity_day(const Leads& leads, std::size_t stage, const PlannedActivity& activity,
                                    Instant by, const DateRange& period, const Bitmap& where) {
    const auto day = planned_day(leads, stage, by, period, where);
    if (!day) return error_of(day);
    const auto days = measured(leads, activity, period);
    if (!days) return error_of(days);
    const auto stages = leads.stages();
    if (!stages) return error_of(stages);
    std::vector<double> lags;
    where.for_each([&](std::size_t row) {
        const Instant entry = (*stages)->first_entry(stage, row, days->from, days->to);
        if (entry == no_instant) return;
        const Instant done = activity.log.last(activity.name, end_of_day(entry));
        if (done != no_instant) lags.push_back(static_cast<double>(day_of(entry) - day_of(done)));
    });
    if (lags.empty())
        return not_available(
            {fmt::format("No lead entered the stage after \"{}\".", activity.name),
             fmt::format("「{}」の後にこのステージに入ったリードがありません。", activity.name)});
    return *day - quantile(lags, 0.5);
}

}  // namespace kakehashi
