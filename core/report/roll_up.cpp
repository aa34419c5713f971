#include "core/report/roll_up.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/report/roll_up_sections.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::report {
namespace {

using sheet::Refresh;
using sheet::Style;

void add_charts(RollUp& roll_up, const ChartedGoal& goal) {
    const Draft& draft = roll_up.draft;
    const int last = static_cast<int>(roll_up.teams.size());
    std::vector<sheet::Chart> charts;
    const bool offered = std::ranges::any_of(
        roll_up.teams, [](const TeamFigures& team) { return team.offered.value_or(0) > 0; });
    if (offered) {
        sheet::Chart chart;
        chart.id = "handoffs";
        chart.kind = sheet::Chart::Kind::stacked_bars;
        chart.title =
            draft.say({"What sales did with what it was offered", "引き渡したリードへの営業の判断"});
        chart.alternative_text = draft.say({"Stacked bars per team: accepted, rejected, pending",
                                            "チームごとの積み上げ棒：受け入れ・却下・未判断"});
        chart.categories = {"teams", {0, 1}, {0, last}};
        chart.series = {
            {draft.say({"Accepted", "受け入れ"}),
             {"teams", {team_accepted, 1}, {team_accepted, last}},
             0x009E73},
            {draft.say({"Rejected", "却下"}), {"teams", {team_rejected, 1}, {team_rejected, last}}, 0xD55E00},
            {draft.say({"Pending", "未判断"}), {"teams", {team_pending, 1}, {team_pending, last}}, 0xD9D9D9}};
        chart.value_axis = draft.say({"Leads", "リード数"});
        chart.width_mm = 130;
        charts.push_back(chart);
    }
    if (goal.last > 0) {
        sheet::Chart chart;
        chart.id = "goal";
        chart.kind = sheet::Chart::Kind::bars;
        chart.title =
            fmt::format("{}{}", goal.name, draft.say({": % of target by team", "：チーム別の達成率"}));
        chart.alternative_text = draft.say({"Bars: progress per team", "棒：チーム別の達成率"});
        chart.categories = {"goals", {1, goal.first}, {1, goal.last}};
        chart.series = {
            {draft.say({"Progress", "達成率"}), {"goals", {5, goal.first}, {5, goal.last}}, 0x0072B2}};
        chart.value_axis = draft.say({"% of target", "目標比"});
        chart.at.column = charts.empty() ? 0 : 5;
        chart.width_mm = 130;
        charts.push_back(chart);
    }
    roll_up.draft.charts("charts", std::move(charts), 9, 5.5);
}

/// Teams that count by another agreement than most are named: their figures may not mean the same.
void add_other_playbooks(const RollUp& roll_up, std::vector<TeamProblem>& problems) {
    std::map<std::string, std::size_t> counts;
    for (const TeamFigures& team : roll_up.teams) ++counts[team.fingerprint];
    if (counts.size() < 2) return;
    const auto most =
        std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; })->first;
    for (const TeamFigures& team : roll_up.teams) {
        if (team.fingerprint == most) continue;
        problems.push_back(
            {team.file,
             team.fingerprint.empty()
                 ? Text{"No playbook: its figures may not mean the same as the others'.",
                        "プレイブックがないため、他のチームと数値の意味が異なる場合があります。"}
                 : Text{fmt::format("Another playbook than most ({}, {}): its figures may not mean the same.",
                                    team.playbook, team.fingerprint),
                        fmt::format("他の多くのチームとプレイブックが異なるため（{}、{}"
                                    "）、数値の意味が異なる場合があります。",
                                    team.playbook, team.fingerprint)}});
    }
}

void add_problems(RollUp& roll_up, std::vector<TeamProblem> problems) {
    Draft& draft = roll_up.draft;
    add_other_playbooks(roll_up, problems);
    roll_up.heading("problemsheading", {"What to know", "注意事項"},
                    problems.empty() ? Text{"Every workbook was read, and all follow the same playbook",
                                            "すべてのブックを読み取り、プレイブックも同一です"}
                                     : Text{"Workbooks left out, and figures that may not compare",
                                            "集計できなかったブックと、比較に注意が必要な数値"});
    std::vector<Row> rows{
        row_of({roll_up.head({"File", "ファイル"}),
                text_cell(draft.say({"What", "内容"}), Style::heading, RollUp::columns - 1)})};
    for (const TeamProblem& problem : problems)
        rows.push_back(row_of({text_cell(problem.file, Style::label),
                               text_cell(draft.say(problem.message), Style::text, RollUp::columns - 1)}));
    draft.add("problems", Refresh::cells, std::move(rows));
}

void add_title(RollUp& roll_up) {
    Draft& draft = roll_up.draft;
    const auto day = [](Instant instant) { return format_instant(start_of_day(instant)); };
    const std::string days =
        fmt::format("{} – {}", day(roll_up.options.days.from), day(roll_up.options.days.to));
    draft.add("title", Refresh::cells,
              {row_of({text_cell(
                   fmt::format("{} · {}", draft.say({"All teams", "全チームのまとめ"}), roll_up.options.week),
                   Style::title, RollUp::columns)}),
               row_of({text_cell(fmt::format("{} · {} · {}", days,
                                             draft.language() == Language::japanese
                                                 ? fmt::format("{}チーム", roll_up.teams.size())
                                                 : fmt::format("{} {}", roll_up.teams.size(),
                                                               roll_up.teams.size() == 1 ? "team" : "teams"),
                                             roll_up.options.folder),
                                 Style::note, RollUp::columns)})});
}

}  // namespace

bool RollUp::one_currency() const {
    std::set<std::string> currencies;
    for (const TeamFigures& team : teams)
        if (team.won_value) currencies.insert(team.currency);
    return currencies.size() <= 1;
}

void RollUp::heading(std::string id, const Text& title, const Text& note) {
    draft.heading(std::move(id), title, note, columns);
}

sheet::Cell RollUp::head(const Text& text, const Text& note) const {
    return noted(text_cell(draft.say(text), Style::heading), draft.say(note));
}

sheet::Cell number(std::optional<double> value, sheet::Format format) {
    sheet::Cell cell = sign_cell("–", format);
    if (value) cell.content = *value;
    return cell;
}

sheet::Sheet roll_up_summary(const std::vector<TeamFigures>& teams, std::vector<TeamProblem> problems,
                             const RollUpOptions& options) {
    RollUp roll_up{teams, options, Draft(options.language)};
    sheet::Sheet& sheet = roll_up.draft.sheet;
    sheet.id = "rollup";
    sheet.name = roll_up.draft.say({"All teams", "全チーム"});
    sheet.tab_colour = 0x009E73;
    sheet.column_widths_mm = {42, 24, 26, 26, 26, 20, 28, 26, 24, 28};
    sheet.page.letter = options.letter;
    sheet.page.header = sheet.name;
    sheet.page.footer =
        roll_up.draft.say({"Kakehashi · values as the workbooks had them; totals are formulas",
                           "架け橋 · 値は各ブックの作成時点のもの、合計は数式です"});
    if (roll_up.one_currency())
        for (const TeamFigures& team : teams)
            if (sheet.currency.empty()) sheet.currency = team.currency;
    add_title(roll_up);
    add_teams(roll_up);
    const ChartedGoal goal = add_goals(roll_up);
    add_charts(roll_up, goal);
    add_problems(roll_up, std::move(problems));
    return std::move(roll_up.draft.sheet);
}

}  // namespace kakehashi::report
