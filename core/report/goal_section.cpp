// The goal board in three layers.
#include <algorithm>

#include <fmt/format.h>

#include "core/report/goal_look.hpp"
#include "core/report/sections.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::report {
namespace {

using sheet::Format;
using sheet::Refresh;
using sheet::Style;

/// What a first page can hold. The goal table has them all.
constexpr std::size_t most_goals = 15;

/// A unit that the name does not say already.
std::string label_of(const GoalFact& goal) {
    const std::string symbol = currency_symbol(goal.unit);
    const std::string unit = symbol.empty() ? goal.unit : symbol;
    if (unit.empty() || format_of(goal) == Format::percent) return goal.name;
    if (fold(goal.name).find(unit) != std::string::npos) return goal.name;
    return fmt::format("{} ({})", goal.name, unit);
}

Style style_of(Side side) {
    return side == Side::marketing ? Style::marketing_label
           : side == Side::sales   ? Style::sales_label
                                   : Style::shared_label;
}

std::string figure(const Weekly& weekly, std::string_view function, const GoalFact& goal) {
    return call(function, {weekly.facts.goals, literal(goal.name), as_of_day()});
}

/// What the pace compares with, so that no line contradicts itself: rates and levels are to be at their
/// target all the time, only sums grow towards it.
std::string_view measure_of(const GoalFact& goal) {
    return goal.kind == GoalKind::sum ? "GOAL.EXPECTED" : "GOAL.TARGET";
}

std::string status_text(const std::string& status, const Draft& draft) {
    const auto words = [&](GoalStatus of) { return literal(draft.say(status_words(of))); };
    return fmt::format(
        "IFERROR(SWITCH({};\"done\";{};\"ahead\";{};\"on track\";{};\"behind\";{};\"at risk\";{};{});{})",
        status, words(GoalStatus::done), words(GoalStatus::ahead), words(GoalStatus::on_track),
        words(GoalStatus::behind), words(GoalStatus::at_risk), words(GoalStatus::no_data),
        words(GoalStatus::no_data));
}

Row goal_row(const Weekly& weekly, const GoalFact& goal) {
    const Format format = format_of(goal);
    const auto number = [&](std::string_view function, Format as) {
        return formula_cell(or_dash(figure(weekly, function, goal)), as);
    };
    return {text_cell(label_of(goal), style_of(goal.side)), number("GOAL.TARGET", format),
            number("GOAL.ACTUAL", format), number(measure_of(goal), format),
            // A rate or level has no way to go: counted from a baseline, or where lower is better, the share
            // of it would contradict the pace.
            goal.kind == GoalKind::sum ? number("GOAL.PROGRESS", Format::percent)
                                       : sign_cell("–", Format::percent),
            number("GOAL.PACE", Format::percent), number("GOAL.FORECAST", format),
            formula_cell(status_text(figure(weekly, "GOAL.STATUS", goal), weekly.draft), Format::text)};
}

Row header(const Draft& draft) {
    const auto head = [&](Text text, Text note) {
        return noted(text_cell(draft.say(text), Style::heading), draft.say(note));
    };
    return {
        text_cell(draft.say({"Goal", "目標"}), Style::heading),
        head({"Target", "目標値"},
             {"What was agreed for the goal's whole period", "目標期間全体で合意した値"}),
        head({"Actual", "実績"},
             {"Up to the as-of day: the goal's cell, else its metric, else its activities, else the goals "
              "below it",
              "基準日までの値。入力された実績、指標、活動の件数、下位の目標の集計の順に使います"}),
        head(
            {"Expected", "期待値"},
            {"What pace compares with. Sums: baseline + (target − baseline) × share of the period gone as of "
             "the day above, on the goal's curve. Rates and levels: their target, on every day",
             "ペースの比較対象。合計は基準値＋（目標値－基準値）×基準日までの経過割合（曲線による）。"
             "率と水準はいつでも目標値"}),
        head({"Progress", "達成率"},
             {"Of sums: (actual − baseline) ÷ (target − baseline). How near rates and levels are, the pace "
              "says",
              "合計の目標：（実績－基準値）÷（目標値－基準値）。率と水準の近さはペースが示します"}),
        head({"Pace", "ペース"}, {"Actual ÷ expected; upside down where lower is better",
                                  "実績÷期待値。低いほど良い目標では逆数"}),
        head({"Forecast", "着地見込"}, {"Sums go on as they went so far; rates and levels stay",
                                        "合計は今のペースが続いた場合。率と水準は今の値"}),
        head({"Status", "状況"}, {"By pace, with the playbook's limits: from 100 % ahead, 95 % on track, 75 "
                                  "% behind, below at risk",
                                  "ペースによる判定（境目はプレイブックによる）：100%以上 先行、95%以上 "
                                  "順調、75%以上 遅れ、それ未満 危険"}),
    };
}

/// Nobody shall think that these are all.
Text with_others(Text note, const Weekly& weekly, std::size_t shown) {
    const auto all = static_cast<std::size_t>(
        std::ranges::count_if(weekly.facts.goal_rows, [](const GoalFact& goal) { return goal.has_target; }));
    if (all <= shown) return note;
    return {fmt::format("{}; {} more in the goal table", note.en, all - shown),
            fmt::format("{}（ほか {} 件は目標表）", note.ja, all - shown)};
}

}  // namespace

const GoalFact* Weekly::main_goal() const {
    const auto has_target = [](const GoalFact& goal) { return goal.has_target; };
    for (const GoalLayer layer : goal_layers) {
        const auto found = std::ranges::find_if(
            facts.goal_rows, [&](const GoalFact& goal) { return goal.layer == layer && has_target(goal); });
        if (found != facts.goal_rows.end()) return &*found;
    }
    return nullptr;
}

std::vector<GoalRow> goal_board(const Weekly& weekly) {
    std::vector<GoalRow> board;
    int row = 1;
    for (const GoalLayer layer : goal_layers) {
        bool first = true;
        for (const GoalFact& goal : weekly.facts.goal_rows) {
            if (goal.layer != layer || !goal.has_target || board.size() == most_goals) continue;
            if (first) ++row;  // the layer's name
            first = false;
            board.push_back({&goal, row++});
        }
    }
    return board;
}

void add_goals(Weekly& weekly) {
    Draft& draft = weekly.draft;
    const std::vector<GoalRow> board = goal_board(weekly);
    const Text some{"As of the end of the week; colours: marketing, sales, both",
                    "週の末日時点。色はマーケティング・営業・共同"};
    const Text none{"No goals yet: write their targets into the goal table, then run Weekly Summary again.",
                    "目標はまだありません。目標表に目標値を入力し、再度実行してください。"};
    draft.heading("goalsheading", {"Goals in three layers", "3層の目標"},
                  board.empty() ? none : with_others(some, weekly, board.size()));
    std::vector<Row> rows{header(draft)};
    for (const GoalRow& goal : board) {
        if (static_cast<int>(rows.size()) < goal.row) {
            Row band(width, empty_cell(Style::label));
            band.front() = text_cell(draft.say(layer_name(goal.goal->layer)), Style::label);
            rows.push_back(std::move(band));
        }
        rows.push_back(goal_row(weekly, *goal.goal));
        draft.frozen.push_back({draft.say({"Goals", "目標"}),
                                goal.goal->name,
                                goal.goal->unit,
                                "goals",
                                {goal_actual, goal.row},
                                sheet::Position{goal_target, goal.row},
                                sheet::Position{goal_status, goal.row}});
    }
    draft.add("goals", Refresh::table, std::move(rows));
}

}  // namespace kakehashi::report
