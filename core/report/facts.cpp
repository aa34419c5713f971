#include "core/report/facts.hpp"

#include <algorithm>
#include <numeric>

#include "core/goals/activity_log.hpp"
#include "core/goals/standing.hpp"
#include "core/leads/leads.hpp"
#include "core/leads/stages.hpp"
#include "core/playbook/departments.hpp"

namespace kakehashi::report {
namespace {

/// More reasons than this make a list nobody discusses; the rest is counted as other reasons.
constexpr std::size_t most_reasons = 15;
constexpr std::size_t most_activities = 12;

/// Texts of a column, most frequent first, ties by text.
std::vector<std::string> frequent_texts(const Column& column, const Bitmap& rows, std::size_t most) {
    const Column::Keys& keys = column.keys();
    std::vector<std::size_t> counts(keys.keys.size(), 0);
    rows.for_each([&](std::size_t row) {
        if (keys.codes[row] != 0) ++counts[keys.codes[row] - 1];
    });
    std::vector<std::size_t> order(counts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t code) { return counts[code] == 0; });
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        return counts[a] != counts[b] ? counts[a] > counts[b] : keys.keys[a] < keys.keys[b];
    });
    if (order.size() > most) order.resize(most);
    std::vector<std::string> texts;
    texts.reserve(order.size());
    for (const std::size_t code : order) texts.emplace_back(keys.texts[code]);
    return texts;
}

std::string opportunity_stage(const Playbook& playbook) {
    if (!playbook.opportunity_stage.empty()) return playbook.opportunity_stage;
    if (playbook.stages.empty()) return {};
    // Nobody said: what comes right before the end.
    return playbook.stages[playbook.stages.size() - std::min<std::size_t>(playbook.stages.size(), 2)].stage;
}

bool is_dated(const PlaybookStage& stage, const Leads& leads) {
    if (leads.history() != nullptr) return true;
    if (!stage.when.empty() && stage.column.empty()) return false;
    return leads.table().find(stage.column.empty() ? stage.stage : stage.column).has_value();
}

void add_stages(const Leads& leads, Facts& facts) {
    const Playbook& playbook = leads.playbook();
    for (const PlaybookStage& stage : playbook.stages)
        facts.stages.push_back(
            {stage.stage, is_dated(stage, leads), stage.within_days || stage.within_hours});
    facts.opportunity = opportunity_stage(playbook);
    const auto inbox = std::ranges::find_if(playbook.stages, [](const PlaybookStage& stage) {
        return department_of(stage.owner) == Department::sales;
    });
    facts.response_limit = inbox != playbook.stages.end() && inbox->within_hours.has_value();
}

void add_playbook(const Playbook& playbook, Facts& facts) {
    facts.calendar = playbook.calendar;
    facts.playbook_version = playbook.version;
    if (!playbook.definitions.empty()) facts.definition = playbook.definitions.front().definition;
}

/// Of dates in the future nobody knows yet.
void add_arrivals(const Leads& leads, Facts& facts) {
    const Instant known_until = inclusive_end(leads.as_of());
    const auto add = [&](Instant day) {
        if (day == no_instant || day > known_until) return;
        if (facts.first_lead == no_instant || day < facts.first_lead) facts.first_lead = day;
        if (facts.last_lead == no_instant || day > facts.last_lead) facts.last_lead = day;
    };
    if (const Column* created = leads.role(Role::created))
        for (const Instant day : created->as_instants()) add(day);
    const auto stages = leads.stages();
    const auto first = std::ranges::find_if(facts.stages, &StageFact::dated) - facts.stages.begin();
    if (!stages || static_cast<std::size_t>(first) >= (*stages)->count()) return;
    leads.present().for_each([&](std::size_t row) {
        add((*stages)->first_entry(static_cast<std::size_t>(first), row, no_instant + 1, known_until));
    });
}

void add_leads(const Leads& leads, Facts& facts) {
    add_playbook(leads.playbook(), facts);
    facts.as_of = leads.as_of();
    facts.lead_count = leads.present().count();
    add_stages(leads, facts);
    add_arrivals(leads, facts);
    const auto has = [&](Role role) { return leads.role(role) != nullptr; };
    facts.handed_off = has(Role::handed_off);
    facts.responded = has(Role::responded);
    facts.owner = has(Role::owner);
    facts.amount = has(Role::amount);
    facts.company = has(Role::company);
    if (const Column* reasons = leads.role(Role::reason)) {
        facts.reason = true;
        facts.reasons = frequent_texts(*reasons, leads.present(), most_reasons);
    }
}

Side side_of(const Goal& goal) {
    if (goal.departments.size() != 1) return Side::shared;
    const Department department = department_of(goal.departments.front());
    return department == Department::marketing ? Side::marketing
           : department == Department::sales   ? Side::sales
                                               : Side::shared;
}

void add_goals(const Goals& goals, Facts& facts) {
    if (facts.as_of == no_instant) {
        add_playbook(goals.playbook(), facts);
        facts.as_of = goals.as_of();
    }
    for (const std::size_t i : goals.list({}, {})) {
        const Goal& goal = goals.all()[i];
        const auto found = goals.find(goal.name);
        if (!found || *found != i) continue;  // formulas ask by name: of equal names the first answers
        facts.goal_rows.push_back({goal.name, goal.layer.value_or(GoalLayer::department), side_of(goal),
                                   goals.kind(i), goal.unit,
                                   Standing(goals, i, goals.as_of()).target().has_value(),
                                   goal.baseline.value_or(0), goal.start, goal.end});
    }
}

void add_activities(const Table& log, Facts& facts) {
    const auto columns = activity_columns(log);
    if (!columns) return;
    const auto position = [](std::optional<std::size_t> column) {
        return column ? static_cast<int>(*column) + 1 : 0;
    };
    facts.activity_log = {position(columns->date), position(columns->activity), position(columns->count), {}};
    facts.activity_log.names = frequent_texts(log.column(*columns->activity), log.present(), most_activities);
}

}  // namespace

Facts facts_of(const Leads* leads, const Goals* goals, const Table* activities, Instant now) {
    Facts facts;
    if (leads != nullptr) add_leads(*leads, facts);
    if (goals != nullptr) add_goals(*goals, facts);
    if (activities != nullptr) add_activities(*activities, facts);
    if (facts.as_of == no_instant) facts.as_of = start_of_day(now);
    return facts;
}

}  // namespace kakehashi::report
