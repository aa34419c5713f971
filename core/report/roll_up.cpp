#include "core/report/roll_up.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/report/draft.hpp"
#include "core/report/sections.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::report {
namespace {

using sheet::Format;
using sheet::Refresh;
using sheet::Style;

constexpr int columns = 10;
enum TeamColumn {
    team_name,
    team_leads,
    team_offered,
    team_accepted,
    team_rejected,
    team_pending,
    team_opportunities,
    team_acceptance,
    team_won,
    team_value
};

struct RollUp {
    const std::vector<TeamFigures>& teams;
    const RollUpOptions& options;
    Draft draft;
};

sheet::Cell number(std::optional<double> value, Format format) {
    sheet::Cell cell = sign_cell("–", format);
    if (value) cell.content = *value;
    return cell;
}

sheet::Cell head(const Draft& draft, const Text& text, const Text& note = {}) {
    return noted(text_cell(draft.say(text), Style::heading), draft.say(note));
}

std::string status_words(GoalStatus status, const Draft& draft) {
    switch (status) {
        case GoalStatus::done:
            return draft.say({"✓ done", "✓ 達成"});
        case GoalStatus::ahead:
            return draft.say({"▲ ahead", "▲ 先行"});
        case GoalStatus::on_track:
            return draft.say({"● on track", "● 順調"});
        case GoalStatus::behind:
            return draft.say({"▼ behind", "▼ 遅れ"});
        case GoalStatus::at_risk:
            return draft.say({"■ at risk", "■ 危険"});
        case GoalStatus::no_data:
            break;
    }
    return draft.say({"○ no data", "○ データなし"});
}

void heading(RollUp& roll_up, std::string id, const Text& title, const Text& note) {
    roll_up.draft.heading(std::move(id), title, note, columns);
}

/// One currency, or the amounts cannot be added.
bool one_currency(const std::vector<TeamFigures>& teams) {
    std::set<std::string> currencies;
    for (const TeamFigures& team : teams)
        if (team.won_value) currencies.insert(team.currency);
    return currencies.size() <= 1;
}

Row team_row(const TeamFigures& team, int row) {
    const std::string decided = fmt::format("{}+{}", at(team_accepted, row), at(team_rejected, row));
    return {
        noted(text_cell(team.team, Style::label),
              team.file + (team.playbook.empty() ? "" : "\n" + team.playbook)),
        number(team.leads, Format::integer),
        number(team.offered, Format::integer),
        number(team.accepted, Format::integer),
        number(team.rejected, Format::integer),
        number(team.pending, Format::integer),
        number(team.opportunities, Format::integer),
        formula_cell(fmt::format("IFERROR(IF({0}<5;\"–\";{1}/({0}));\"–\")", decided, at(team_accepted, row)),
                     Format::percent),
        number(team.won, Format::integer),
        number(team.won_value, Format::money)};
}

Row total_row(const RollUp& roll_up, int last) {
    const int row = last + 1;
    const auto sum = [&](int column, Format format) {
        return formula_cell(fmt::format("SUM({}:{})", at(column, 1), at(column, last)), format);
    };
    const std::string decided = fmt::format("{}+{}", at(team_accepted, row), at(team_rejected, row));
    return {text_cell(roll_up.draft.say({"All teams", "全チーム"}), Style::heading),
            sum(team_leads, Format::integer),
            sum(team_offered, Format::integer),
            sum(team_accepted, Format::integer),
            sum(team_rejected, Format::integer),
            sum(team_pending, Format::integer),
            sum(team_opportunities, Format::integer),
            formula_cell(fmt::format("IF({0}<5;\"–\";{1}/({0}))", decided, at(team_accepted, row)),
                         Format::percent),
            sum(team_won, Format::integer),
            one_currency(roll_up.teams) ? sum(team_value, Format::money)
                                        : noted(sign_cell("–", Format::money),
                                                roll_up.draft.say({"The teams count in different currencies",
                                                                   "チームによって通貨が異なります"}))};
}

void add_teams(RollUp& roll_up) {
    Draft& draft = roll_up.draft;
    heading(roll_up, "teamsheading", {"Teams", "チーム"},
            {"Counts of the week as the workbooks had them when this was made; rates are sums over sums",
             "作成時点での各ブックの週の数値。率は合計同士の比"});
    std::vector<Row> rows{{
        head(draft, {"Team", "チーム"}),
        head(draft, {"New leads", "新規リード"},
             {"Entries into the first stage in the week", "週内に最初のステージに入った件数"}),
        head(draft, {"Offered", "引き渡し"},
             {"Handed off to sales in the week", "週内に営業へ引き渡した件数"}),
        head(draft, {"Accepted", "受け入れ"}),
        head(draft, {"Rejected", "却下"}),
        head(draft, {"Pending", "未判断"}),
        head(draft, {"Opportunities", "商談化"},
             {"Of those offered in the week, by now", "週内に引き渡したうち、現在までに商談になった件数"}),
        head(draft, {"Acceptance", "受け入れ率"},
             {"Accepted ÷ (accepted + rejected); no rate for fewer than five",
              "受け入れ÷（受け入れ＋却下）。5件未満では表示しません"}),
        head(draft, {"Won", "受注"}, {"Closed as won in the week", "週内に受注した件数"}),
        head(draft, {"Won value", "受注額"}, {"Their amounts", "その金額"}),
    }};
    for (const TeamFigures& team : roll_up.teams)
        rows.push_back(team_row(team, static_cast<int>(rows.size())));
    if (!roll_up.teams.empty()) rows.push_back(total_row(roll_up, static_cast<int>(roll_up.teams.size())));
    draft.add("teams", Refresh::cells, std::move(rows));
}

// --- goals

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

Format format_of(const GoalFact& goal) {
    if (goal.unit.find('%') != std::string::npos) return Format::percent;
    return currency_symbol(goal.unit).empty() ? Format::number : Format::money;
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
    return {text_cell(name, Style::label),
            text_cell(team.team, Style::text),
            number(goal.target, format),
            number(goal.actual, format),
            number(goal.expected, format),
            number(goal.progress, Format::percent),
            number(goal.pace, Format::percent),
            text_cell(status_words(goal.status, roll_up.draft), Style::result),
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
    const std::string status = fmt::format(
        "IF(NOT(ISNUMBER({0}));{1};IF({0}>=1;{2};IF({0}>=0.95;{3};IF({0}>=0.75;{4};{5}))))", at(6, row),
        literal(status_words(GoalStatus::no_data, draft)), literal(status_words(GoalStatus::ahead, draft)),
        literal(status_words(GoalStatus::on_track, draft)), literal(status_words(GoalStatus::behind, draft)),
        literal(status_words(GoalStatus::at_risk, draft)));
    return {text_cell("", Style::label),
            text_cell(draft.say({"All teams", "全チーム"}), Style::heading),
            formula_cell(or_dash(target), format),
            formula_cell(or_dash(actual), format),
            rate ? sign_cell("–", format) : formula_cell(or_dash(sum(4)), format),
            formula_cell(or_dash(fmt::format("{}/{}", at(3, row), at(2, row))), Format::percent),
            formula_cell(or_dash(pace), Format::percent),
            formula_cell(status, Format::text),
            rate ? formula_cell(sum(8), Format::number) : text_cell("", Style::result),
            rate ? formula_cell(sum(9), Format::number) : text_cell("", Style::result)};
}

Text layer_name(GoalLayer layer) {
    return layer == GoalLayer::shared       ? Text{"Shared goals", "共有目標"}
           : layer == GoalLayer::department ? Text{"Department goals", "部門目標"}
                                            : Text{"Activity goals", "活動目標"};
}

/// Rows of the first goal that several teams have, for the chart.
struct ChartedGoal {
    std::string name;
    int first = 0;
    int last = 0;
};

ChartedGoal add_goals(RollUp& roll_up) {
    Draft& draft = roll_up.draft;
    const std::vector<GoalGroup> groups = goal_groups(roll_up.teams);
    heading(
        roll_up, "goalsheading", {"Goals by layer", "層ごとの目標"},
        groups.empty()
            ? Text{"No workbook has goals.", "目標のあるブックがありません。"}
            : Text{
                  "Sums add up; rates are sums of numerators over sums of denominators; levels have no total",
                  "合計は加算、率は分子の合計÷分母の合計、水準は合計しません"});
    std::vector<Row> rows{{head(draft, {"Goal", "目標"}), head(draft, {"Team", "チーム"}),
                           head(draft, {"Target", "目標値"}), head(draft, {"Actual", "実績"}),
                           head(draft, {"Expected", "期待値"}), head(draft, {"Progress", "達成率"}),
                           head(draft, {"Pace", "進捗"}), head(draft, {"Status", "状況"}),
                           head(draft, {"Numerator", "分子"}), head(draft, {"Denominator", "分母"})}};
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
    heading(roll_up, "problemsheading", {"What to know", "注意事項"},
            problems.empty() ? Text{"Every workbook was read, and all follow the same playbook",
                                    "すべてのブックを読み取り、プレイブックも同一です"}
                             : Text{"Workbooks left out, and figures that may not compare",
                                    "集計できなかったブックと、比較に注意が必要な数値"});
    std::vector<Row> rows{row_of({head(draft, {"File", "ファイル"}),
                                  text_cell(draft.say({"What", "内容"}), Style::heading, columns - 1)})};
    for (const TeamProblem& problem : problems)
        rows.push_back(row_of({text_cell(problem.file, Style::label),
                               text_cell(draft.say(problem.message), Style::text, columns - 1)}));
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
                   Style::title, columns)}),
               row_of({text_cell(fmt::format("{} · {} · {}", days,
                                             draft.language() == Language::japanese
                                                 ? fmt::format("{}チーム", roll_up.teams.size())
                                                 : fmt::format("{} {}", roll_up.teams.size(),
                                                               roll_up.teams.size() == 1 ? "team" : "teams"),
                                             roll_up.options.folder),
                                 Style::note, columns)})});
}

}  // namespace

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
                           "Kakehashi · 値は各ブックの作成時点のもの、合計は数式です"});
    if (one_currency(teams))
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
