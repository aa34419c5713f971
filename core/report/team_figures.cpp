#include <algorithm>

#include "core/funnel/figures.hpp"
#include "core/handoff/hand_off.hpp"
#include "core/leads/leads.hpp"
#include "core/money/wins.hpp"
#include "core/playbook/fingerprint.hpp"
#include "core/report/draft.hpp"
#include "core/report/goal_look.hpp"
#include "core/report/roll_up.hpp"
#include "core/report/sections.hpp"

namespace kakehashi::report {
namespace {

std::optional<double> known(const Result<double>& figure) {
    return figure ? std::optional(*figure) : std::nullopt;
}

void add_hand_offs(const Leads& leads, const Facts& facts, const DateRange& week, TeamFigures& team) {
    if (!facts.handed_off) return;
    const HandOffs& hand_offs = leads.derived<HandOffs>();
    const auto figure = [&](HandOffMeasure measure, const std::string& where = {}) {
        return known(hand_offs.figure(measure, week, where));
    };
    team.offered = figure(HandOffMeasure::offered);
    team.accepted = figure(HandOffMeasure::accepted);
    team.rejected = figure(HandOffMeasure::rejected);
    team.pending = figure(HandOffMeasure::pending);
    if (!facts.opportunity.empty())
        team.opportunities = figure(HandOffMeasure::offered, "reached " + bracketed(facts.opportunity));
}

void add_entries(const Leads& leads, const Facts& facts, const DateRange& week, TeamFigures& team) {
    const auto first = std::ranges::find_if(facts.stages, &StageFact::dated);
    if (first == facts.stages.end() || !leads.stages()) return;
    const auto stage = (*leads.stages())->index(first->name);
    if (stage) team.leads = static_cast<double>(entries(leads, *stage, week, leads.present()).count());
}

void add_wins(const Leads& leads, const Facts& facts, const DateRange& week, TeamFigures& team) {
    const auto won = wins(leads, week, leads.present());
    if (!won) return;
    team.won = static_cast<double>(won->count());
    if (facts.amount) team.won_value = known(amount_of(leads, *won));
}

TeamGoal team_goal(const Goals& goals, const GoalFact& fact, Instant as_of) {
    TeamGoal result;
    result.goal = fact;
    const auto found = goals.find(fact.name);
    if (!found) return result;
    const Standing standing(goals, *found, as_of);
    const GoalFigures& figures = goals.figures(*found, as_of);
    result.lower_is_better = goals.all()[*found].lower_is_better;
    result.target = known(standing.target());
    result.actual = known(standing.actual());
    result.expected = known(standing.expected());
    result.progress = known(standing.progress());
    result.pace = known(standing.pace());
    result.numerator = figures.numerator;
    result.denominator = figures.denominator;
    result.target_share = figures.target_share;
    result.status = standing.status().value_or(GoalStatus::no_data);
    return result;
}

}  // namespace

TeamFigures team_figures(const Leads* leads, const Goals* goals, const Facts& facts, const DateRange& week) {
    TeamFigures team;
    const Playbook* playbook = leads != nullptr   ? &leads->playbook()
                               : goals != nullptr ? &goals->playbook()
                                                  : nullptr;
    if (playbook != nullptr && *playbook != Playbook{}) {
        team.playbook = handle_text(*playbook);
        team.fingerprint = fingerprint(*playbook);
    }
    if (leads != nullptr) {
        add_entries(*leads, facts, week, team);
        add_hand_offs(*leads, facts, week, team);
        add_wins(*leads, facts, week, team);
    }
    if (goals != nullptr)
        for (const GoalFact& fact : facts.goal_rows) {
            team.goals.push_back(team_goal(*goals, fact, std::min(start_of_day(week.to), goals->as_of())));
            if (team.currency.empty()) team.currency = currency_code(fact.unit);
        }
    return team;
}

}  // namespace kakehashi::report
