#include "core/goals/standing.hpp"

#include <array>
#include <cmath>

#include <fmt/format.h>

namespace kakehashi {
namespace {

/// Figures that are equal but for rounding are equal: a goal that is exactly where it should be is not late.
constexpr double rounding = 1e-12;

bool at_least(double value, double limit) {
    return value >= limit - rounding * std::max(std::abs(value), std::abs(limit));
}

Result<double> ratio(double part, double whole) {
    if (whole == 0)
        return division_by_zero(
            {"The pace would be measured against 0.", "ペースを0と比べることになります。"});
    return part / whole;
}

}  // namespace

std::string_view goal_status_name(GoalStatus status) {
    static constexpr std::array<std::string_view, 6> names = {"done",   "ahead",   "on track",
                                                              "behind", "at risk", "no data"};
    return names[static_cast<std::size_t>(status)];
}

Standing::Standing(const Goals& goals, std::size_t goal, Instant as_of)
    : goals_(goals),
      goal_(goals.all()[goal]),
      index_(goal),
      kind_(goals.kind(goal)),
      as_of_(as_of),
      figures_(goals.figures(goal, as_of)) {}

Result<double> Standing::target() const {
    if (figures_.target.value) return *figures_.target.value;
    if (figures_.target.reason) return tl::unexpected(*figures_.target.reason);
    return not_available({fmt::format("\"{}\" has no target.", goal_.name),
                          fmt::format("「{}」には目標値がありません。", goal_.name)});
}

Result<double> Standing::actual() const {
    if (figures_.actual.value) return *figures_.actual.value;
    if (figures_.actual.reason) return tl::unexpected(*figures_.actual.reason);
    return not_available({fmt::format("\"{}\" has no actual yet.", goal_.name),
                          fmt::format("「{}」にはまだ実績がありません。", goal_.name)});
}

Result<double> Standing::expected() const {
    const auto wanted = target();
    if (!wanted) return error_of(wanted);
    const auto share = goals_.share(index_, as_of_);
    if (!share) return error_of(share);
    // Multiplied first: 365 x 181 / 365 is 181.
    return figures_.baseline + (*wanted - figures_.baseline) * share->elapsed / share->whole;
}

Result<double> Standing::forecast() const {
    const auto so_far = actual();
    if (!so_far) return error_of(so_far);
    if (kind_ != GoalKind::sum) return *so_far;
    const auto share = goals_.share(index_, as_of_);
    if (!share) return error_of(share);
    if (share->elapsed == 0)
        return division_by_zero({fmt::format("Nothing of the period of \"{}\" has passed yet.", goal_.name),
                                 fmt::format("「{}」の期間がまだ経過していません。", goal_.name)});
    return figures_.baseline + (*so_far - figures_.baseline) * share->whole / share->elapsed;
}

Result<double> Standing::gap() const {
    const auto so_far = actual();
    if (!so_far) return error_of(so_far);
    const auto wanted = expected();
    if (!wanted) return error_of(wanted);
    return goal_.lower_is_better ? *wanted - *so_far : *so_far - *wanted;
}

Result<double> Standing::progress() const {
    const Figure& figure = figures_.progress;
    if (figure.value) return *figure.value;
    if (figure.reason) return tl::unexpected(*figure.reason);
    const auto wanted = target();
    return wanted ? actual() : wanted;  // one of them is missing
}

Result<double> Standing::measure() const {
    return kind_ == GoalKind::sum ? expected() : target();
}

Result<double> Standing::pace() const {
    const auto so_far = actual();
    if (!so_far) return error_of(so_far);
    const auto wanted = measure();
    if (!wanted) return error_of(wanted);
    return goal_.lower_is_better ? ratio(*wanted, *so_far) : ratio(*so_far, *wanted);
}

Result<double> Standing::needed() const {
    const auto wanted = target();
    if (!wanted) return error_of(wanted);
    const auto so_far = actual();
    if (!so_far) return error_of(so_far);
    if (reaches(*so_far, *wanted)) return 0.0;
    if (goal_.end == no_instant)
        return not_available({fmt::format("\"{}\" has no end date.", goal_.name),
                              fmt::format("「{}」に終了日がありません。", goal_.name)});
    const auto days = goals_.calendar().working_days_between(day_of(as_of_) + 1, day_of(goal_.end));
    if (days == 0)
        return division_by_zero({fmt::format("No working day is left for \"{}\".", goal_.name),
                                 fmt::format("「{}」に残りの営業日がありません。", goal_.name)});
    return (*wanted - *so_far) / static_cast<double>(days);
}

bool Standing::reaches(double actual, double wanted) const {
    return goal_.lower_is_better ? at_least(wanted, actual) : at_least(actual, wanted);
}

/// A sum that is to grow stays reached; anything else must still hold when the period is over.
bool Standing::is_done(double actual, double target) const {
    if (!reaches(actual, target)) return false;
    if (kind_ == GoalKind::sum && !goal_.lower_is_better) return true;
    return goal_.end != no_instant && day_of(as_of_) >= day_of(goal_.end);
}

Result<GoalStatus> Standing::status() const {
    if (figures_.actual.mistaken) return tl::unexpected(*figures_.actual.reason);
    if (figures_.target.broken) return tl::unexpected(*figures_.target.reason);
    if (!figures_.target.value || !figures_.actual.value) return GoalStatus::no_data;
    if (goal_.start != no_instant && day_of(as_of_) < day_of(goal_.start)) return GoalStatus::no_data;
    const double so_far = *figures_.actual.value;
    if (is_done(so_far, *figures_.target.value)) return GoalStatus::done;
    const auto wanted = measure();
    if (!wanted) return error_of(wanted);
    const auto rate = pace();
    if (!rate) return reaches(so_far, *wanted) ? GoalStatus::ahead : GoalStatus::at_risk;
    const StatusLimits& limits = goals_.playbook().status_limits;
    if (at_least(*rate, limits.ahead)) return GoalStatus::ahead;
    if (at_least(*rate, limits.on_track)) return GoalStatus::on_track;
    return at_least(*rate, limits.behind) ? GoalStatus::behind : GoalStatus::at_risk;
}

}  // namespace kakehashi
