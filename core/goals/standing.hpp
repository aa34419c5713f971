// Where one goal stands on one day. The definitions are those of semantics.md, "Goals".
#pragma once

#include <string_view>

#include "core/goals/goals.hpp"

namespace kakehashi {

enum class GoalStatus { done, ahead, on_track, behind, at_risk, no_data };
/// `done`, `ahead`, `on track`, `behind`, `at risk`, `no data`
std::string_view goal_status_name(GoalStatus status);

class Standing {
  public:
    /// `goal` as `Goals::find` gives it.
    Standing(const Goals& goals, std::size_t goal, Instant as_of);

    // #N/A without a target or an actual, where the figure needs it.
    Result<double> target() const;
    Result<double> actual() const;
    /// baseline + (target - baseline) x share elapsed; errors of `elapsed_share`.
    Result<double> expected() const;
    /// `sum`: baseline + (actual - baseline) / share elapsed, #DIV/0! if that is 0; else the actual.
    Result<double> forecast() const;
    /// actual - expected, or the other way round where lower is better: negative is always a shortfall.
    Result<double> gap() const;
    /// (actual - baseline) / (target - baseline), or the weighted mean of children with other units; #DIV/0!
    /// if target and baseline are equal.
    Result<double> progress() const;
    /// actual / expected (`rate` and `level`: / target), upside down where lower is better.
    Result<double> pace() const;
    /// (target - actual) / working days after the as-of day up to the end; 0 if reached, #DIV/0! if no such
    /// day is left.
    Result<double> needed() const;
    Result<GoalStatus> status() const;

  private:
    /// What the pace compares with.
    Result<double> measure() const;
    bool reaches(double actual, double wanted) const;
    bool is_done(double actual, double target) const;

    const Goals& goals_;
    const Goal& goal_;
    std::size_t index_;
    GoalKind kind_;
    Instant as_of_;
    const GoalFigures& figures_;
};

}  // namespace kakehashi
