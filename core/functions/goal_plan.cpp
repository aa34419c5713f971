// GOAL.*: backwards from what is to be won to leads and dates. The figures are in core/goals/plan.hpp.
#include "core/functions/call.hpp"
#include "core/functions/catalogue.hpp"
#include "core/functions/funnel_arguments.hpp"
#include "core/functions/parameters.hpp"
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

Result<PlanQuestion> plan_question(const Call& call, std::size_t period_at) {
    const auto here = funnel_context(call);
    if (!here) return error_of(here);
    const auto stage = stage_argument(call, *here, 1);
    if (!stage) return error_of(stage);
    const auto last = here->stages->index(here->stages->names().back());
    if (!last) return error_of(last);
    const auto period = call.period(period_at);
    if (!period) return error_of(period);
    const auto where = where_argument(call, *here, period_at + 2);
    if (!where) return error_of(where);
    return PlanQuestion{*here, *stage, *period, *where};
}

Value goal_plan(const Call& call) {
    const auto question = plan_question(call, 4);
    if (!question) return question.error();
    const auto value = call.number(2, false);
    if (!value) return value.error();
    if (!*value || !(**value >= 0.0))
        return CellError{ErrorCode::illegal_argument,
                         {"The value to be won must be a number of 0 or more.",
                          "目標の受注額は0以上の数値でなければなりません。"}};
    const auto by = call.date(3);
    if (!by) return by.error();
    return value_of(planned_leads(*question->here.leads, question->stage, **value, *by, question->period,
                                  *question->where));
}

Value goal_plandate(const Call& call) {
    const auto question = plan_question(call, 3);
    if (!question) return question.error();
    const auto by = call.date(2);
    if (!by) return by.error();
    if (*by == no_instant)
        return CellError{ErrorCode::illegal_argument,
                         {"The date is empty or cannot be read.", "日付が空か、読み取れません。"}};
    const auto day =
        planned_day(*question->here.leads, question->stage, *by, question->period, *question->where);
    if (!day) return day.error();
    return *day - call.caller().locale.null_date;
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
    };
}

}  // namespace kakehashi
