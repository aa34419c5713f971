// The same goals of several teams, and what they come to together.
#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "core/report/goal_look.hpp"
#include "core/report/roll_up_sections.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::report {
namespace {

using sheet::Format;
using sheet::Refresh;
using sheet::Style;

struct GoalGroup {
    GoalFact goal;
    std::vector<std::pair<const TeamFigures*, const TeamGoal*>> rows;
};

/// Goals of the same name and layer belong together, in the order in which they first come.
std::vector<GoalGroup> goal_groups(const std::vector<TeamFigures>& teams) {
    std::vector<GoalGroup> groups;
    std::map<std::pair<int, std::string>, std::size_t> places;
    for (const TeamFigures& team : teams)
        for (const TeamGoal& goal : team.goals) {
            const auto key = std::pair(static_cast<int>(goal.goal.layer), fold(goal.goal.name));
            const auto [place, is_new] = places.try_emplace(key, groups.size());
            if (is_new) groups.push_back({goal.goal, {}});
            groups[place->second].rows.emplace_back(&team, &goal);
        }
    std::ranges::stable_sort(groups, {}, [](const GoalGroup& group) { return group.goal.layer; });
    return groups;
}

/// Whether what the teams say can be added: the same unit and kind, and no level.
bool adds_up(const GoalGroup& group) {
    return group.goal.kind != GoalKind::level && std::ranges::all_of(group.rows, [&](const auto& row) {
               const TeamGoal& goal = *row.second;
               const bool parts = goal.goal.kind == GoalKind::sum || (goal.numerator && goal.denominator);
               return goal.goal.kind == group.goal.kind && goal.goal.unit == group.goal.unit && parts;
           });
}

Row goal_row(const RollUp& roll_up, const std::string& name, const TeamFigures& team, const TeamGoal& goal) {
    const Format format = format_of(goal.goal);
    return {text_cell(name, Style::label), text_cell(team.team, Style::text), number(goal.target, format),
            number(goal.actual, format),
            // As in the weekly summary: what the pace compares with.
            number(goal.goal.kind == GoalKind::sum ? goal.expected : goal.target, format),
            number(goal.progress, Format::percent), number(goal.pace, Format::percent),
            text_cell(roll_up.draft.say(status_words(goal.status)), Style::result),
            goal.goal.kind == GoalKind::rate ? number(goal.numerator, Format::number)
                                             : text_cell("", Style::result),
            goal.goal.kind == GoalKind::rate ? number(goal.denominator, Format::number)
                                             : text_cell("", Style::result)};
}

Row goal_total(const RollUp& roll_up, const GoalGroup& group, int first, int last) {
    const Draft& draft = roll_up.draft;
    const int row = last + 1;
    const Format format = format_of(group.goal);
    const auto range = [&](int column) { return at(column, first) + ":" + at(column, last); };
    const auto sum = [&](int column) {
        return fmt::format("IF(COUNT({0})=0;\"–\";SUM({0}))", range(column));
    };
    const bool rate = group.goal.kind == GoalKind::rate;
    // The target of a rate weighs each team by its denominator.
    const std::string target =
        rate ? fmt::format("SUMPRODUCT({};{})/{}", range(2), range(9), at(9, row)) : sum(2);
    const std::string actual = rate ? fmt::format("{}/{}", at(8, row), at(9, row)) : sum(3);
    const bool lower = group.rows.front().second->lower_is_better;
    const std::string measure = rate ? at(2, row) : at(4, row);
    const std::string pace =
        lower ? fmt::format("{}/{}", measure, at(3, row)) : fmt::format("{}/{}", at(3, row), measure);
    const std::string status =
        fmt::format("IF(NOT(ISNUMBER({0}));{1};IF({0}>=1;{2};IF({0}>=0.95;{3};IF({0}>=0.75;{4};{5}))))",
                    at(6, row), literal(draft.say(status_words(GoalStatus::no_data))),
                    literal(draft.say(status_words(GoalStatus::ahead))),
                    literal(draft.say(status_words(GoalStatus::on_track))),
                    literal(draft.say(status_words(GoalStatus::behind))),
                    literal(draft.say(status_words(GoalStatus::at_risk))));
    return {text_cell("", Style::label),
            text_cell(draft.say({"All teams", "全チーム"}), Style::heading),
            formula_cell(or_dash(target), format),
            formula_cell(or_dash(actual), format),
            formula_cell(or_dash(rate ? at(2, row) : sum(4)), format),
            formula_cell(or_dash(fmt::format("{}/{}", at(3, row), at(2, row))), Format::percent),
            formula_cell(or_dash(pace), Format::percent),
            formula_cell(status, Format::text),
            rate ? formula_cell(sum(8), Format::number) : text_cell("", Style::result),
            rate ? formula_cell(sum(9), Format::number) : text_cell("", Style::result)};
}

}  // namespace

ChartedGoal add_goals(RollUp& roll_up) {
    Draft& draft = roll_up.draft;
    const std::vector<GoalGroup> groups = goal_groups(roll_up.teams);
    roll_up.heading(
        "goalsheading", {"Goals by layer", "層ごとの目標"},
        groups.empty()
            ? Text{"No workbook has goals.", "目標のあるブックがありません。"}
            : Text{
                  "Sums add up; rates are sums of numerators over sums of denominators; levels have no total",
                  "合計は加算、率は分子の合計÷分母の合計、水準は合計しません"});
    std::vector<Row> rows{{roll_up.head({"Goal", "目標"}), roll_up.head({"Team", "チーム"}),
                           roll_up.head({"Target", "目標値"}), roll_up.head({"Actual", "実績"}),
                           roll_up.head({"Expected", "期待値"}), roll_up.head({"Progress", "達成率"}),
                           roll_up.head({"Pace", "ペース"}), roll_up.head({"Status", "状況"}),
                           roll_up.head({"Numerator", "分子"}), roll_up.head({"Denominator", "分母"})}};
    ChartedGoal charted;
    std::optional<GoalLayer> layer;
    for (const GoalGroup& group : groups) {
        if (layer != group.goal.layer)
            rows.push_back({text_cell(draft.say(layer_name(group.goal.layer)), Style::subtitle)});
        layer = group.goal.layer;
        const int first = static_cast<int>(rows.size());
        for (const auto& [team, goal] : group.rows)
            rows.push_back(goal_row(roll_up,
                                    rows.size() == static_cast<std::size_t>(first) ? group.goal.name : "",
                                    *team, *goal));
        const int last = static_cast<int>(rows.size()) - 1;
        if (last > first && charted.last == 0) charted = {group.goal.name, first, last};
        if (last > first && adds_up(group)) rows.push_back(goal_total(roll_up, group, first, last));
    }
    draft.add("goals", Refresh::cells, std::move(rows));
    return charted;
}

}  // namespace kakehashi::report
