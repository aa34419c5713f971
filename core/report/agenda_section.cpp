// The agenda: the largest deviations, each with its question, chosen by formulas; and the actions people
// agree on.
#include <algorithm>

#include <fmt/format.h>

#include "core/report/actions.hpp"
#include "core/report/goal_look.hpp"
#include "core/report/sections.hpp"

namespace kakehashi::report {
namespace {

using sheet::Format;
using sheet::Refresh;
using sheet::Style;

constexpr int items = 3;

/// Something that may be off: how far (0 … 1), and what to ask about it. All are formulas over the sheet.
struct Deviation {
    std::string score;
    std::string topic;
    std::string question;
};

std::string figure_text(const GoalFact& goal, const std::string& cell, Language language) {
    if (goal.unit.find('%') != std::string::npos) return percent_text(cell, language);
    const std::string symbol = currency_symbol(goal.unit);
    if (!symbol.empty()) return amount_text(cell, symbol, language);
    return goal.kind == GoalKind::sum ? count_text(cell) : fmt::format("FIXED({};1)", cell);
}

void add_goal_deviations(const Weekly& weekly, std::vector<Deviation>& all) {
    const Draft& draft = weekly.draft;
    const Language language = draft.language();
    for (const GoalRow& row : goal_board(weekly)) {
        const auto cell = [&](GoalColumn column) { return at("goals", column, row.row); };
        const auto shown = [&](GoalColumn column) { return figure_text(*row.goal, cell(column), language); };
        const std::string question =
            language == Language::japanese
                ? fmt::format(
                      "\"ペースは\"&{}&\"、着地見込は\"&{}&\"（目標 \"&{}&\"）。何を変え、誰が決めますか。\"",
                      percent_text(cell(goal_pace), language), shown(goal_forecast), shown(goal_target))
                : fmt::format(
                      "\"Pace \"&{}&\", heading for \"&{}&\" where \"&{}&\" was agreed: what do we change, "
                      "and who "
                      "decides?\"",
                      percent_text(cell(goal_pace), language), shown(goal_forecast), shown(goal_target));
        all.push_back({fmt::format("1-{}", cell(goal_pace)), literal(row.goal->name), question});
    }
}

void add_funnel_deviations(const Weekly& weekly, std::vector<Deviation>& all) {
    if (!weekly.has_funnel()) return;
    const Draft& draft = weekly.draft;
    const Language language = draft.language();
    const std::vector<std::size_t> stages = funnel_stages(weekly);
    for (int row = 2; row <= static_cast<int>(stages.size()); ++row) {
        const auto cell = [&](int column, int of) { return at("funnel", column, of); };
        const std::string& from = weekly.facts.stages[stages[static_cast<std::size_t>(row) - 2]].name;
        const std::string& to = weekly.facts.stages[stages[static_cast<std::size_t>(row) - 1]].name;
        // A cohort of which many may still come is no deviation yet.
        const std::string score = fmt::format("IF(N({})>0.2*{};0;1-{}/{})", cell(4, row), cell(1, row - 1),
                                              cell(2, row), cell(6, row));
        const std::string now = percent_text(cell(2, row), language);
        const std::string before = percent_text(cell(6, row), language);
        const std::string question =
            language == Language::japanese
                ? fmt::format("{}&{}&\"（前期間は\"&{}&\"）。何が変わりましたか。\"",
                              literal("「" + from + "」から「" + to + "」への移行率は"), now, before)
                : fmt::format("{}&\" of \"&{}&\", after \"&{}&\" in the period before: what has changed?\"",
                              now, literal(from + " became " + to), before);
        all.push_back({score, literal(from + " → " + to), question});
    }
}

void add_hand_off_deviations(const Weekly& weekly, std::vector<Deviation>& all) {
    if (!weekly.has_hand_offs()) return;
    const Draft& draft = weekly.draft;
    const Language language = draft.language();
    const auto now = [](int column) { return at("handoff", column, 1); };
    const std::string acceptance = percent_text(now(6), language);
    const std::string acceptance_before = percent_text(at("handoff", 6, 2), language);
    all.push_back(
        {fmt::format("1-{}/{}", now(6), at("handoff", 6, 2)),
         literal(draft.say({"Acceptance", "受け入れ率"})),
         language == Language::japanese
             ? fmt::format("\"営業の受け入れ率は\"&{}&\"（前期間は\"&{}&"
                           "\"）。却下されたリードに足りなかったものは何ですか。\"",
                           acceptance, acceptance_before)
             : fmt::format("\"Sales accepted \"&{}&\", after \"&{}&\": what did the rejected ones lack?\"",
                           acceptance, acceptance_before)});
    const std::string on_time = percent_text(now(5), language);
    all.push_back(
        {fmt::format("IF({0}<0.8;1-{0};0)", now(5)), literal(draft.say({"Response time", "応答の速さ"})),
         language == Language::japanese
             ? fmt::format("\"期限内に応答したのは\"&{}&\"。誰の、どのリードが待っていますか。\"", on_time)
             : fmt::format(
                   "\"Only \"&{}&\" were answered in the agreed time: whose leads are waiting, and why?\"",
                   on_time)});
    const std::string top = at("reasons", 0, 1);
    const std::string count = count_text(at("reasons", 1, 1));
    const std::string left = count_text(at("outcomes", 1, 0));
    all.push_back(
        {fmt::format("IF({0}<5;0;{1}/{2})", at("outcomes", 1, 0), at("reasons", 1, 1), now(1)),
         literal(draft.say({"Not converted", "未商談化"})),
         language == Language::japanese
             ? fmt::format(
                   "\"商談になっていない\"&{}&\"件のうち\"&{}&\"件が「\"&{}&\"」。どうすればなくせますか。\"",
                   left, count, top)
             : fmt::format("{}&\" of the \"&{}&\" that are no opportunity: \"&{}&\". What would end this?\"",
                           count, left, top)});
}

void add_stuck_deviations(const Weekly& weekly, std::vector<Deviation>& all) {
    if (!weekly.has_leads()) return;
    const Draft& draft = weekly.draft;
    int row = 0;
    for (const StageFact& stage : weekly.facts.stages) {
        ++row;
        if (!stage.limit) continue;
        const std::string now = count_text(at("now", 1, row));
        const std::string stuck = count_text(at("now", 2, row));
        // One of them is enough for one meeting; what has been late for long weighs less than what changed.
        const std::string shares = down("now", 3, 1, static_cast<int>(weekly.facts.stages.size()));
        all.push_back(
            {fmt::format("IF({0}<MAX({1});0;0.5*{0})", at("now", 3, row), shares),
             literal(stage.name + draft.say({": too long", "：期限超過"})),
             draft.language() == Language::japanese
                 ? fmt::format(
                       "{}&{}&\"件のうち\"&{}&\"件が期限を超えています。どれを終え、どれに連絡しますか。\"",
                       literal("「" + stage.name + "」の"), now, stuck)
                 : fmt::format(
                       "{}&\" of \"&{}&{}", stuck, now,
                       literal(" leads at " + stage.name +
                               " are there longer than agreed: which do we close, which do we call?"))});
    }
}

std::vector<Deviation> deviations(const Weekly& weekly) {
    std::vector<Deviation> all;
    add_goal_deviations(weekly, all);
    add_funnel_deviations(weekly, all);
    add_hand_off_deviations(weekly, all);
    add_stuck_deviations(weekly, all);
    return all;
}

/// What to talk about where nothing is off; where nothing happened at all, that itself is the matter.
std::string nothing_off(const Weekly& weekly) {
    const Draft& draft = weekly.draft;
    return fmt::format(
        "IF({};{};{})", is_idle(weekly),
        literal(draft.say(
            {"Nothing is known of this period. Is the lead list up to date, and who imports what is "
             "missing?",
             "この期間の記録がありません。リード一覧は最新ですか。不足分を誰が取り込みますか。"})),
        literal(
            draft.say({"Nothing is more than 5 % off. What went well, and what shall we keep?",
                       "5%を超える乖離はありません。うまくいったことと、続けることを話し合ってください。"})));
}

}  // namespace

void add_agenda(Weekly& weekly) {
    Draft& draft = weekly.draft;
    const int count = static_cast<int>(deviations(weekly).size());
    draft.heading("agendaheading", {"Agenda: the largest deviations", "議題（乖離の大きい順）"},
                  {"Chosen from goals, funnel, hand-off and today's time at a stage, from 5 % off on",
                   "目標・ファネル・引き渡し・現在の滞留から、5%以上の乖離を選択"});
    std::vector<Row> rows;
    for (int rank = 1; rank <= items; ++rank) {
        const std::string none = rank > 1 ? literal("") : nothing_off(weekly);
        const std::string keys = down("deviations", 4, 0, count - 1);
        const auto chosen = [&](int column, const std::string& otherwise, const std::string& before = {}) {
            if (count < rank)
                return literal(
                    rank > 1 ? "" : draft.say({"Nothing to compare yet", "比較できる数値がまだありません"}));
            return fmt::format(
                "IFERROR(IF(LARGE({0};{1})<0.05;{2};{4}INDEX({3};MATCH(LARGE({0};{1});{0};0)));{2})", keys,
                rank, otherwise, down("deviations", column, 0, count - 1), before);
        };
        const std::string number = std::to_string(rank);
        rows.push_back(row_of({count < rank ? text_cell(number, Style::label)
                                            : formula_cell(chosen(1, "\"\"", literal(number + " · ") + "&"),
                                                           Format::text, Style::label),
                               formula_cell(chosen(2, none), Format::text, Style::label, width - 1)}));
    }
    draft.add("agenda", Refresh::cells, std::move(rows)).row_heights_mm.assign(items, 8.5);
}

void add_agenda_workings(Weekly& weekly) {
    Draft& draft = weekly.draft;
    std::vector<Row> rows;
    for (const Deviation& deviation : deviations(weekly)) {
        const int row = static_cast<int>(rows.size());
        rows.push_back(
            {formula_cell(deviation.topic, Format::text, Style::note),
             formula_cell(deviation.topic, Format::text, Style::note),
             formula_cell(fmt::format("IFERROR({};\"\")", deviation.question), Format::text, Style::note),
             formula_cell(fmt::format("IFERROR(MAX(0;MIN(1;{}));0)", deviation.score), Format::percent),
             // Equal ones keep their order.
             formula_cell(fmt::format("{}-{}", at(3, row), 0.00001 * (row + 1)), Format::number)});
    }
    if (rows.empty()) rows.push_back({text_cell("", Style::note)});
    draft.add("deviations", Refresh::cells, std::move(rows));
}

void add_actions(Weekly& weekly) {
    Draft& draft = weekly.draft;
    draft.heading("actionsheading", {"Actions", "アクション"},
                  {"Open lines go on to the next week; those with something in Done go to the history",
                   "未完了の行は翌週へ引き継ぎ、完了欄に記入した行は記録へ移します"});
    const auto head = [&](Text text, Text note = {}, int columns = 1) {
        sheet::Cell cell = text_cell(draft.say(text), Style::heading, columns);
        if (!note.en.empty()) cell.note = draft.say(note);
        return cell;
    };
    std::vector<Row> rows{row_of({
        head({"What", "内容"}, {}, action_columns.who),
        head({"Who", "担当"}),
        head({"Until", "期限"}),
        head({"Open since", "起票週"}, {"Filled in by the next refresh", "次の更新時に自動で入ります"}),
        head({"Done", "完了"}, {"Anything typed here: the next week's summary moves the line to the history",
                                "何か入力すると、翌週の更新時に記録へ移します"}),
    })};
    for (int row = 0; row < action_rows; ++row)
        rows.push_back(row_of({input_cell(action_columns.who), input_cell(), input_cell(1, Format::date),
                               input_cell(), input_cell()}));
    draft.add("actions", Refresh::never, std::move(rows));
    draft.sheet.names.push_back({std::string(actions_name), "actions", {0, 1}, {width - 1, action_rows}});
}

}  // namespace kakehashi::report
