// The goals as the panel shows them: a line per goal under its layer, with a bar, a mark where it should be
// today, and its status by shape, colour and word.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/goals/standing.hpp"
#include "core/panel/picture.hpp"

namespace kakehashi::panel {

/// Whose colour a bar has.
enum class Side { shared, marketing, sales, other };
/// Both departments or none: shared.
Side side_of(const Goal& goal);

struct GoalLine {
    std::string name;
    std::optional<GoalLayer> layer;
    Side side = Side::shared;
    GoalStatus status = GoalStatus::no_data;
    bool no_target = false;  // why there is no data
    std::string amounts;     // `¥182M / 250M`
    /// 0 … 1 and beyond. Of a rate or level it is its pace, which the status goes by too: progress would
    /// count from the baseline, and exceed 1 where lower is better and the target is missed.
    std::optional<double> progress;
    std::optional<double> expected;  // where that should be today
    bool is_pace = false;            // of a rate or level: `progress` is its pace
};

struct GoalBoard {
    /// Shared goals first, then the departments', then activities; in each those of both departments first,
    /// then marketing's, then those of sales; in tree order.
    std::vector<GoalLine> lines;
    std::size_t more = 0;  // left out
};

/// `on track`, `順調`; `no target` where that is all that lacks.
std::string status_word(const GoalLine& line, Language language);

/// At most `limit` lines; the shared ones are never left out for others.
GoalBoard goal_board(const Goals& goals, Instant as_of, std::size_t limit, Language language);

/// `width` in pixels, at least 160.
Picture draw(const GoalBoard& board, double width, const Theme& theme, Language language);

}  // namespace kakehashi::panel
