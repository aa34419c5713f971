// GOAL.*: backwards from what is to be won to leads and dates. The figures are in core/goals/plan.hpp.
#include "core/functions/call.hpp"
#include "core/functions/catalogue.hpp"
#include "core/functions/funnel_arguments.hpp"
#include "core/functions/parameters.hpp"
#include "core/goals/activity_log.hpp"
#include "core/goals/plan.hpp"

namespace kakehashi {
namespace {

/// What both plans begin with: the leads, the stage, and at their places the period and the filter.
struct PlanQuestion {
    FunnelContext here;
    std::size_t stage;
    DateRange period;
    std::shared_ptr<const Bitmap> where;
};

Result<PlanQuestion> plan_question(const Call& call, std::size_t stage_at, std::size_t period_at) {
    const auto here = funnel_context(call);
    if (!here) return error_of(here);
    const auto stage = stage_argument(call, *here, stage_at);
    if (!stage) return error_of(stage);
    const auto last = here->stages->index(here->stages->names().back());
    if (!last) return error_of(last);
    const auto period = call.period(period_at);
    if (!period) return error_of(period);
    const auto where = where_argument(call, *here, period_at + 2);
    if (!where) return error_of(where);
    return PlanQuestion{*here, *stage, *period, *where};
}

Result<double> won_value_argument(const Call& call, std::size_t i) {
    const auto value = call.number(i, false);
    if (!value) return error_of(value);
    if (!*value || !(**value >= 0.0))
        return illegal_argument({"The value to be won must be a number of 0 or more.",
                                 "目標の受注額は0以上の数値でなければなりません。"});
    return **value;
}

Result<Instant> day_argument(const Call& call, std::size_t i) {
    const auto day = call.date(i);
    if (day && *day == no_instant)
        return illegal_argument({"The date is empty or cannot be read.", "日付が空か、読み取れません。"});
    return day;
}

Value goal_plan(const Call& call) {
    const auto question = plan_question(call, 1, 4);
    if (!question) return question.error();
    const auto value = won_value_argument(call, 2);
    if (!value) return value.error();
    const auto by = call.date(3);
    if (!by) return by.error();
    return value_of(planned_leads(*question->here.leads, question->stage, *value, *by, question->period,
                                  *question->where));
}

Value goal_plandate(const Call& call) {
    const auto question = plan_question(call, 1, 3);
    if (!question) return question.error();
    const auto by = day_argument(call, 2);
    if (!by) return by.error();
    const auto day =
        planned_day(*question->here.leads, question->stage, *by, question->period, *question->where);
    if (!day) return day.error();
    return *day - call.caller().locale.null_date;
}

/// The arguments activities and activity.
struct AskedActivity {
    ActivityLog log;
    std::string name;
};

Result<AskedActivity> activity_arguments(const Call& call) {
    const auto source = call.source(1);
    if (!source) return error_of(source);
    auto log = ActivityLog::read(Table(*source));
    if (!log) return error_of(log);
    const auto name = call.required_text(2);
    if (!name) return error_of(name);
    return AskedActivity{std::move(*log), *name};
}

Value goal_planactivity(const Call& call) {
    const auto question = plan_question(call, 3, 6);
    if (!question) return question.error();
    const auto activity = activity_arguments(call);
    if (!activity) return activity.error();
    const auto value = won_value_argument(call, 4);
    if (!value) return value.error();
    const auto by = call.date(5);
    if (!by) return by.error();
    return value_of(planned_activities(*question->here.leads, question->stage,
                                       {activity->log, activity->name}, *value, *by, question->period,
                                       *question->where));
}

Value goal_planactivitydate(const Call& call) {
    const auto question = plan_question(call, 3, 5);
    if (!question) return question.error();
    const auto activity = activity_arguments(call);
    if (!activity) return activity.error();
    const auto by = day_argument(call, 4);
    if (!by) return by.error();
    const auto day =
        planned_activity_day(*question->here.leads, question->stage, {activity->log, activity->name}, *by,
                             question->period, *question->where);
    if (!day) return day.error();
    return *day - call.caller().locale.null_date;
}

Parameter activities_parameter() {
    return {
        "activities",
        ArgumentKind::table,
        false,
        {"activities", "活動記録"},
        {"Log with the headers date, person, activity, count", "日付・担当者・活動・件数を見出しに持つ記録"}};
}

Parameter activity_parameter() {
    return {"activity",
            ArgumentKind::text,
            false,
            {"activity", "活動"},
            {"The activity as the log writes it", "活動記録に書かれた活動の名前"}};
}

Parameter of_activity() {
    Parameter parameter = parameters::where();
    parameter.summary = {
        "Which leads, best those that come from the activity, for example \"Source = "
        "Newsletter\"; default all",
        "対象のリード。その活動から生まれたものに絞るのがよい。例: \"流入元 = メルマガ\"。省略時は"
        "すべて"};
    return parameter;
}

Parameter planned_by(bool optional) {
    return {"by",
            ArgumentKind::date,
            optional,
            {"by", "期日"},
            optional ? Text{"The day by which it must be won; default as long as it takes",
                            "受注の期日。省略時は期限なし"}
                     : Text{"The day by which it must be won", "受注の期日"}};
}

Parameter won_value_parameter() {
    return {"wonValue",
            ArgumentKind::number,
            false,
            {"won value", "受注額"},
            {"The value to be won", "達成したい受注額"}};
}

Parameter measured(Parameter parameter) {
    parameter.summary.en = parameter.id == "from"
                               ? "First day of the period in which rates are measured; default unbounded"
                               : "Last day of that period, included to its end; default unbounded";
    parameter.summary.ja = parameter.id == "from" ? "率を測る期間の初日。省略時は制限なし"
                                                  : "率を測る期間の末日（その日の終わりまで含む）。省略時"
                                                    "は制限なし";
    return parameter;
}

}  // namespace

std::vector<Function> goal_plan_functions() {
    using namespace parameters;
    return {
        {"GOAL.PLAN",
         "0.2.0",
         Returns::number,
         {"How many leads must enter a stage to win a value.",
          "受注額を達成するために、あるステージに入る必要があるリード数を返します。"},
         {"value ÷ (rate to the last stage × mean won value). The rate is FUNNEL.RATE of the leads that "
          "entered in the period, with `by` within the days from the as-of date to it; the mean is over the "
          "won leads closed in the period, blank amounts left out. Not rounded.",
          "受注額÷（最終ステージへの率×平均受注額）。率は期間中に入ったリードの FUNNEL.RATE "
          "で、期日があれば基準"
          "日から期日までの日数以内の率です。平均は期間中に終了した受注の平均で、空の金額は除きます。丸めは行"
          "い"
          "ません。"},
         {leads(), stage(), won_value_parameter(), planned_by(true), measured(from()), measured(to()),
          where()},
         {{"=GOAL.PLAN(Leads;\"MQL\";6000000)", "11.0204081632653"},
          {"=GOAL.PLAN(Leads;\"MQL\";6000000;\"2026-08-29\")", "14.6938775510204"},
          {"=GOAL.PLAN(Leads;\"MQL\";6000000;;;;\"Owner = Nobody\")", "#DIV/0!"},
          {"=GOAL.PLAN(Leads;\"MQL\";6000000;\"2026-06-29\")", "Err:502"},
          {"=GOAL.PLAN(Leads;\"Demo\";6000000)", "#N/A"}},
         goal_plan},
        {"GOAL.PLANDATE",
         "0.2.0",
         Returns::number,
         {"By when leads must enter a stage to be won on a day.",
          "ある日までに受注するために、リードがステージに入る必要がある日を返します。"},
         {"The day minus the median days from the stage to the last one, of the leads that entered in the "
          "period. A date; format the cell as one.",
          "期日から、期間中に入ったリードの最終ステージまでの日数の中央値を引いた日です。セルを日付の書式にし"
          "てく"
          "ださい。"},
         {leads(), stage(), planned_by(false), measured(from()), measured(to()), where()},
         {{"=GOAL.PLANDATE(Leads;\"MQL\";\"2026-12-31\")", "46337"},
          {"=GOAL.PLANDATE(Leads;\"MQL\";\"2026-12-31\";\"2026-06-01\")", "#N/A"},
          {"=GOAL.PLANDATE(Leads;\"MQL\";\"some day\")", "Err:502"}},
         goal_plandate},
        {"GOAL.PLANACTIVITY",
         "0.2.0",
         Returns::number,
         {"How many activities (newsletters, events, visits, calls) it takes to win a value.",
          "受注額を達成するために必要な活動（メルマガ、イベント、訪問、電話など）の件数を返します。"},
         {"GOAL.PLAN ÷ leads per activity, which are the entries into the stage in the period ÷ the "
          "activities "
          "of that name in the period. The period begins no earlier than the first day of the activity in "
          "the log and ends no later than the as-of date. Not rounded.",
          "GOAL.PLAN ÷ "
          "活動1件あたりのリード数。活動1件あたりのリード数は、期間中にステージに入った件数÷期間中の"
          "その活動の件数です。期間は、早くても記録にあるその活動の初日から、遅くとも基準日までです。丸めは行"
          "い"
          "ません。"},
         {leads(), activities_parameter(), activity_parameter(), stage(), won_value_parameter(),
          planned_by(true), measured(from()), measured(to()), of_activity()},
         // 6 MQLs from 2 February on, 10 newsletters: 0.6 each.
         {{"=GOAL.PLANACTIVITY(Leads;Activities;\"Newsletters\";\"MQL\";6000000)", "18.3673469387755"},
          {"=GOAL.PLANACTIVITY(Leads;Activities;\"Newsletters\";\"MQL\";6000000;;\"2026-06-01\")", "#DIV/0!"},
          {"=GOAL.PLANACTIVITY(Leads;Activities;\"Seminars\";\"MQL\";6000000)", "#N/A"}},
         goal_planactivity},
        {"GOAL.PLANACTIVITYDATE",
         "0.2.0",
         Returns::number,
         {"By when activities must be done for their leads to be won on a day.",
          "ある日までに受注するために、活動を済ませておく必要がある日を返します。"},
         {"GOAL.PLANDATE minus the median of the whole days from the last activity of that name to each "
          "entry "
          "into the stage, over the period of GOAL.PLANACTIVITY. A date; format the cell as one.",
          "GOAL.PLANDATE "
          "から、その活動の直近の日からステージに入るまでの日数（整数）の中央値を引いた日です。期間"
          "は GOAL.PLANACTIVITY と同じです。セルを日付の書式にしてください。"},
         {leads(), activities_parameter(), activity_parameter(), stage(), planned_by(false), measured(from()),
          measured(to()), of_activity()},
         // 8, 5, 31, 34 and 0 days after the newsletters of 2 February and 11 May.
         {{"=GOAL.PLANACTIVITYDATE(Leads;Activities;\"Newsletters\";\"MQL\";\"2026-12-31\")", "46329"},
          {"=GOAL.PLANACTIVITYDATE(Leads;Activities;\"Newsletters\";\"MQL\";\"\")", "Err:502"}},
         goal_planactivitydate},
    };
}

}  // namespace kakehashi
