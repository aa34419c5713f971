#include "core/functions/goal_arguments.hpp"

namespace kakehashi {

Result<GoalsSeen> goals_seen(const Call& call, std::size_t as_of) {
    const auto goals = call.goals(0);
    if (!goals) return error_of(goals);
    const auto day = call.date(as_of);
    if (!day) return error_of(day);
    const auto unit_text = call.text(as_of + 1);
    if (!unit_text) return error_of(unit_text);
    GoalsSeen seen{*goals, *day == no_instant ? (*goals)->as_of() : *day, std::nullopt};
    if (trim(*unit_text).empty()) return seen;
    const auto unit = parse_period_unit(*unit_text);
    if (!unit) return error_of(unit);
    seen.period = period_of(seen.as_of, *unit, (*goals)->calendar());
    seen.goals = (*goals)->seen_in(*seen.period);
    return seen;
}

Parameter parameters::unit() {
    return {
        "unit",
        ArgumentKind::text,
        true,
        {"unit", "単位"},
        {"week, month, quarter, half or year: only the part of each goal that lies in the period of this "
         "unit around the as-of date; default the goals' whole periods",
         "週・月・四半期・半期・年（week、month なども可）。基準日を含むその期間に当たる部分だけを見る。省略"
         "時は目標の期間全体"}};
}

}  // namespace kakehashi
