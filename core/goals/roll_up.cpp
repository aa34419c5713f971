#include "core/goals/roll_up.hpp"

#include <fmt/format.h>

#include "core/support/statistics.hpp"

namespace kakehashi {
namespace {

CellError no_denominator(const Goal& goal) {
    return {ErrorCode::division_by_zero,
            {fmt::format("The denominators of \"{}\" add up to 0.", goal.name),
             fmt::format("「{}」の分母の合計が0です。", goal.name)}};
}

CellError no_weight(const Goal& goal) {
    return {ErrorCode::division_by_zero,
            {fmt::format("The weights below \"{}\" add up to 0.", goal.name),
             fmt::format("「{}」の下の重みの合計が0です。", goal.name)}};
}

CellError no_way_to_go(const Goal& goal) {
    return {ErrorCode::division_by_zero,
            {fmt::format("The target of \"{}\" equals its baseline.", goal.name),
             fmt::format("「{}」の目標値が基準値と同じです。", goal.name)}};
}

/// A sum that knows whether anything was in it.
class Total {
  public:
    void add(const std::optional<double>& value) {
        if (!value) return;
        any_ = true;
        sum_.add(*value);
    }
    std::optional<double> value() const { return any_ ? std::optional(sum_.total()) : std::nullopt; }

  private:
    Sum sum_;
    bool any_ = false;
};

class RollUp {
  public:
    RollUp(std::span<const Goal> goals, std::span<const GoalKind> kinds, const GoalTree& tree, Instant as_of)
        : goals_(goals), kinds_(kinds), tree_(tree), as_of_(as_of), figures_(goals.size()) {}

    std::vector<GoalFigures> run(OwnActuals own) && {
        for (const std::size_t goal : tree_.bottom_up()) {
            find_parts(goal, own[goal]);
            find_target(goal);
            find_actual(goal, std::move(own[goal]));
            find_progress(goal);
        }
        return std::move(figures_);
    }

  private:
    bool same_unit(std::size_t parent, std::size_t child) const {
        return goals_[parent].unit == goals_[child].unit;
    }

    template <class Visitor>
    void for_each_like(std::size_t goal, Visitor&& visit) const {
        for (const std::size_t child : tree_.children(goal))
            if (same_unit(goal, child)) visit(figures_[child], child);
    }

    /// Of the children for which `counts` holds the one whose period ends last; of equals the one that starts
    /// last, the lowest in the table. `none` if there is none.
    template <class Condition>
    std::size_t latest(std::size_t goal, Condition&& counts) const {
        std::size_t best = GoalTree::none;
        for_each_like(goal, [&](const GoalFigures& figures, std::size_t child) {
            if (!counts(figures, child)) return;
            const auto when = [&](std::size_t i) {
                return std::pair(goals_[i].path_end, goals_[i].path_start);
            };
            if (best == GoalTree::none || when(child) >= when(best)) best = child;
        });
        return best;
    }

    void find_target(std::size_t at) {
        const Goal& goal = goals_[at];
        GoalFigures& figures = figures_[at];
        figures.target = goal.target;
        figures.baseline = goal.baseline.value_or(0);
        if (!goal.target.said()) roll_up_target(at);
        if (figures.target.value && figures.denominator)
            figures.target_share = *figures.target.value * *figures.denominator;
    }

    /// Numerator and denominator of a rate: its own, else its children's, unless the goal itself says
    /// otherwise.
    void find_parts(std::size_t at, const Figure& own) {
        const Goal& goal = goals_[at];
        GoalFigures& figures = figures_[at];
        if (kinds_[at] != GoalKind::rate) return;
        if (has_own_parts(at)) {
            figures.numerator = goal.numerator;
            figures.denominator = goal.denominator;
            return;
        }
        if (own.said()) return;
        Total numerator, denominator;
        for_each_like(at, [&](const GoalFigures& child, std::size_t) {
            if (!child.numerator || !child.denominator) return;
            numerator.add(child.numerator);
            denominator.add(child.denominator);
        });
        figures.numerator = numerator.value();
        figures.denominator = denominator.value();
    }

    void roll_up_target(std::size_t at) {
        GoalFigures& figures = figures_[at];
        if (kinds_[at] == GoalKind::sum) return add_up_targets(at);
        if (kinds_[at] == GoalKind::rate) return join_target_rates(at);
        const std::size_t child = latest(
            at, [](const GoalFigures& one, std::size_t) { return one.target.value || one.target.broken; });
        if (child == GoalTree::none) return;
        figures.target = figures_[child].target;
        if (!goals_[at].baseline) figures.baseline = figures_[child].baseline;
    }

    void add_up_targets(std::size_t at) {
        if (const auto broken = broken_child(at, &GoalFigures::target)) {
            figures_[at].target = *broken;
            return;
        }
        Total target, baseline;
        for_each_like(at, [&](const GoalFigures& child, std::size_t) {
            if (!child.target.value) return;
            target.add(child.target.value);
            baseline.add(child.baseline);
        });
        figures_[at].target = Figure(target.value());
        // A parent that wants what its children want together begins where they begin together.
        if (!goals_[at].baseline) figures_[at].baseline = baseline.value().value_or(0);
    }

    /// The rate there would be if every child reached its own.
    void join_target_rates(std::size_t at) {
        Total wanted, baseline, denominator;
        for_each_like(at, [&](const GoalFigures& child, std::size_t) {
            if (!child.target_share) return;
            wanted.add(child.target_share);
            denominator.add(child.denominator);
            baseline.add(child.baseline * *child.denominator);
        });
        const auto whole = denominator.value();
        if (!whole || *whole == 0) return;
        figures_[at].target = Figure(*wanted.value() / *whole);
        if (!goals_[at].baseline) figures_[at].baseline = *baseline.value() / *whole;
    }

    void find_actual(std::size_t at, Figure own) {
        GoalFigures& figures = figures_[at];
        if (goals_[at].actual.said() || (own.said() && !has_own_parts(at)))
            figures.actual = std::move(own);
        else if (kinds_[at] == GoalKind::rate)
            figures.actual = rate_of(at);
        else if (kinds_[at] == GoalKind::sum)
            figures.actual = sum_of(at);
        else
            figures.actual = latest_of(at);
    }

    bool has_own_parts(std::size_t at) const {
        return kinds_[at] == GoalKind::rate && goals_[at].numerator && goals_[at].denominator;
    }

    Figure rate_of(std::size_t at) const {
        const GoalFigures& figures = figures_[at];
        if (!figures.denominator) return broken_child(at, &GoalFigures::actual).value_or(Figure());
        if (const auto broken = broken_child(at, &GoalFigures::actual); broken && !has_own_parts(at))
            return *broken;
        if (*figures.denominator == 0) return Figure::missing(no_denominator(goals_[at]));
        return Figure(*figures.numerator / *figures.denominator);
    }

    Figure sum_of(std::size_t at) const {
        if (const auto broken = broken_child(at, &GoalFigures::actual)) return *broken;
        Total total;
        for_each_like(at, [&](const GoalFigures& child, std::size_t) { total.add(child.actual.value); });
        return Figure(total.value());
    }

    Figure latest_of(std::size_t at) const {
        const std::size_t child = latest(at, [&](const GoalFigures& one, std::size_t i) {
            const Instant start = goals_[i].start;
            const bool begun = start == no_instant || day_of(start) <= day_of(as_of_);
            return begun && (one.actual.value || one.actual.broken);
        });
        return child == GoalTree::none ? Figure() : figures_[child].actual;
    }

    std::optional<Figure> broken_child(std::size_t at, Figure GoalFigures::*figure) const {
        std::optional<Figure> broken;
        for_each_like(at, [&](const GoalFigures& child, std::size_t) {
            if ((child.*figure).broken && !broken) broken = child.*figure;
        });
        return broken;
    }

    void find_progress(std::size_t at) {
        GoalFigures& figures = figures_[at];
        if (figures.actual.value && figures.target.value) {
            const double way = *figures.target.value - figures.baseline;
            figures.progress = way == 0 ? Figure::wrong(no_way_to_go(goals_[at]))
                                        : Figure((*figures.actual.value - figures.baseline) / way);
        } else if (figures.actual.reason) {
            figures.progress = figures.actual;
        } else if (!figures.actual.value && has_other_units_only(at)) {
            figures.progress = mean_progress(at);
        }
    }

    bool has_other_units_only(std::size_t at) const {
        bool like = false;
        for_each_like(at, [&](const GoalFigures&, std::size_t) { like = true; });
        return !like && !tree_.children(at).empty();
    }

    Figure mean_progress(std::size_t at) const {
        Total progress, weights;
        for (const std::size_t child : tree_.children(at)) {
            const Figure& one = figures_[child].progress;
            if (one.broken) return one;
            if (!one.value) continue;
            progress.add(*one.value * goals_[child].weight);
            weights.add(goals_[child].weight);
        }
        const auto whole = weights.value();
        if (!whole) return Figure();
        if (*whole == 0) return Figure::missing(no_weight(goals_[at]));
        return Figure(*progress.value() / *whole);
    }

    std::span<const Goal> goals_;
    std::span<const GoalKind> kinds_;
    const GoalTree& tree_;
    Instant as_of_;
    std::vector<GoalFigures> figures_;
};

}  // namespace

std::vector<GoalFigures> roll_up(std::span<const Goal> goals, std::span<const GoalKind> kinds,
                                 const GoalTree& tree, OwnActuals own, Instant as_of) {
    return RollUp(goals, kinds, tree, as_of).run(std::move(own));
}

std::vector<GoalKind> goal_kinds(std::span<const Goal> goals, const GoalTree& tree) {
    std::vector<GoalKind> kinds(goals.size(), GoalKind::sum);
    for (const std::size_t goal : tree.bottom_up()) {
        std::optional<GoalKind> common;
        bool one_kind = true;
        for (const std::size_t child : tree.children(goal)) {
            if (goals[child].unit != goals[goal].unit) continue;
            one_kind = one_kind && (!common || *common == kinds[child]);
            common = kinds[child];
        }
        const auto inherited = one_kind ? common : std::nullopt;
        kinds[goal] = goals[goal].kind.value_or(inherited.value_or(GoalKind::sum));
    }
    return kinds;
}

}  // namespace kakehashi
