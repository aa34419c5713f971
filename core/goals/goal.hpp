// One goal as a row of the goal table says it, and the words its cells may hold.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/goals/figure.hpp"
#include "core/support/text.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

enum class GoalLayer { shared, department, activity };
enum class GoalKind {
    sum,    // adds up over the period and over people: revenue, visits
    rate,   // a numerator over a denominator: win rate
    level,  // a state at a time: satisfaction, head count
};
enum class GoalCurve { calendar, working, last_year };

// By `fold_header`, in English or Japanese; nothing if it is none.
std::optional<GoalLayer> parse_goal_layer(std::string_view text);
std::optional<GoalKind> parse_goal_kind(std::string_view text);
std::optional<GoalCurve> parse_goal_curve(std::string_view text);
/// True for `lower`.
std::optional<bool> parse_lower_is_better(std::string_view text);

struct Goal {
    std::size_t row = 0;  // 1-based, without the header row
    std::string name;     // as written
    std::string parent;
    std::string metric;
    std::string unit;  // folded
    std::optional<GoalLayer> layer;
    std::vector<std::string> departments;  // folded; several for a joint project
    std::vector<std::string> persons;      // folded
    std::optional<GoalKind> kind;          // nothing: that of its children, else sum
    bool lower_is_better = false;
    double weight = 1.0;
    Instant start = no_instant;       // a day
    Instant end = no_instant;         // a day, included
    Instant path_start = no_instant;  // between which it is to get from the baseline to the target: start
    Instant path_end = no_instant;    // and end, unless a view shows only a part of the way
    std::optional<double> baseline;
    Figure target;  // blank: no goal, which is not 0
    Figure actual;  // blank: no data, which is not 0
    std::optional<double> numerator;
    std::optional<double> denominator;
    GoalCurve curve = GoalCurve::calendar;
};

/// The departments in a cell or an argument, as they are compared: folded, `営業部` as `sales`; `both` and
/// `マーケティング・営業` stand for marketing and sales.
std::vector<std::string> goal_departments(std::string_view text);

/// Something in the goal table that was not understood, or hangs in the air.
struct GoalProblem {
    std::size_t row = 0;  // 1-based, without the header row; 0 = the table as a whole
    Text message;
};

}  // namespace kakehashi
