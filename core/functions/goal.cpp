// GOAL.*: what both departments agreed to reach, and by when.
#include "core/calendar/calendar.hpp"
#include "core/functions/call.hpp"
#include "core/functions/catalogue.hpp"

namespace kakehashi {
namespace {

/// The period that the arguments date, unit and [playbook] name.
struct NamedPeriod {
    Period period;
    PeriodUnit unit;
    Calendar calendar;
};

Result<NamedPeriod> named_period(const Call& call) {
    const auto date = call.date(0);
    if (!date) return error_of(date);
    if (*date == no_instant)
        return illegal_argument({"The date is empty or cannot be read.", "日付が空か、読み取れません。"});
    const auto unit_text = call.text(1);
    if (!unit_text) return error_of(unit_text);
    const auto unit = parse_period_unit(*unit_text);
    if (!unit) return error_of(unit);
    const auto playbook = call.playbook(2);
    if (!playbook) return error_of(playbook);
    const Calendar calendar = *playbook ? (*playbook)->playbook.calendar : Calendar{};
    return NamedPeriod{period_of(*date, *unit, calendar), *unit, calendar};
}

Value goal_period(const Call& call) {
    const auto named = named_period(call);
    if (!named) return named.error();
    return period_name(named->period, named->unit, named->calendar);
}

Value goal_start(const Call& call) {
    const auto named = named_period(call);
    if (!named) return named.error();
    return static_cast<double>(named->period.first_day) - call.caller().locale.null_date;
}

Value goal_end(const Call& call) {
    const auto named = named_period(call);
    if (!named) return named.error();
    return static_cast<double>(named->period.last_day) - call.caller().locale.null_date;
}

std::vector<Parameter> period_parameters() {
    return {
        {"date", ArgumentKind::date, false, {"date", "日付"}, {"A day of the period", "期間に含まれる日"}},
        {"unit",
         ArgumentKind::text,
         false,
         {"unit", "単位"},
         {"day, week, month, quarter, half or year",
          "日・週・月・四半期・半期・年（day、week、month、quarter、half、year も可）"}},
        {"playbook",
         ArgumentKind::playbook,
         true,
         {"playbook", "プレイブック"},
         {"Says when weeks and fiscal years start; without it ISO weeks and January",
          "週の始まりと年度の始まりを定めるプレイブック。省略時は ISO 週と1月始まり"}},
    };
}

Text period_definition() {
    return {
        "Weeks are ISO 8601 weeks unless the playbook says otherwise. Quarters, halves and years are fiscal: "
        "fiscal year n starts in the playbook's month of year n.",
        "週は、プレイブックに指定がなければ ISO 8601 の週です。四半期・半期・年は会計年度で数え、n "
        "年度はプレイブックで定めた月の n 年に始まります。"};
}

}  // namespace

std::vector<Function> goal_functions() {
    return {
        {"GOAL.PERIOD",
         "0.1.0",
         Returns::text,
         {"The name of the period in which a day lies.", "ある日が属する期間の名前を返します。"},
         period_definition(),
         period_parameters(),
         {{R"(=GOAL.PERIOD("2026-11-22";"day"))", "2026-11-22"},
          {R"(=GOAL.PERIOD("2026-11-22";"week"))", "2026-W47"},
          {R"(=GOAL.PERIOD("2026-11-22";"month"))", "2026-11"},
          {R"(=GOAL.PERIOD("2026-11-22";"quarter";Playbook))", "2026 Q4"},
          {R"(=GOAL.PERIOD("2026-11-22";"half"))", "2026 H2"},
          {R"(=GOAL.PERIOD("2026年11月22日";"年"))", "2026"},
          {R"(=GOAL.PERIOD("2027-01-01";"week"))", "2026-W53"},
          {R"(=GOAL.PERIOD("2026-11-22";"fortnight"))", "Err:502"},
          {R"(=GOAL.PERIOD("someday";"month"))", "Err:502"}},
         goal_period},
        {"GOAL.START",
         "0.1.0",
         Returns::number,
         {"The first day of the period in which a day lies.", "ある日が属する期間の最初の日を返します。"},
         period_definition(),
         period_parameters(),
         {{R"(=GOAL.START("2026-11-22";"month"))", "46327"},
          {R"(=GOAL.START("2026-11-22";"week";Playbook))", "46342"},
          {R"(=GOAL.START("2026-02-30";"month"))", "Err:502"}},
         goal_start},
        {"GOAL.END",
         "0.1.0",
         Returns::number,
         {"The last day of the period in which a day lies.", "ある日が属する期間の最後の日を返します。"},
         period_definition(),
         period_parameters(),
         {{R"(=GOAL.END("2026-11-22";"month"))", "46356"},
          {R"(=GOAL.END("2028-02-10";"quarter";Playbook))", "46843"},
          {R"(=GOAL.END(0;"month"))", "Err:502"}},
         goal_end},
    };
}

}  // namespace kakehashi
