// From the leaves to the top: what the whole tree has, wants and began with on one day, worked out once.
#pragma once

#include <span>
#include <vector>

#include "core/goals/figure.hpp"
#include "core/goals/tree.hpp"

namespace kakehashi {

struct GoalFigures {
    Figure actual;
    Figure target;
    double baseline = 0;  // a blank one is 0
    /// Of a goal whose children all have other units and that has no actual: the weighted mean of theirs.
    /// Of any other: (actual - baseline) / (target - baseline).
    Figure progress;

    // What a parent adds up.
    std::optional<double> numerator;
    std::optional<double> denominator;
    std::optional<double> target_share;  // target x denominator of a rate
};

/// What each goal says of itself, without its children: its cell, its metric, its activity. One per goal.
using OwnActuals = std::vector<Figure>;

/// `sum` adds the children of the same unit, `rate` divides their numerators by their denominators (targets:
/// weighted by denominators), `level` is the latest child that has begun by the as-of day. What a goal says
/// itself wins. Goals on cycles have nothing.
std::vector<GoalFigures> roll_up(std::span<const Goal> goals, std::span<const GoalKind> kinds,
                                 const GoalTree& tree, OwnActuals own, Instant as_of);

/// The kind of each goal: as written; else the one that all its children of the same unit have; else sum.
std::vector<GoalKind> goal_kinds(std::span<const Goal> goals, const GoalTree& tree);

}  // namespace kakehashi
