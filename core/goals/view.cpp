#include "core/goals/view.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/goals/goals.hpp"

namespace kakehashi {
namespace {

CellError outside(const Goal& goal, const Period& period) {
    const std::string first = format_instant(period.first_day * ms_per_day);
    const std::string last = format_instant(period.last_day * ms_per_day);
    return {ErrorCode::not_available,
            {fmt::format("\"{}\" has no day from {} to {}.", goal.name, first, last),
             fmt::format("「{}」の期間は {}～{} と重なりません。", goal.name, first, last)}};
}

CellError indivisible(const Goal& goal) {
    return {ErrorCode::not_available,
            {fmt::format("The actual of \"{}\" is typed for its whole period: nobody knows how much of it "
                         "belongs to a part.",
                         goal.name),
             fmt::format("「{}」の実績は期間全体の値として入力されているため、一部の期間の値はわかりません。",
                         goal.name)}};
}

bool lies_in(const Goal& goal, const Period& period) {
    return goal.start != no_instant && goal.end != no_instant && day_of(goal.start) >= period.first_day &&
           day_of(goal.end) <= period.last_day;
}

void leave_out(Goal& goal, const Period& period) {
    goal.target = goal.actual = Figure::missing(outside(goal, period));
    goal.numerator = goal.denominator = std::nullopt;
}

void shorten(Goal& goal, const Period& period) {
    const Instant first = period.first_day * ms_per_day;
    const Instant last = period.last_day * ms_per_day;
    goal.start = goal.start == no_instant ? first : std::max(goal.start, first);
    goal.end = goal.end == no_instant ? last : std::min(goal.end, last);
}

/// The target of the days that a sum has in the period, and the way to it.
void divide(const Goals& goals, std::size_t at, const Period& period, Goal& goal) {
    if (goal.target.value) {
        const auto part = goals.way_between(at, *goal.target.value - goal.baseline.value_or(0), period);
        goal.target = part ? Figure(*part) : Figure::unknown(part.error());
        // Where nothing is to be done, nothing is expected on any day: no curve need be known.
        if (part && *part == 0) goal.curve = GoalCurve::calendar;
    }
    goal.baseline.reset();
    goal.path_start = goal.start;
    goal.path_end = goal.end;
}

}  // namespace

bool has_days_in(const Goal& goal, const Period& period) {
    return (goal.start == no_instant || day_of(goal.start) <= period.last_day) &&
           (goal.end == no_instant || day_of(goal.end) >= period.first_day);
}

std::vector<Goal> cut_to(const Goals& goals, const Period& period) {
    std::vector<Goal> cut(goals.all().begin(), goals.all().end());
    for (std::size_t at = 0; at < cut.size(); ++at) {
        Goal& goal = cut[at];
        if (!has_days_in(goal, period)) {
            leave_out(goal, period);
            continue;
        }
        if (lies_in(goal, period)) continue;
        const GoalKind kind = goals.kind(at);
        const bool typed = goal.actual.value || (goal.numerator && goal.denominator);
        if (typed && kind != GoalKind::level) {
            goal.actual = Figure::unknown(indivisible(goal));
            goal.numerator = goal.denominator = std::nullopt;
        }
        shorten(goal, period);
        if (kind == GoalKind::sum) divide(goals, at, period, goal);
    }
    return cut;
}

}  // namespace kakehashi
