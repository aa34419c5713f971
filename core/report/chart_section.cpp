// The charts of the first page, and what they and the sentence are made from.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/report/goal_look.hpp"
#include "core/report/sections.hpp"
#include "core/table/instant.hpp"

namespace kakehashi::report {
namespace {

using sheet::Format;
using sheet::Refresh;
using sheet::Style;

/// What the goal's period is called, by its length.
std::string period_word(const GoalFact& goal, Language language) {
    const bool japanese = language == Language::japanese;
    if (goal.start == no_instant || goal.end == no_instant) return japanese ? "期間" : "period";
    const std::int64_t days = day_of(goal.end) - day_of(goal.start) + 1;
    const auto within = [&](std::int64_t low, std::int64_t high) { return days >= low && days <= high; };
    if (within(28, 31)) return japanese ? "月" : "month";
    if (within(89, 92)) return japanese ? "四半期" : "quarter";
    if (within(181, 184)) return japanese ? "半期" : "half-year";
    if (within(365, 366)) return japanese ? "年度" : "year";
    return japanese ? "期間" : "period";
}

/// How the main goal stands.
std::string goal_piece(const Weekly& weekly) {
    const GoalFact* goal = weekly.main_goal();
    if (goal == nullptr) return "\"\"";
    const Language language = weekly.draft.language();
    int place = 0;
    for (const GoalRow& row : goal_board(weekly)) {
        ++place;
        if (row.goal != goal) continue;
        const std::string progress = percent_text(at("goals", goal_progress, row.row), language);
        const std::string gone = percent_text(at("goalchart", 2, place), language);
        const std::string period = period_word(*goal, language);
        if (goal->kind != GoalKind::sum)
            return language == Language::japanese
                       ? fmt::format("{}&{}&\"。\"", literal(goal->name + "は目標の"),
                                     percent_text(at("goals", goal_pace, row.row), language))
                       : fmt::format("{}&{}&\" of its target\"", literal(goal->name + " is at "),
                                     percent_text(at("goals", goal_pace, row.row), language));
        return language == Language::japanese
                   ? fmt::format("{}&{}&{}&{}&\"です。\"", literal(goal->name + "は" + period + "の"), gone,
                                 literal("が経過した時点で達成率"), progress)
                   : fmt::format("{}&{}&\" with \"&{}&{}", literal(goal->name + " is at "), progress, gone,
                                 literal(" of the " + period + " gone"));
    }
    return "\"\"";
}

/// What the won value's change comes from.
std::string bridge_piece(const Weekly& weekly) {
    if (!weekly.has_funnel() || !weekly.facts.amount) return "\"\"";
    const Language language = weekly.draft.language();
    const std::string total = at("bridge", 7, 1);
    const std::string parts = at("bridge", 1, 1) + ":" + at("bridge", 4, 1);
    const std::string names = at("bridge", 1, 0) + ":" + at("bridge", 4, 0);
    const std::string largest = fmt::format("IF({0}<0;MIN({1});MAX({1}))", total, parts);
    const std::string name = fmt::format("INDEX({};1;MATCH({};{};0))", names, largest, parts);
    const GoalFact* main = weekly.main_goal();
    const std::string symbol = main == nullptr ? "" : currency_symbol(main->unit);
    const std::string sign = fmt::format("IF({}<0;\"−\";\"+\")", total);
    const std::string whole = amount_text(total, symbol, language);
    const std::string part = amount_text(largest, symbol, language);
    if (language == Language::japanese)
        return fmt::format(
            "IF(ISNUMBER({0});\"受注額は前四半期の同じ日数に比べ\"&{1}&{2}&\"、主な要因は\"&{3}&\"（\"&{1}&{"
            "4}&\"）です。\";\"\")",
            total, sign, whole, name, part);
    return fmt::format(
        "IF(ISNUMBER({0});\"won value is \"&{1}&{2}&\" against the same days of last quarter, mostly "
        "\"&LOWER({3})&\" (\"&{1}&{4}&\")\";\"\")",
        total, sign, whole, name, part);
}

/// What keeps most hand-offs from becoming opportunities.
std::string hand_off_piece(const Weekly& weekly) {
    if (!weekly.has_hand_offs()) return "\"\"";
    const std::string left = at("outcomes", 1, 0);
    const std::string all = count_text(at("handoff", 1, 1));
    const std::string top = at("reasons", 0, 1);
    const std::string count = count_text(at("reasons", 1, 1));
    if (weekly.draft.language() == Language::japanese)
        return fmt::format(
            "IF({0}<=0;\"\";\"引き渡した\"&{1}&\"件のうち\"&{2}&\"件は商談になっておらず、最も多いのは「\"&{"
            "3}&\"」（\"&{4}&\"件）です。\")",
            left, all, count_text(left), top, count);
    return fmt::format(
        "IF({0}<=0;\"\";{2}&\" of \"&{1}&\" leads handed off are no opportunity, most often: \"&{3}&\" "
        "(\"&{4}&\")\")",
        left, all, count_text(left), top, count);
}

constexpr double chart_row_mm = 5.5;

sheet::Chart goal_chart(const Weekly& weekly, int goals) {
    const Draft& draft = weekly.draft;
    sheet::Chart chart;
    chart.id = "goalsbars";
    chart.kind = sheet::Chart::Kind::bars;
    chart.title =
        draft.say({"Goals: % of target reached, and expected by now", "目標の達成率と期待値（目標比）"});
    chart.alternative_text =
        draft.say({"Bars: share of each goal's target that is reached, of rates and levels their pace; "
                   "strokes: what was "
                   "expected by the as-of day, of rates and levels the target",
                   "棒：目標ごとの達成率（率と水準はペース）、印：基準日時点の期待値（率と水準は目標値）"});
    chart.categories = {"goalchart", {0, 1}, {0, goals}};
    chart.series.push_back({draft.say({"Reached", "達成率"}), {"goalchart", {1, 1}, {1, goals}}, 0x009E73});
    sheet::Chart::Series expected{
        draft.say({"Expected", "期待値"}), {"goalchart", {2, 1}, {2, goals}}, 0x262626};
    expected.mark = true;
    chart.series.push_back(expected);
    chart.width_mm = 119 * widening(weekly);
    return chart;
}

sheet::Chart funnel_chart(const Weekly& weekly, int column) {
    const Draft& draft = weekly.draft;
    const int last = static_cast<int>(funnel_stages(weekly).size());
    sheet::Chart chart;
    chart.id = "funnelbars";
    chart.kind = sheet::Chart::Kind::bars;
    chart.title = draft.say({"Funnel: this period and the one before", "ファネル：今期間と前期間"});
    chart.alternative_text =
        draft.say({"Bars: leads that reached each stage in this period and in the one before",
                   "棒：ステージごとの到達件数（今期間と前期間）"});
    chart.categories = {"funnel", {0, 1}, {0, last}};
    chart.series.push_back({draft.say({"This period", "今期間"}),
                            {"funnel", {reached_column, 1}, {reached_column, last}},
                            0x0072B2});
    chart.series.push_back({draft.say({"Before", "前期間"}),
                            {"funnel", {reached_before_column, 1}, {reached_before_column, last}},
                            0xBFBFBF});
    chart.at.column = column;
    chart.width_mm = 97 * widening(weekly);
    return chart;
}

}  // namespace

int first_chart_rows(const Weekly& weekly) {
    constexpr double beside_bars_mm = 21;  // title, axis, legend
    constexpr double for_each_goal_mm = 3.3;
    const double height = beside_bars_mm + for_each_goal_mm * static_cast<double>(goal_board(weekly).size());
    return std::max(usual_chart_rows, static_cast<int>(std::ceil(height / chart_row_mm)));
}

void add_first_charts(Weekly& weekly) {
    std::vector<sheet::Chart> charts;
    const int goals = static_cast<int>(goal_board(weekly).size());
    if (goals > 0) charts.push_back(goal_chart(weekly, goals));
    if (weekly.has_funnel()) charts.push_back(funnel_chart(weekly, goals > 0 ? 4 : 0));
    weekly.draft.charts("firstcharts", std::move(charts), first_chart_rows(weekly), chart_row_mm);
}

void add_chart_workings(Weekly& weekly) {
    const std::vector<GoalRow> board = goal_board(weekly);
    Draft& draft = weekly.draft;
    std::vector<Row> rows{{text_cell(draft.say({"Of target", "目標比"}), Style::note),
                           text_cell(draft.say({"Reached", "達成率"}), Style::note),
                           text_cell(draft.say({"Expected", "期待値"}), Style::note)}};
    for (const GoalRow& goal : board) {
        const auto cell = [&](GoalColumn column) { return at("goals", column, goal.row); };
        // Rates and levels are held against the target itself: their bar is their pace, as in the panel.
        const bool is_sum = goal.goal->kind == GoalKind::sum;
        const std::string reached = cell(is_sum ? goal_progress : goal_pace);
        const std::string expected = !is_sum
                                         ? "1"
                                         : fmt::format("IFERROR(({0}-{2})/({1}-{2});0)", cell(goal_expected),
                                                       cell(goal_target), goal.goal->baseline);
        rows.push_back({text_cell(short_name(goal.goal->name), Style::note),
                        formula_cell(fmt::format("IF(ISNUMBER({0});{0};0)", reached), Format::percent),
                        formula_cell(expected, Format::percent)});
    }
    draft.add("goalchart", Refresh::cells, std::move(rows));
}

void add_sentence_workings(Weekly& weekly) {
    const auto piece = [](const char* name, std::string expression) {
        return Row{text_cell(name, Style::note),
                   formula_cell(fmt::format("IFERROR({};\"\")", expression), Format::text, Style::note)};
    };
    weekly.draft.add("pieces", Refresh::cells,
                     {{text_cell(weekly.draft.say({"The sentence", "一文の部品"}), Style::note)},
                      piece("1", goal_piece(weekly)),
                      piece("2", bridge_piece(weekly)),
                      piece("3", hand_off_piece(weekly))});
}

}  // namespace kakehashi::report
