// Page 2: twelve weeks, activities against results, cohorts, and where the won value's change comes from.
#include <algorithm>

#include <fmt/format.h>

#include "core/report/goal_look.hpp"
#include "core/report/sections.hpp"

namespace kakehashi::report {
namespace {

using sheet::Format;
using sheet::Refresh;
using sheet::Style;

constexpr int weeks = 12;
constexpr int cohorts = 6;

std::string week_start(int row) {
    return at("weekdays", 1, row);
}
std::string week_end(int row) {
    return at("weekdays", 2, row);
}

/// One column of the table of weeks.
struct Series {
    Text name;
    Text note;
    Format format;
    std::string (*formula)(const Weekly&, int row, const std::string& what);
    std::string what;
    bool activity = false;
    int colour = 0x595959;
    bool dashed = false;
    bool drawn = true;
};

std::string entries(const Weekly& weekly, int row, const std::string& stage) {
    return fmt::format("IFERROR({};0)", call("FUNNEL.COUNT", {weekly.facts.leads, literal(stage),
                                                              week_start(row), week_end(row)}));
}

std::string hand_offs(const Weekly& weekly, int row, const std::string& measure) {
    return or_dash(
        call("LEAD.HANDOFF", {weekly.facts.leads, literal(measure), week_start(row), week_end(row)}));
}

std::string column(const std::string& range, int position) {
    return fmt::format("INDEX({};0;{})", range, position);
}

std::string activity(const Weekly& weekly, int row, const std::string& name) {
    const ActivityFacts& log = weekly.facts.activity_log;
    const std::string& range = weekly.facts.activities;
    const std::string criteria =
        fmt::format("{};{};{};\">=\"&{};{};\"<\"&({}+1)", column(range, log.activity), literal(name),
                    column(range, log.date), week_start(row), column(range, log.date), week_end(row));
    // A row without a count is one.
    if (log.count == 0) return fmt::format("COUNTIFS({})", criteria);
    return fmt::format("SUMIFS({0};{1})+COUNTIFS({1};{0};\"=\")", column(range, log.count), criteria);
}

/// What was frozen in that week; for the newest one as it is now. A goal's cell knows no past.
std::string frozen_goal(const Weekly& weekly, int row, const std::string& goal) {
    const std::string live = or_dash(call("GOAL.ACTUAL", {weekly.facts.goals, literal(goal), as_of_day()}));
    if (row == weeks) return live;
    if (weekly.facts.history.empty()) return "\"–\"";
    const std::string& range = weekly.facts.history;
    const HistoryFacts& places = weekly.facts.history_columns;
    const std::string criteria =
        fmt::format("{};{};{};{};{};{}", column(range, places.week), at("weekdays", 3, row),
                    column(range, places.section), literal(weekly.draft.say({"Goals", "目標"})),
                    column(range, places.figure), literal(goal));
    return fmt::format("IF(COUNTIFS({0})=0;\"–\";SUMIFS({1};{0}))", criteria, column(range, places.value));
}

std::vector<Series> series_of(const Weekly& weekly) {
    const Facts& facts = weekly.facts;
    std::vector<Series> all;
    if (weekly.has_funnel()) {
        const auto add = [&](const std::string& stage, int colour, bool dashed) {
            for (const Series& there : all)
                if (there.what == stage) return;
            all.push_back({{stage, stage},
                           {"Entries into the stage in that week", "その週にステージに入った件数"},
                           Format::integer,
                           entries,
                           stage,
                           false,
                           colour,
                           dashed});
        };
        add(facts.stages[weekly.first_stage()].name, 0x0072B2, false);
        add(facts.opportunity, 0xD55E00, false);
        add(facts.stages.back().name, 0x009E73, true);
    }
    if (weekly.has_hand_offs())
        all.push_back({{"Offered", "引き渡し"},
                       {"Handed off to sales in that week", "その週に営業へ引き渡した件数"},
                       Format::integer,
                       hand_offs,
                       "offered",
                       false,
                       0x7F7F7F,
                       true,
                       false});
    const std::size_t goal = weekly.main_goal() != nullptr ? 1 : 0;
    for (const std::string& name : facts.activity_log.names) {
        if (all.size() + goal >= static_cast<std::size_t>(width) - 1) break;
        all.push_back({{name, name},
                       {"Done in that week, by the activity log", "その週の活動件数（活動記録による）"},
                       Format::integer,
                       activity,
                       name,
                       true,
                       all.size() % 2 == 0 ? 0x7F7F7F : 0x009E73,
                       true});
    }
    if (const GoalFact* main = weekly.main_goal())
        all.push_back({{main->name, main->name},
                       {"The goal's actual: this week's as it is, earlier weeks' as the history holds them",
                        "目標の実績。今週は現在の値、過去の週は記録の値"},
                       currency_symbol(main->unit).empty() ? Format::number : Format::money,
                       frozen_goal,
                       main->name,
                       false,
                       0x595959,
                       false,
                       false});
    return all;
}

sheet::Chart line_chart(const Draft& draft, std::string id, Text title, Text description) {
    sheet::Chart chart;
    chart.id = std::move(id);
    chart.kind = sheet::Chart::Kind::lines;
    chart.title = draft.say(title);
    chart.alternative_text = draft.say(description);
    chart.categories = {"weeks", {0, 1}, {0, weeks}};
    chart.width_mm = 118;
    return chart;
}

void add_week_charts(Weekly& weekly, const std::vector<Series>& all) {
    Draft& draft = weekly.draft;
    sheet::Chart results =
        line_chart(draft, "trendchart", {"Twelve weeks", "12週の推移"},
                   {"Lines: entries into the first stage, opportunities and orders per week",
                    "折れ線：週ごとのリード・商談・受注の件数"});
    sheet::Chart work =
        line_chart(draft, "activitychart", {"Activities and opportunities", "活動と商談"},
                   {"Lines: activities per week against opportunities", "折れ線：週ごとの活動と商談の件数"});
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Series& one = all[i];
        if (!one.drawn) continue;
        const int place = static_cast<int>(i) + 1;
        sheet::Chart::Series line{draft.say(one.name), {"weeks", {place, 1}, {place, weeks}}, one.colour};
        line.dashed = one.dashed;
        if (!one.activity) results.series.push_back(line);
        if (one.activity || one.what == weekly.facts.opportunity) work.series.push_back(line);
    }
    work.at.column = 4;
    work.width_mm = 97;
    std::vector<sheet::Chart> charts;
    if (!results.series.empty()) charts.push_back(results);
    if (weekly.has_activities()) charts.push_back(work);
    draft.charts("weekcharts", std::move(charts), 10, 5.5);
}

std::string month_start(int row) {
    return fmt::format("EDATE(GOAL.START({};\"month\");{})", as_of_day(), row - cohorts);
}

Row cohort_header(const Draft& draft) {
    Row row{text_cell(draft.say({"Entered in", "入った月"}), Style::heading),
            text_cell(draft.say({"Leads", "件数"}), Style::heading)};
    for (int month = 0; month < cohorts; ++month)
        row.push_back(text_cell(month == 0 ? draft.say({"Same month", "当月"})
                                           : fmt::format("+{}{}", month, draft.say({" months", "か月"})),
                                Style::heading));
    return row;
}

}  // namespace

void add_week_workings(Weekly& weekly) {
    Draft& draft = weekly.draft;
    const std::string calendar = weekly.facts.playbook.empty() ? "" : ";" + weekly.facts.playbook;
    std::vector<Row> rows{{text_cell(draft.say({"Weeks", "週"}), Style::note)}};
    for (int row = 1; row <= weeks; ++row)
        rows.push_back(
            {text_cell(std::to_string(row), Style::note),
             formula_cell(
                 fmt::format("GOAL.START({};\"week\"{})-{}", shown_day(), calendar, 7 * (weeks - row)),
                 Format::date),
             formula_cell(fmt::format("{}+6", at(1, row)), Format::date),
             formula_cell(fmt::format("GOAL.PERIOD({};\"week\"{})", at(1, row), calendar), Format::text)});
    draft.add("weekdays", Refresh::cells, std::move(rows));
}

void add_trends(Weekly& weekly) {
    Draft& draft = weekly.draft;
    const std::vector<Series> all = series_of(weekly);
    const Text title{"Twelve weeks", "12週の推移"};
    if (all.empty())
        draft.heading(
            "weeksheading", title,
            {"Leads, goals and activities will show here.", "リード・目標・活動の推移を表示します。"});
    else
        draft.heading(
            "weeksheading", title,
            {"Entries per week; goals as the history holds them", "週ごとの件数。目標は記録された値"},
            {fmt::format("SUM({}:{})=0", at("weeks", 1, 1), at("weeks", static_cast<int>(all.size()), weeks)),
             {"Nothing happened in these twelve weeks.", "この12週の記録はありません。"}});
    std::vector<Row> rows{{text_cell(draft.say({"Week", "週"}), Style::heading)}};
    for (const Series& one : all)
        rows[0].push_back(noted(text_cell(draft.say(one.name), Style::heading), draft.say(one.note)));
    rows[0].resize(width, text_cell("", Style::heading));
    for (int row = 1; row <= weeks && !all.empty(); ++row) {
        rows.push_back(
            {formula_cell(fmt::format("RIGHT({};3)", at("weekdays", 3, row)), Format::text, Style::label)});
        for (const Series& one : all)
            rows.back().push_back(formula_cell(one.formula(weekly, row, one.what), one.format));
        rows.back().resize(width, empty_cell(Style::result));
    }
    draft.add("weeks", Refresh::cells, std::move(rows));
    add_week_charts(weekly, all);
}

void add_cohorts(Weekly& weekly) {
    Draft& draft = weekly.draft;
    const Facts& facts = weekly.facts;
    if (!weekly.has_funnel()) {
        draft.heading(
            "cohortsheading", {"Cohorts", "コホート"},
            {"Leads with dated stages will show here.", "日付のあるステージを持つリードを表示します。"});
        draft.add("cohorts", Refresh::cells, {cohort_header(draft)});
        return;
    }
    const std::string& first = facts.stages[weekly.first_stage()].name;
    const std::string& target = facts.opportunity == first ? facts.stages.back().name : facts.opportunity;
    draft.heading(
        "cohortsheading",
        {fmt::format("Cohorts: {} to {}", first, target), fmt::format("コホート：{}から{}", first, target)},
        {"There by the end of the n-th month after; ○ too young to judge; – fewer than 5",
         "nか月後の月末までに達した割合。○ 判断前（失注ではない）、– 5件未満"},
        {fmt::format("SUM({})=0", down("cohorts", 1, 1, cohorts)),
         {"No lead came in during these months.", "この6か月に入ったリードはありません。"}});
    std::vector<Row> rows{cohort_header(draft)};
    for (int row = 1; row <= cohorts; ++row) {
        const std::string start = month_start(row);
        const std::string table =
            call("FUNNEL.COHORTS", {facts.leads, literal(first), literal(target), "\"month\"", start,
                                    fmt::format("EOMONTH({};0)", start)});
        rows.push_back(
            {formula_cell(fmt::format("GOAL.PERIOD({};\"month\")", start), Format::text, Style::label),
             formula_cell(fmt::format("IFERROR(INDEX({};1;1);0)", table), Format::integer)});
        for (int month = 0; month < cohorts; ++month) {
            const std::string cell = row + month > cohorts
                                         ? std::string()
                                         : fmt::format("IF({}<5;\"–\";IFERROR(INDEX({};1;{});\"○\"))",
                                                       at(1, row), table, month + 2);
            rows.back().push_back(cell.empty() ? sign_cell("○", Format::percent)
                                               : formula_cell(cell, Format::percent));
        }
    }
    draft.add("cohorts", Refresh::cells, std::move(rows));
}

void add_bridge(Weekly& weekly) {
    Draft& draft = weekly.draft;
    const bool known = weekly.has_funnel() && weekly.facts.amount;
    const Text title{"Where the change in won value comes from", "受注額の増減の要因"};
    if (known)
        draft.heading("bridgeheading", title,
                      {"This quarter to date against the same days of the quarter before",
                       "今四半期（基準日まで）と前四半期の同じ日数との比較"},
                      {fmt::format("NOT(ISNUMBER({}))", at("bridge", 7, 1)),
                       {"Needs leads that came in and were won in both quarters.",
                        "両方の四半期に、入って受注に至ったリードが必要です。"}});
    else
        draft.heading("bridgeheading", title,
                      {"Leads with dated stages and an amount will show here.",
                       "日付のあるステージと金額を持つリードを表示します。"});
    const std::string calendar = weekly.facts.playbook.empty() ? "" : ";" + weekly.facts.playbook;
    const std::string now_from = fmt::format("GOAL.START({};\"quarter\"{})", as_of_day(), calendar);
    const std::string before_start = fmt::format("GOAL.START({}-1;\"quarter\"{})", at(5, 2), calendar);
    const auto head = [&](Text text, Text note) {
        return noted(text_cell(draft.say(text), Style::heading), draft.say(note));
    };
    const auto part = [&](std::string_view component) {
        return formula_cell(or_dash(call("FUNNEL.BRIDGE", {weekly.facts.leads, literal(component), at(5, 3),
                                                           at(6, 3), at(5, 2), at(6, 2)})),
                            Format::money);
    };
    const sheet::Cell none = text_cell("");
    std::vector<Row> rows{
        {text_cell(draft.say({"Because of", "要因"}), Style::heading),
         head({"Volume", "件数"},
              {"More or fewer leads entered the first stage", "最初のステージに入った件数の増減"}),
         head({"Rate", "率"}, {"More or fewer of them were won", "受注に至る率の増減"}),
         head({"Value", "単価"}, {"Orders are larger or smaller", "受注単価の増減"}),
         head({"Speed", "速さ"}, {"Orders came sooner or later", "受注までの速さの変化"}),
         text_cell(draft.say({"From", "開始"}), Style::heading),
         text_cell(draft.say({"To", "終了"}), Style::heading),
         head({"Change", "差額"}, {"The four parts together: won value now less before",
                                   "4要因の合計。今回の受注額－前回の受注額"})},
        {text_cell(draft.say({"Change in won value", "受注額の差"}), Style::label), part("volume"),
         part("rate"), part("value"), part("speed"), none, none,
         formula_cell(fmt::format("IF(COUNT({0}:{1})=0;\"–\";SUM({0}:{1}))", at(1, 1), at(4, 1)),
                      Format::money)},
        {text_cell(draft.say({"This quarter", "今四半期"}), Style::note), none, none, none, none,
         formula_cell(now_from, Format::date, Style::note),
         formula_cell(as_of_day(), Format::date, Style::note)},
        {text_cell(draft.say({"The quarter before", "前四半期"}), Style::note), none, none, none, none,
         formula_cell(before_start, Format::date, Style::note),
         formula_cell(fmt::format("MIN({}-1;{}+{}-{})", at(5, 2), at(5, 3), at(6, 2), at(5, 2)), Format::date,
                      Style::note)},
    };
    if (!known) rows.resize(1);
    draft.add("bridge", Refresh::cells, std::move(rows));
}

}  // namespace kakehashi::report
