// GOAL.*: where one goal stands. The figures are in core/goals.
#include "core/functions/call.hpp"
#include "core/functions/catalogue.hpp"
#include "core/functions/funnel_arguments.hpp"
#include "core/functions/goal_arguments.hpp"
#include "core/functions/parameters.hpp"
#include "core/goals/standing.hpp"

namespace kakehashi {
namespace {

/// The arguments goals, goal, [as of], [unit]. The standing refers to the goals that are held beside it.
struct Asked {
    std::shared_ptr<const Goals> goals;
    Standing standing;
};

Result<Asked> asked(const Call& call) {
    const auto name = call.required_text(1);
    if (!name) return error_of(name);
    const auto seen = goals_seen(call, 2);
    if (!seen) return error_of(seen);
    const auto goal = seen->goals->find(*name);
    if (!goal) return error_of(goal);
    return Asked{seen->goals, Standing(*seen->goals, *goal, seen->as_of)};
}

template <Result<double> (Standing::*figure)() const>
Value goal_figure(const Call& call) {
    const auto question = asked(call);
    if (!question) return question.error();
    return value_of((question->standing.*figure)());
}

Value goal_status(const Call& call) {
    const auto question = asked(call);
    if (!question) return question.error();
    const auto status = question->standing.status();
    if (!status) return status.error();
    return std::string(goal_status_name(*status));
}

std::vector<Parameter> figure_parameters() {
    return {parameters::goals(), parameters::goal(), parameters::as_of(), parameters::unit()};
}

}  // namespace

std::vector<Function> goal_standing_functions() {
    return {
        {"GOAL.TARGET",
         "0.2.0",
         Returns::number,
         {"What a goal is to reach.", "目標値を返します。"},
         {"The goal's own target, else rolled up: the sum of the children of the same unit; for a rate what "
          "comes out if every child reaches its own (weighted by denominators); for a level that of the "
          "latest child. #N/A if there is none: a blank target is no goal, not 0. With a unit each goal is "
          "cut "
          "to the period of that unit around the as-of date: the target of a sum is the part of the way from "
          "the baseline to the target that falls to those days on its curve, so that the months add up to "
          "the quarter and the year; a rate or a level keeps its target; a goal without a day there has "
          "none.",
          "目標自身の目標値、なければ下位の集計です。同じ単位の子の合計、率はすべての子が目標に達したときの率"
          "（"
          "分母で加重）、level は最新の子の値です。なければ #N/A です（空の目標値は 0 "
          "ではありません）。単位を指"
          "定すると、各目標を基準日を含むその期間に切り取ります。sum "
          "の目標値は、基準値から目標値までのうち、曲"
          "線上でその日々に当たる分で、月の合計は四半期や年に一致します。rate と level "
          "の目標値は変わりません。"
          "その期間に日のない目標に目標値はありません。"},
         figure_parameters(),
         {{"=GOAL.TARGET(Goals;\"Revenue\")", "9000000"},
          {"=GOAL.TARGET(Goals;\"Revenue\";;\"month\")", "739726.02739726"},
          {"=GOAL.TARGET(Goals;\"Visits\";\"2026-06-15\";\"month\")", "6.74329501915709"},
          {"=GOAL.TARGET(Goals;\"Alignment\")", "#N/A"},
          {"=GOAL.TARGET(Goals;\"Profit\")", "#N/A"}},
         goal_figure<&Standing::target>},
        {"GOAL.ACTUAL",
         "0.2.0",
         Returns::number,
         {"What has been reached so far.", "これまでの実績を返します。"},
         {"The goal's cell, else its metric over its period, else the count of the activity of its name, "
          "else "
          "the roll-up (see GOAL.TABLE). #N/A if there is no data. With a unit: what the metric or the "
          "activity counts in that period, up to the as-of day. A figure typed for the whole period of a sum "
          "or a rate cannot be divided, so it counts only where all of that period lies inside; elsewhere it "
          "gives #N/A, there and above.",
          "実績のセル、なければ期間中の指標、なければ同名の活動の件数、なければ下位の集計です（GOAL.TABLE "
          "参照）。データがなければ #N/A "
          "です。単位を指定すると、その期間の基準日までの指標や活動の値です。sum "
          "や rate "
          "に期間全体の値として入力した実績は分けられないため、目標の期間全体が含まれる場合だけ数え、そ"
          "れ以外はその上位も含めて #N/A になります。"},
         figure_parameters(),
         {{"=GOAL.ACTUAL(Goals;\"Revenue\")", "4900000"},
          {"=GOAL.ACTUAL(Goals;\"Win rate\")", "0.5714285714285714"},
          {"=GOAL.ACTUAL(Goals;\"Visits\")", "38"},
          {"=GOAL.ACTUAL(Goals;\"Visits\";\"2026-04-30\")", "28"},
          {"=GOAL.ACTUAL(Goals;\"Visits\";\"2026-05-31\";\"month\")", "10"},
          {"=GOAL.ACTUAL(Goals;\"Visits\";;\"quarter\")", "26"},
          {"=GOAL.ACTUAL(Goals;\"Revenue\";;\"month\")", "#N/A"},
          {"=GOAL.ACTUAL(Goals;\"Alignment\")", "#N/A"}},
         goal_figure<&Standing::actual>},
        {"GOAL.EXPECTED",
         "0.2.0",
         Returns::number,
         {"What should have been reached by now.", "基準日までに達しているべき値を返します。"},
         {"baseline + (target − baseline) × share of the period elapsed on the goal's curve: calendar days "
          "with the as-of day counted, working days, or last year's shape of the same activity. Before the "
          "start the share is 0, after the end 1. With a unit: of a sum the part of that period's target, of "
          "a "
          "rate or a level the same path as without.",
          "基準値＋（目標値－基準値）×経過した割合。割合は曲線により、暦日（基準日を含む）、営業日、または前"
          "年"
          "同期の同じ活動の累計の形です。開始前は 0、終了後は 1 です。単位を指定すると、sum "
          "はその期間の目標値に"
          "対する値、rate と level は指定しない場合と同じです。"},
         figure_parameters(),
         {{"=GOAL.EXPECTED(Goals;\"Revenue\")", "4463013.698630137"},
          {"=GOAL.EXPECTED(Goals;\"Visits\")", "39.54022988505747"},
          {"=GOAL.EXPECTED(Goals;\"Sato's visits\")", "20"},
          {"=GOAL.EXPECTED(Goals;\"Visits\";\"2026-06-15\";\"month\")", "3.37164750957854"},
          {"=GOAL.EXPECTED(Goals;\"Alignment\")", "#N/A"}},
         goal_figure<&Standing::expected>},
        {"GOAL.FORECAST",
         "0.2.0",
         Returns::number,
         {"What comes out at the end if it goes on like this.",
          "このまま進んだ場合の期末の見込みを返します。"},
         {"For a sum: baseline + (actual − baseline) ÷ share elapsed; for a rate or a level the actual.",
          "sum は 基準値＋（実績－基準値）÷経過した割合、rate と level は実績そのものです。"},
         figure_parameters(),
         {{"=GOAL.FORECAST(Goals;\"Sato's visits\")", "44"},
          {"=GOAL.FORECAST(Goals;\"Complaints\")", "8"},
          {"=GOAL.FORECAST(Goals;\"New customers\";\"2025-12-31\")", "#DIV/0!"}},
         goal_figure<&Standing::forecast>},
        {"GOAL.GAP",
         "0.2.0",
         Returns::number,
         {"How far a goal is from where it should be; negative is a shortfall.",
          "達しているべき値との差を返します。負の値は不足です。"},
         {"actual − expected, the other way round where lower is better.",
          "実績－期待値。低いほど良い目標では符号が逆です。"},
         figure_parameters(),
         {{"=GOAL.GAP(Goals;\"Sato's visits\")", "2"},
          {"=GOAL.GAP(Goals;\"Complaints\")", "-0.479452054794521"},
          {"=GOAL.GAP(Goals;\"Alignment\")", "#N/A"}},
         goal_figure<&Standing::gap>},
        {"GOAL.PROGRESS",
         "0.2.0",
         Returns::number,
         {"How much of the way is done, 1 = reached.", "目標までの達成率を返します（1 で達成）。"},
         {"(actual − baseline) ÷ (target − baseline). A goal without an actual whose children have other "
          "units has the weighted mean of their progress; a blank weight is 1, children without data are "
          "left "
          "out.",
          "（実績－基準値）÷（目標値－基準値）。実績がなく、子の単位が異なる目標は、子の達成率の加重平均です"
          "。空"
          "の重みは 1、データのない子は除きます。"},
         figure_parameters(),
         {{"=GOAL.PROGRESS(Goals;\"Complaints\")", "0.4"},
          {"=GOAL.PROGRESS(Goals;\"Visits\")", "0.475"},
          {"=GOAL.PROGRESS(Goals;\"Alignment\")", "0.699107142857143"},
          {"=GOAL.PROGRESS(Goals;\"Profit\")", "#N/A"}},
         goal_figure<&Standing::progress>},
        {"GOAL.PACE",
         "0.2.0",
         Returns::number,
         {"Actual against expected, 1 = exactly on pace.",
          "ペース（期待値に対する実績の比）を返します。1 で予定通りです。"},
         {"actual ÷ expected for a sum, actual ÷ target for a rate or a level; upside down where lower is "
          "better. Where expected or target is negative, look at GOAL.GAP instead.",
          "sum は 実績÷期待値、rate と level は "
          "実績÷目標値で、低いほど良い目標では逆数です。期待値や目標値が負"
          "の場合は GOAL.GAP をご覧ください。"},
         figure_parameters(),
         {{"=GOAL.PACE(Goals;\"Sato's visits\")", "1.1"},
          {"=GOAL.PACE(Goals;\"Complaints\")", "0.625"},
          {"=GOAL.PACE(Goals;\"New customers\";\"2025-12-31\")", "#DIV/0!"}},
         goal_figure<&Standing::pace>},
        {"GOAL.STATUS",
         "0.2.0",
         Returns::text,
         {"done, ahead, on track, behind, at risk or no data.",
          "状況を done（達成）、ahead（先行）、on track（順調）、behind（遅れ）、at risk（危険）、no data（デ"
          "ータなし）で返します。"},
         {"done: a higher-is-better sum once the target is reached, everything else only if it holds at the "
          "end date. Else by pace: from 1 ahead, from 0.95 on track, from 0.75 behind, below at risk; the "
          "playbook may set other limits. No target, no actual or not begun: no data. Where the pace cannot "
          "be worked out: ahead if the actual is at least as good as expected, else at risk.",
          "done は、高いほど良い sum "
          "では目標値に達した時点、それ以外は終了日に達している場合です。それ以外はペ"
          "ースにより、1 以上 ahead、0.95 以上 on track、0.75 以上 behind、それ未満 at risk "
          "です（境目はプレイブ"
          "ックで変更可）。目標値・実績がない場合と開始前は no data "
          "です。ペースが計算できない場合は、実績が期待値"
          "以上に良ければ ahead、そうでなければ at risk です。"},
         figure_parameters(),
         {{"=GOAL.STATUS(Goals;\"Revenue\")", "ahead"},
          {"=GOAL.STATUS(Goals;\"Visits\")", "on track"},
          {"=GOAL.STATUS(Goals;\"Newsletters\")", "behind"},
          {"=GOAL.STATUS(Goals;\"Complaints\")", "at risk"},
          {"=GOAL.STATUS(Goals;\"Visits\";\"2026-05-31\";\"month\")", "done"},
          {"=GOAL.STATUS(Goals;\"Revenue\";;\"week\")", "no data"},
          {"=GOAL.STATUS(Goals;\"Revenue\";;\"fortnight\")", "Err:502"},
          {"=GOAL.STATUS(Goals;\"Revenue\";\"2025-12-31\")", "no data"},
          {"=GOAL.STATUS(Goals;\"Profit\")", "#N/A"}},
         goal_status},
        {"GOAL.NEEDED",
         "0.2.0",
         Returns::number,
         {"What is needed per remaining working day to reach the target.",
          "目標値に達するために、残りの営業日1日あたりに必要な値を返します。"},
         {"(target − actual) ÷ working days after the as-of day up to the end; 0 if reached. Working days "
          "and "
          "holidays are the playbook's, Monday to Friday without one.",
          "（目標値－実績）÷基準日の翌日から終了日までの営業日数。達成済みなら 0 "
          "です。営業日と休日はプレイブッ"
          "クに従い、なければ月曜から金曜です。"},
         figure_parameters(),
         {{"=GOAL.NEEDED(Goals;\"Visits\")", "0.318181818181818"},
          {"=GOAL.NEEDED(Goals;\"Regular customers\";\"2026-12-31\")", "#DIV/0!"}},
         goal_figure<&Standing::needed>},
    };
}

}  // namespace kakehashi
