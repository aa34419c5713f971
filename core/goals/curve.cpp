#include "core/goals/curve.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/goals/activity_log.hpp"

namespace kakehashi {
namespace {

constexpr Share nothing{0, 1};
constexpr Share everything{1, 1};

Result<Share> last_year(const Goal& goal, Instant as_of, const ActivityLog* log, std::string_view activity) {
    const DateRange year{one_year_earlier(goal.path_start), end_of_day(one_year_earlier(goal.path_end))};
    const DateRange so_far{year.from, std::min(year.to, inclusive_end(one_year_earlier(as_of)))};
    const double whole = log == nullptr ? 0.0 : log->count(activity, goal.persons, year);
    if (!(whole > 0))
        return not_available({fmt::format("The log has no \"{}\" one year earlier.", activity),
                              fmt::format("前年同期の「{}」の記録がありません。", activity)});
    return Share{log->count(activity, goal.persons, so_far), whole};
}

}  // namespace

Instant one_year_earlier(Instant instant) {
    const auto date = civil_from_instant(instant) - std::chrono::years{1};
    const auto day = date.ok() ? date : date.year() / date.month() / std::chrono::last;
    return instant_from_civil(std::chrono::sys_days{day}) + (instant - start_of_day(instant));
}

Result<Share> elapsed_share(const Goal& goal, Instant as_of, const Calendar& calendar,
                            const ActivityLog* activities, std::string_view activity) {
    const std::int64_t today = day_of(as_of);
    const bool starts = goal.path_start != no_instant;
    const bool ends = goal.path_end != no_instant;
    if (starts && ends && goal.path_start > goal.path_end)
        return not_available({fmt::format("\"{}\" ends before it starts.", goal.name),
                              fmt::format("「{}」は終了日が開始日より前です。", goal.name)});
    if (starts && today < day_of(goal.path_start)) return nothing;
    if (ends && today > day_of(goal.path_end)) return everything;
    if (!starts || !ends)
        return not_available(
            {fmt::format("\"{}\" has no {} date.", goal.name, starts ? "end" : "start"),
             fmt::format("「{}」に{}日がありません。", goal.name, starts ? "終了" : "開始")});
    if (goal.curve == GoalCurve::last_year) return last_year(goal, as_of, activities, activity);
    const std::int64_t first = day_of(goal.path_start);
    const std::int64_t last = day_of(goal.path_end);
    if (today == last) return everything;
    if (goal.curve == GoalCurve::calendar)
        return Share{static_cast<double>(today - first + 1), static_cast<double>(last - first + 1)};
    const std::int64_t whole = calendar.working_days_between(first, last);
    if (whole == 0)
        return division_by_zero({fmt::format("The period of \"{}\" has no working day.", goal.name),
                                 fmt::format("「{}」の期間に営業日がありません。", goal.name)});
    return Share{static_cast<double>(calendar.working_days_between(first, today)),
                 static_cast<double>(whole)};
}

Result<double> way_between(const Goal& goal, double way, const Period& days, const Calendar& calendar,
                           const ActivityLog* activities, std::string_view activity) {
    const auto by_the_end_of = [&](std::int64_t day) -> Result<Share> {
        // At its end a goal needs no curve.
        if (goal.path_end != no_instant && day >= day_of(goal.path_end)) return everything;
        return elapsed_share(goal, day * ms_per_day, calendar, activities, activity);
    };
    const auto begun = by_the_end_of(days.first_day - 1);
    if (!begun) return error_of(begun);
    const auto ended = by_the_end_of(days.last_day);
    if (!ended) return error_of(ended);
    // Over the same whole, so that a part is as exact as the sum of the parts.
    const bool over = ended->elapsed == ended->whole;
    const double whole = over ? begun->whole : ended->whole;
    return way * ((over ? whole : ended->elapsed) - begun->elapsed) / whole;
}

}  // namespace kakehashi
