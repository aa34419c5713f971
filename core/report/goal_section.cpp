// The goal board in three layers.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/report/sections.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::report {
namespace {

using sheet::Format;
using sheet::Refresh;
using sheet::Style;

/// What a first page can hold. The goal table has them all.
constexpr std::size_t most_goals = 15;

struct Layer {
    GoalLayer layer;
    Text name;
};
const std::array<Layer, 3>& layers() {
    static const std::array<Layer, 3> all{{
        {GoalLayer::shared, {"Shared goals", "共有目標"}},
        {GoalLayer::department, {"Department goals", "部門目標"}},
        {GoalLayer::activity, {"Activity goals", "活動目標"}},
    }};
    return all;
}

Format format_of(const GoalFact& goal) {
    if (goal.unit.find('%') != std::string::npos || goal.unit.find("％") != std::string::npos)
        return Format::percent;
    if (!currency_symbol(goal.unit).empty()) return Format::money;
    return goal.kind == GoalKind::sum ? Format::integer : Format::number;
}

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

/// Shape and word: read without colour.
std::string status_text(const std::string& status, const Draft& draft) {
    return fmt::format(
        "IFERROR(SWITCH({};\"done\";{};\"ahead\";{};\"on track\";{};\"behind\";{};\"at risk\";{};{});{})",
        status, literal(draft.say({"✓ done", "✓ 達成"})), literal(draft.say({"▲ ahead", "▲ 先行"})),
        literal(draft.say({"● on track", "● 順調"})), literal(draft.say({"▼ behind", "▼ 遅れ"})),
        literal(draft.say({"■ at risk", "■ 危険"})), literal(draft.say({"○ no data", "○ データなし"})),
        literal(draft.say({"○ no data", "○ データなし"})));
}

Row goal_row(const Weekly& weekly, const GoalFact& goal) {
    const Format format = format_of(goal);
    const auto number = [&](std::string_view function, Format as) {
        return formula_cell(or_dash(figure(weekly, function, goal)), as);
    };
    return {text_cell(label_of(goal), style_of(goal.side)),
            number("GOAL.TARGET", format),
            number("GOAL.ACTUAL", format),
            number("GOAL.EXPECTED", format),
            number("GOAL.PROGRESS", Format::percent),
            number("GOAL.PACE", Format::percent),
            number("GOAL.FORECAST", format),
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
        head({"Expected", "期待値"},
             {"Baseline + (target − baseline) × share of the period gone as of the day above",
              "基準値＋（目標値－基準値）×基準日までの経過割合"}),
        head({"Progress", "達成率"},
             {"(Actual − baseline) ÷ (target − baseline)", "（実績－基準値）÷（目標値－基準値）"}),
        head({"Pace", "進捗"},
             {"Actual ÷ expected; rates and levels ÷ target; upside down where lower is better",
              "実績÷期待値。率と水準は÷目標値。低いほど良い目標では逆数"}),
        head({"Forecast", "着地見込"}, {"Sums go on as they went so far; rates and levels stay",
                                        "合計は今のペースが続いた場合。率と水準は今の値"}),
        head({"Status", "状況"}, {"By pace, with the playbook's limits: from 100 % ahead, 95 % on track, 75 "
                                  "% behind, below at risk",
                                  "進捗による判定（境目はプレイブックによる）：100%以上 先行、95%以上 "
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

std::string currency_symbol(std::string_view unit) {
    const std::string word = fold(unit);
    for (const std::string_view yen : {"jpy", "¥", "円", "yen"})
        if (word == yen) return "¥";
    for (const std::string_view dollar : {"usd", "$", "dollar", "dollars", "ドル"})
        if (word == dollar) return "$";
    for (const std::string_view euro : {"eur", "€", "euro", "euros", "ユーロ"})
        if (word == euro) return "€";
    return {};
}

std::string currency_code(std::string_view unit) {
    const std::string symbol = currency_symbol(unit);
    return symbol == "¥" ? "JPY" : symbol == "$" ? "USD" : symbol == "€" ? "EUR" : "";
}

const GoalFact* Weekly::main_goal() const {
    const auto has_target = [](const GoalFact& goal) { return goal.has_target; };
    for (const Layer& layer : layers()) {
        const auto found = std::ranges::find_if(facts.goal_rows, [&](const GoalFact& goal) {
            return goal.layer == layer.layer && has_target(goal);
        });
        if (found != facts.goal_rows.end()) return &*found;
    }
    return nullptr;
}

std::vector<GoalRow> goal_board(const Weekly& weekly) {
    std::vector<GoalRow> board;
    int row = 1;
    for (const Layer& layer : layers()) {
        bool first = true;
        for (const GoalFact& goal : weekly.facts.goal_rows) {
            if (goal.layer != layer.layer || !goal.has_target || board.size() == most_goals) continue;
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
    const Text none{"No goals yet: write their targets into the goal table, then refresh.",
                    "目標がまだありません。目標表に目標値を入力してから更新してください。"};
    draft.heading("goalsheading", {"Goals in three layers", "3層の目標"},
                  board.empty() ? none : with_others(some, weekly, board.size()));
    std::vector<Row> rows{header(draft)};
    for (const GoalRow& goal : board) {
        if (static_cast<int>(rows.size()) < goal.row) {
            const auto layer = std::ranges::find(layers(), goal.goal->layer, &Layer::layer);
            Row band(width, empty_cell(Style::label));
            band.front() = text_cell(draft.say(layer->name), Style::label);
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
