#include "core/goals/goals.hpp"

#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "core/goals/view.hpp"
#include "core/leads/leads.hpp"
#include "core/metrics/metric.hpp"

namespace kakehashi {
namespace {

/// The goal's own period up to the as-of date; turned around if it has not begun.
DateRange period_so_far(const Goal& goal, Instant as_of) {
    DateRange period;
    if (goal.start != no_instant) period.from = goal.start;
    period.to = inclusive_end(as_of);
    if (goal.end != no_instant) period.to = std::min(period.to, end_of_day(goal.end));
    return period;
}

bool shares_any(const std::vector<std::string>& some, const std::vector<std::string>& others) {
    return std::ranges::any_of(
        some, [&](const std::string& one) { return std::ranges::find(others, one) != others.end(); });
}

}  // namespace

CellError cyclic_goal(const Goal& goal) {
    return {ErrorCode::not_available,
            {fmt::format("The goal \"{}\" is its own ancestor.", goal.name),
             fmt::format("目標「{}」の親をたどると自分自身に戻ります。", goal.name)}};
}

CellError orphaned_goal(const Goal& goal) {
    return {ErrorCode::not_available,
            {fmt::format("The parent \"{}\" of \"{}\" is no goal of the table.", goal.parent, goal.name),
             fmt::format("「{}」の親「{}」が目標表にありません。", goal.name, goal.parent)}};
}

Result<std::shared_ptr<const Goals>> Goals::read(const Table& table, GoalContext context) {
    static const Playbook none;
    auto read = read_goal_table(table, context.playbook ? *context.playbook : none);
    if (!read) return error_of(read);
    return std::make_shared<const Goals>(std::move(*read), std::move(context));
}

Goals::Goals(GoalTable table, GoalContext context)
    : goals_(std::move(table.goals)),
      context_(std::move(context)),
      tree_(goals_),
      kinds_(goal_kinds(goals_, tree_)),
      unread_(std::move(table.problems)) {
    if (!context_.playbook) context_.playbook = std::make_shared<const Playbook>();
    calendar_ = working_calendar(*context_.playbook);
    as_of_ = playbook().as_of != no_instant ? playbook().as_of : start_of_day(context_.now);
}

Result<std::size_t> Goals::find(std::string_view name) const {
    const std::size_t goal = tree_.find(name);
    if (goal == GoalTree::none)
        return not_available(
            {fmt::format("There is no goal \"{}\".", name), fmt::format("目標「{}」はありません。", name)});
    if (tree_.fault(goal) == GoalTree::Fault::cycle) return tl::unexpected(cyclic_goal(goals_[goal]));
    if (tree_.fault(goal) == GoalTree::Fault::unknown_parent)
        return tl::unexpected(orphaned_goal(goals_[goal]));
    return goal;
}

std::vector<std::size_t> Goals::list(std::optional<GoalLayer> layer,
                                     const std::vector<std::string>& departments,
                                     const std::optional<Period>& period) const {
    std::vector<std::size_t> found;
    for (const std::size_t goal : tree_.order()) {
        if (layer && goals_[goal].layer != layer) continue;
        if (!departments.empty() && !shares_any(goals_[goal].departments, departments)) continue;
        if (period && !has_days_in(goals_[goal], *period)) continue;
        found.push_back(goal);
    }
    return found;
}

const GoalFigures& Goals::figures(std::size_t goal, Instant as_of) const {
    constexpr std::size_t most_dates = 32;  // a trend of half a year by weeks
    const auto known = figures_.find(as_of);
    if (known != figures_.end()) return known->second[goal];
    if (figures_.size() >= most_dates) figures_.clear();
    OwnActuals own;
    own.reserve(goals_.size());
    for (const Goal& one : goals_) own.push_back(own_actual(one, as_of));
    return figures_.emplace(as_of, roll_up(goals_, kinds_, tree_, std::move(own), as_of)).first->second[goal];
}

Result<Share> Goals::share(std::size_t goal, Instant as_of) const {
    return elapsed_share(goals_[goal], as_of, calendar_, context_.activities.get(),
                         activity_of(goals_[goal]));
}

Result<double> Goals::way_between(std::size_t goal, double way, const Period& days) const {
    return kakehashi::way_between(goals_[goal], way, days, calendar_, context_.activities.get(),
                                  activity_of(goals_[goal]));
}

std::shared_ptr<const Goals> Goals::seen_in(const Period& period) const {
    constexpr std::size_t most_views = 16;  // a year by months, and what is around it
    const std::pair days(period.first_day, period.last_day);
    if (const auto known = views_.find(days); known != views_.end()) return known->second;
    if (views_.size() >= most_views) views_.clear();
    GoalTable cut;
    cut.goals = cut_to(*this, period);
    return views_.emplace(days, std::make_shared<const Goals>(std::move(cut), context_)).first->second;
}

const PlaybookMetric* Goals::metric_of(const Goal& goal) const {
    if (goal.metric.empty() || !context_.leads) return nullptr;
    const std::string name = fold(goal.metric);
    for (const PlaybookMetric& metric : context_.leads->playbook().metrics)
        if (fold(metric.metric) == name) return &metric;
    return nullptr;
}

bool Goals::is_metric(const Goal& goal) const {
    return metric_of(goal) != nullptr;
}

bool Goals::waits_for_formula(const Goal& goal) const {
    const PlaybookMetric* metric = metric_of(goal);
    return metric != nullptr && trim(metric->formula).empty();
}

/// Goals of several people for one activity need different names, so `metric` may name the activity; a metric
/// of that name comes first.
bool Goals::names_activity(const Goal& goal) const {
    return context_.activities && context_.activities->knows(goal.metric) && !is_metric(goal);
}

std::string_view Goals::activity_of(const Goal& goal) const {
    const bool by_name = context_.activities && context_.activities->knows(goal.name);
    return names_activity(goal) && !by_name ? goal.metric : goal.name;
}

bool Goals::counts_activity(const Goal& goal) const {
    return context_.activities && context_.activities->knows(activity_of(goal));
}

Figure Goals::own_actual(const Goal& goal, Instant as_of) const {
    if (goal.actual.said()) return goal.actual;
    const DateRange period = period_so_far(goal, as_of);
    const bool begun = period.from <= period.to;
    if (!goal.metric.empty() && context_.leads && !names_activity(goal))
        return begun ? metric_actual(goal, period) : Figure();
    if (counts_activity(goal) && begun)
        return Figure(context_.activities->count(activity_of(goal), goal.persons, period));
    return {};
}

/// A figure that has nothing to count yet is no data; a metric that is not there or does not parse is a
/// mistake.
Figure Goals::metric_actual(const Goal& goal, const DateRange& period) const {
    if (waits_for_formula(goal))
        return Figure::missing(
            not_available(
                {fmt::format("The metric \"{}\" has no formula yet: enter one in [metrics] of the playbook.",
                             goal.metric),
                 fmt::format("指標「{}」に式がまだありません。プレイブックの［指標］に入力してください。",
                             goal.metric)})
                .value());
    const auto value = metric_value(*context_.leads, goal.metric, period, "");
    if (value) return Figure(*value);
    const bool mistaken = !is_metric(goal) || value.error().code == ErrorCode::illegal_argument;
    return mistaken ? Figure::wrong(value.error()) : Figure::missing(value.error());
}

}  // namespace kakehashi
