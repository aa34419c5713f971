// Goals in three layers: a table of goals seen through a playbook, an activity log and the leads.
//
// goal.hpp          one goal, and the words of its cells
// goal_table.hpp    the table
// tree.hpp          which goal hangs under which
// activity_log.hpp  what people did
// roll_up.hpp       from the leaves to the top
// curve.hpp         how much of a period is gone
// view.hpp          what of the goals lies in one week, month, quarter …
// standing.hpp      where one goal stands: expected, pace, status …
// plan.hpp          backwards from a value to leads, activities and dates
// goal_problems.hpp what is wrong with a goal table
//
// The whole tree is worked out once per as-of date and kept, so that all cells of one revision share it.
// Immutable as seen from outside, not thread-safe.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/goals/activity_log.hpp"
#include "core/goals/curve.hpp"
#include "core/goals/goal_table.hpp"
#include "core/goals/roll_up.hpp"
#include "core/goals/tree.hpp"
#include "core/playbook/playbook.hpp"

namespace kakehashi {

class Leads;

/// What the goals are seen through; each part may be missing.
struct GoalContext {
    std::shared_ptr<const Playbook> playbook;
    std::shared_ptr<const ActivityLog> activities;
    std::shared_ptr<const Leads> leads;
    Instant now = no_instant;  // clock time of the calculation
};

class Goals {
  public:
    /// Errors of `read_goal_table`.
    static Result<std::shared_ptr<const Goals>> read(const Table& table, GoalContext context);

    Goals(GoalTable table, GoalContext context);

    std::span<const Goal> all() const { return goals_; }
    GoalKind kind(std::size_t goal) const { return kinds_[goal]; }
    const GoalTree& tree() const { return tree_; }
    const Playbook& playbook() const { return *context_.playbook; }
    /// With holidays.
    const Calendar& calendar() const { return calendar_; }
    /// The playbook's as-of date, else the day of the calculation.
    Instant as_of() const { return as_of_; }

    /// The first goal of that name. #N/A if there is none, if it lies on a cycle or if its parent is unknown.
    Result<std::size_t> find(std::string_view name) const;
    /// In tree order, those of the layer and of any of the departments (none: of all) that have days in the
    /// period.
    std::vector<std::size_t> list(std::optional<GoalLayer> layer, const std::vector<std::string>& departments,
                                  const std::optional<Period>& period = std::nullopt) const;
    const GoalFigures& figures(std::size_t goal, Instant as_of) const;
    Result<Share> share(std::size_t goal, Instant as_of) const;
    /// The part of `way` that falls to these days on the goal's curve; errors of `elapsed_share`.
    Result<double> way_between(std::size_t goal, double way, const Period& days) const;

    /// The same goals, each cut to what of it lies in the period (view.hpp), under the same numbers. Kept, so
    /// that all cells that look at the period share it.
    std::shared_ptr<const Goals> seen_in(const Period& period) const;

    /// What is wrong with the table (goal_problems.hpp), in its order, the table as a whole first.
    std::vector<GoalProblem> problems() const;
    /// What reading the table found.
    const std::vector<GoalProblem>& unread() const { return unread_; }
    const GoalContext& context() const { return context_; }
    /// The goal's metric is one of the playbook that came with the leads.
    bool is_metric(const Goal& goal) const;
    /// One that nobody has given a formula yet: the goal has no data, which is no fault.
    bool waits_for_formula(const Goal& goal) const;
    /// The goal's metric is an activity of the log, and no metric.
    bool names_activity(const Goal& goal) const;

  private:
    const PlaybookMetric* metric_of(const Goal& goal) const;
    Figure own_actual(const Goal& goal, Instant as_of) const;
    Figure metric_actual(const Goal& goal, const DateRange& period) const;
    std::string_view activity_of(const Goal& goal) const;
    bool counts_activity(const Goal& goal) const;

    std::vector<Goal> goals_;
    GoalContext context_;
    GoalTree tree_;
    std::vector<GoalKind> kinds_;
    Calendar calendar_;
    Instant as_of_;
    std::vector<GoalProblem> unread_;
    mutable std::map<Instant, std::vector<GoalFigures>> figures_;
    mutable std::map<std::pair<std::int64_t, std::int64_t>, std::shared_ptr<const Goals>> views_;
};

/// Why a goal has no place in the tree.
CellError cyclic_goal(const Goal& goal);
CellError orphaned_goal(const Goal& goal);

}  // namespace kakehashi
