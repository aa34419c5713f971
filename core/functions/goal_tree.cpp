// GOAL.*: the table of goals in three layers, and what is in it.
#include <fmt/format.h>

#include "core/functions/call.hpp"
#include "core/functions/catalogue.hpp"
#include "core/functions/goal_arguments.hpp"
#include "core/functions/parameters.hpp"
#include "core/goals/goal_problems.hpp"
#include "core/support/thousands.hpp"

namespace kakehashi {
namespace {

/// The argument `leads` of GOAL.TABLE: a handle, or a range seen through the goals' own playbook. Null if
/// missing.
Result<std::shared_ptr<const Leads>> leads_of_goals(const Call& call, std::size_t i,
                                                    const std::shared_ptr<const Playbook>& playbook) {
    if (call.missing(i)) return nullptr;
    if (const auto source = call.source(i))
        return std::make_shared<const Leads>(std::make_shared<const Table>(*source), playbook, nullptr,
                                             call.caller().now);
    return call.leads(i);
}

Result<GoalContext> goal_context(const Call& call) {
    GoalContext context;
    context.now = call.caller().now;
    const auto playbook = call.playbook(1);
    if (!playbook) return error_of(playbook);
    if (*playbook) context.playbook = std::shared_ptr<const Playbook>(*playbook, &(*playbook)->playbook);
    const auto log = call.table(2);
    if (!log) return error_of(log);
    if (*log) {
        auto activities = ActivityLog::read(**log);
        if (!activities) return error_of(activities);
        context.activities = std::make_shared<const ActivityLog>(std::move(*activities));
    }
    const auto leads = leads_of_goals(call, 3, context.playbook);
    if (!leads) return error_of(leads);
    context.leads = *leads;
    // Leads bring what was agreed with them.
    if (!context.playbook && *leads)
        context.playbook = std::shared_ptr<const Playbook>(*leads, &(*leads)->playbook());
    return context;
}

Value goal_table(const Call& call) {
    const auto source = call.source(0);
    if (!source) return source.error();
    auto context = goal_context(call);
    if (!context) return context.error();
    const auto goals = Goals::read(Table(*source), std::move(*context));
    if (!goals) return goals.error();
    const std::string count = thousands((*goals)->all().size());
    return Handle{Object(*goals),
                  call.caller().language == Language::japanese ? "目標 " + count + " 件" : count + " goals"};
}

Result<std::optional<GoalLayer>> layer_argument(const Call& call, std::size_t i) {
    const auto text = call.text(i);
    if (!text) return error_of(text);
    if (trim(*text).empty()) return std::nullopt;
    const auto layer = parse_goal_layer(*text);
    if (!layer)
        return illegal_argument(
            {fmt::format("\"{}\" is no layer; layers are shared, department, activity.", *text),
             fmt::format("「{}」という層はありません。層は 共有・部門・活動 です。", *text)});
    return layer;
}

Value goal_list(const Call& call) {
    const auto seen = goals_seen(call, 3);
    if (!seen) return seen.error();
    const auto layer = layer_argument(call, 1);
    if (!layer) return layer.error();
    const auto department = call.text(2);
    if (!department) return department.error();
    std::vector<std::string> names;
    for (const std::size_t goal : seen->goals->list(*layer, goal_departments(*department), seen->period))
        names.push_back(seen->goals->all()[goal].name);
    if (names.empty())
        return CellError{ErrorCode::not_available, {"There is no such goal.", "該当する目標がありません。"}};
    return text_column(std::move(names));
}

Value goal_problems(const Call& call) {
    const auto goals = call.goals(0);
    if (!goals) return goals.error();
    std::vector<std::string> rows;
    for (const GoalProblem& problem : (*goals)->problems())
        rows.push_back(problem_text(problem, call.caller().language));
    if (rows.empty()) rows.push_back("ok");
    return text_column(std::move(rows));
}

Parameter optional_playbook() {
    return {
        "playbook",
        ArgumentKind::playbook,
        true,
        {"playbook", "プレイブック"},
        {"Says the as-of date, working days, holidays and status limits; a cell with PLAYBOOK.READ or the "
         "blocks. Default: that of the leads, if any",
         "基準日・営業日・休日・状況の境目を定める取り決め。PLAYBOOK.READ "
         "のセル、またはブロックの範囲。省略時はリードのもの"}};
}

Parameter optional_activities() {
    return {"activities",
            ArgumentKind::table,
            true,
            {"activities", "活動記録"},
            {"Log with the headers date, person, activity, count. Default: none",
             "日付・担当者・活動・件数を見出しに持つ記録。省略時はなし"}};
}

Parameter optional_leads() {
    return {"leads",
            ArgumentKind::leads,
            true,
            {"leads", "リード"},
            {"The leads over which metrics are worked out; best a cell with LEAD.TABLE. Default: none",
             "指標を計算するリード。LEAD.TABLE のセルを推奨。省略時はなし"}};
}

Parameter layer_parameter() {
    return {"layer",
            ArgumentKind::text,
            true,
            {"layer", "層"},
            {"shared, department or activity; default all", "共有・部門・活動。省略時はすべて"}};
}

Parameter department_parameter() {
    return {"department",
            ArgumentKind::text,
            true,
            {"department", "部門"},
            {"Goals that this department answers for, alone or with another; default all",
             "この部門が（単独または共同で）責任を持つ目標。省略時はすべて"}};
}

}  // namespace

std::vector<Function> goal_tree_functions() {
    using namespace parameters;
    return {
        {"GOAL.TABLE",
         "0.2.0",
         Returns::text,
         {"Makes a goal table ready for all other functions and shows how many goals it has.",
          "目標表を他の関数で使えるようにし、目標の数を表示します。"},
         {"A goal's actual is its cell (for a rate also numerator ÷ denominator); else its metric over the "
          "goal's period; else the count of the activity of its name in the log, by its people if it names "
          "any; else it is rolled up: `sum` adds the children of the same unit, `rate` is Σ numerators ÷ Σ "
          "denominators, `level` the latest child. Metrics and counts end with the as-of day. A blank actual "
          "is no data, a blank target no goal; 0 is a number. A figure of a goal's own is never added to "
          "those below it. Headers, of which only goal is needed: goal, parent, metric, layer (shared, "
          "department, activity), department, person, unit, kind (sum, rate, level), better (higher, lower), "
          "weight, start, end, baseline, target, actual, numerator, denominator, curve (calendar, working, "
          "last year). metric names a metric of the playbook or, for goals of several people, an activity "
          "of the log.",
          "実績は、実績のセル（率は分子÷分母も可）、なければ期間中の指標の値、なければ同名の活動の件数（担当"
          "者の指定があればその人の分）、なければ下位の集計です。sum は同じ単位の子の合計、rate は Σ分子÷Σ"
          "分母、level は最新の子です。指標と件数は基準日までを数えます。空の実績は「データなし」、空の目標値"
          "は「目標なし」で、0 とは異なります。目標自身の値が下位の合計に加算されることはありません。"
          "見出し（必須は目標だけ）は、目標、親、指標、層（共有・部門・活動）、部門、担当、単位、種別（合計・"
          "率・水準）、方向（高い・低い）、重み、開始、終了、基準値、目標値、実績、分子、分母、曲線（暦日・"
          "営業日・前年）です。指標には、プレイブックの指標、または活動記録の活動（複数の担当者で同じ活動を"
          "数えるとき）を書きます。"},
         {goals(), optional_playbook(), optional_activities(), optional_leads()},
         {{"=GOAL.STATUS(Goals;\"Revenue\")", "ahead"},
          {"=GOAL.TABLE(GoalRows;42)", "Err:502"},
          {"=GOAL.TABLE(LeadRows)", "#N/A"}},
         goal_table},
        {"GOAL.LIST",
         "0.2.0",
         Returns::text_matrix,
         {"The names of the goals in tree order.", "目標の名前をツリーの順に返します。"},
         {"Each goal stands before those below it. A joint project, a goal with two departments, is listed "
          "for "
          "either of them. With a unit only the goals that have days in the period of that unit around the "
          "as-of date. Enter it as an array formula (Ctrl+Shift+Enter).",
          "上位の目標が下位より先に並びます。2部門の共同目標は、どちらの部門でも一覧に含まれます。単位を指定"
          "す"
          "ると、基準日を含むその期間に日がある目標だけになります。配列数式として入力します"
          "（Ctrl+Shift+Enter）。"},
         {goals(), layer_parameter(), department_parameter(), as_of(), unit()},
         {{"=GOAL.LIST(Goals;\"shared\")", "Revenue | Alignment"},
          {"=GOAL.LIST(Goals;;\"marketing\")", "Revenue | Alignment | Newsletters"},
          {"=GOAL.LIST(Goals;\"活動\";\"営業\")", "Visits | Sato's visits"},
          {"=GOAL.LIST(Goals;;;\"2027-01-15\";\"month\")", "#N/A"},
          {"=GOAL.LIST(Goals;\"personal\")", "Err:502"},
          {"=GOAL.LIST(Goals;;\"finance\")", "#N/A"}},
         goal_list},
        {"GOAL.PROBLEMS",
         "0.2.0",
         Returns::text_matrix,
         {"What is wrong with a goal table, with its row; ok if nothing is.",
          "目標表の問題点を行とともに示します。なければ ok です。"},
         {"Cells that cannot be read, repeated names, unknown parents, circles, sums without the dates that "
          "they need, metrics and activities that nobody knows, rows of the activity log that cannot be "
          "read. Row 1 holds the headers. Enter it as an array formula (Ctrl+Shift+Enter).",
          "読み取れないセル、重複した名前、不明な親、循環、必要な日付のない sum "
          "の目標、不明な指標や活動、読み取"
          "れない活動記録の行を示します。1 行目は見出しです。配列数式として入力します（Ctrl+Shift+Enter）。"},
         {goals()},
         {{"=GOAL.PROBLEMS(Goals)", "ok"},
          {"=GOAL.PROBLEMS(GoalRows)",
           "row 6: GOAL.TABLE was given no leads for the metric \"Win rate\", and no log with such an "
           "activity. | row 9: GOAL.TABLE was given no leads for the metric \"Visits\", and no log with such "
           "an activity."}},
         goal_problems},
    };
}

}  // namespace kakehashi
