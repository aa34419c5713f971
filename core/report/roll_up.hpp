// The week over several teams' workbooks: per team a row, and totals where adding is right. Counts add, rates
// are sums over sums, levels have no total.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/goals/standing.hpp"
#include "core/report/facts.hpp"
#include "core/sheet/plan.hpp"

namespace kakehashi {

class Goals;
class Leads;

namespace report {

/// One goal of one team on the last day of the week. Nothing where it cannot be known.
struct TeamGoal {
    GoalFact goal;
    bool lower_is_better = false;
    std::optional<double> target;
    std::optional<double> actual;
    std::optional<double> expected;
    std::optional<double> progress;
    std::optional<double> pace;
    std::optional<double> numerator;  // of a rate …
    std::optional<double> denominator;
    std::optional<double> target_share;  // … and its target x denominator
    GoalStatus status = GoalStatus::no_data;
};

/// A team's week. Counts are missing where the workbook has no such thing (no hand-off dates, no amounts).
struct TeamFigures {
    std::string team;  // the file's name without its ending
    std::string file;
    std::string playbook;  // `Example v3 · agreed`; empty: none
    std::string fingerprint;
    std::optional<double> leads;  // entries into the first dated stage
    std::optional<double> offered;
    std::optional<double> accepted;
    std::optional<double> rejected;
    std::optional<double> pending;
    std::optional<double> opportunities;  // of those offered
    std::optional<double> won;
    std::optional<double> won_value;
    std::string currency;  // ISO code; empty: unknown
    std::vector<TeamGoal> goals;
};

/// A workbook that gave no figures, or whose figures need a word of caution.
struct TeamProblem {
    std::string file;
    Text message;
};

/// `week`: its first and last day as instants; both may be null.
TeamFigures team_figures(const Leads* leads, const Goals* goals, const Facts& facts, const DateRange& week);

struct RollUpOptions {
    Language language = Language::english;
    bool letter = false;
    std::string week;  // its name
    DateRange days;    // its days
    std::string folder;
};

sheet::Sheet roll_up_summary(const std::vector<TeamFigures>& teams, std::vector<TeamProblem> problems,
                             const RollUpOptions& options);

}  // namespace report
}  // namespace kakehashi
