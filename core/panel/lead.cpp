// The panel on one lead: does it qualify, why (not), where is it, what comes next.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/leads/definition_in_force.hpp"
#include "core/leads/explanation.hpp"
#include "core/leads/qualification.hpp"
#include "core/leads/stages.hpp"
#include "core/panel/rule_list.hpp"
#include "core/panel/views.hpp"
#include "core/table/column.hpp"

namespace kakehashi::panel {
namespace {

std::string cell_text(const Leads& leads, Role role, std::size_t row) {
    const Column* column = leads.role(role);
    return column == nullptr ? std::string() : column->text(row);
}

/// `株式会社サンプル · L-00812`
std::string title_of(const Leads& leads, std::size_t row) {
    std::string title = cell_text(leads, Role::company, row);
    if (title.empty()) title = cell_text(leads, Role::name, row);
    const std::string id = cell_text(leads, Role::id, row);
    if (title.empty()) return id;
    return id.empty() ? title : title + " · " + id;
}

std::string pseudo(const Leads& leads, std::string_view name, std::size_t row) {
    const auto column = leads.column(name);
    return column ? (*column)->text(row) : std::string();
}

/// As the list says; without that, what its dates and the history tell.
std::string stage_of(const Leads& leads, std::size_t row) {
    std::string stage = pseudo(leads, "stage", row);
    return stage.empty() ? pseudo(leads, "stage now", row) : stage;
}

bool is(const Leads& leads, Outcome outcome, std::size_t row) {
    const auto rows = leads.outcome(outcome);
    return rows && (*rows)->test(row);
}

/// The first that holds.
std::optional<Outcome> outcome_of(const Leads& leads, std::size_t row) {
    for (std::size_t i = 0; i < outcome_count; ++i)
        if (is(leads, static_cast<Outcome>(i), row)) return static_cast<Outcome>(i);
    return std::nullopt;
}

std::string outcome_text(Outcome outcome, Language language) {
    static const Text words[outcome_count] = {
        {"Won", "受注"},      {"Lost", "失注"},         {"Disqualified", "対象外"},
        {"Rejected", "却下"}, {"Recycled", "差し戻し"}, {"Accepted", "受け入れ"}};
    return words[static_cast<std::size_t>(outcome)].in(language);
}

/// `At MQL for 12 days`
std::string whereabouts(const Leads& leads, std::size_t row, Language language) {
    const auto outcome = outcome_of(leads, row);
    const std::string stage = stage_of(leads, row);
    if (stage.empty()) return outcome ? outcome_text(*outcome, language) : std::string();
    const auto days = read_number(pseudo(leads, "days in stage", row));
    if (!days) return stage;
    const auto whole = static_cast<long long>(std::floor(*days));
    return Text{fmt::format("At {} for {} {}", stage, whole, whole == 1 ? "day" : "days"),
                fmt::format("{}に{}日間", stage, whole)}
        .in(language);
}

std::string personas(const Leads& leads, std::size_t row) {
    std::string names;
    for (const PlaybookSegment& persona : leads.playbook().personas) {
        const auto members = leads.where(persona.when);
        if (!members || !(*members)->test(row)) continue;
        if (!names.empty()) names += ", ";
        names += persona.name;
    }
    return names;
}

struct Verdict {
    bool qualifies = false;
    double score = 0;
    std::size_t short_of = 0;  // criteria that fail
};

std::optional<Verdict> judge(const Leads& leads, const DefinitionInForce& definition, std::size_t row) {
    const auto explanation = explain(leads, definition.definition->definition, row, leads.as_of());
    const auto score =
        leads.derived<Qualification>().score(definition.definition->definition, row, leads.as_of());
    if (!explanation || !score) return std::nullopt;
    Verdict verdict;
    verdict.score = *score;
    std::size_t holding = 0;
    for (const RuleLine& line : explanation->rules) {
        holding += line.holds ? 1 : 0;
        verdict.short_of += line.rule->must && !line.holds ? 1 : 0;
    }
    const bool musts = verdict.short_of == 0;
    verdict.qualifies = passes(*definition.definition, musts, holding, *score);
    const double missing = definition.definition->at_least.value_or(0) - static_cast<double>(holding);
    if (missing > 0) verdict.short_of += static_cast<std::size_t>(std::ceil(missing));
    if (definition.definition->threshold && *score < *definition.definition->threshold) ++verdict.short_of;
    return verdict;
}

std::string verdict_text(const std::string& name, const Verdict& verdict, Language language) {
    if (verdict.qualifies) return Text{name + ": yes", name + "：該当"}.in(language);
    const std::size_t missing = verdict.short_of;
    return Text{fmt::format("{}: no — {} {} short", name, missing, missing == 1 ? "criterion" : "criteria"),
                fmt::format("{}：非該当（あと{}条件）", name, missing)}
        .in(language);
}

std::string score_text(const PlaybookDefinition& definition, double score, Language language) {
    const std::string points = format_number(std::round(score * 10) / 10);
    if (!definition.threshold) return Text{"Score " + points, "スコア " + points}.in(language);
    const std::string threshold = format_number(*definition.threshold);
    return Text{"Score " + points + " of " + threshold, "スコア " + points + " / 基準 " + threshold}.in(
        language);
}

/// The verdict, empty if the definition cannot be applied.
std::optional<Verdict> add_definition(const Leads& leads, std::string_view name, std::size_t row,
                                      Language language, View& view) {
    const auto definition = in_force(leads.playbook(), name, leads.as_of());
    if (!definition) return std::nullopt;
    const auto verdict = judge(leads, *definition, row);
    const auto explanation = explain(leads, name, row, leads.as_of());
    if (!verdict || !explanation) return std::nullopt;
    view.emplace_back(Label{verdict_text(std::string(name), *verdict, language), Label::Look::strong, {}});
    const std::string score = score_text(*definition->definition, verdict->score, language);
    view.emplace_back(
        Drawing{[list = rule_list(*explanation, score, language), language](
                    double width, const Theme& theme) { return draw(list, width, theme, language); }});
    return verdict;
}

/// Names of the definitions, each once, in the order of the playbook.
std::vector<std::string> definition_names(const Playbook& playbook) {
    std::vector<std::string> names;
    for (const PlaybookDefinition& definition : playbook.definitions)
        if (std::ranges::find(names, definition.definition) == names.end())
            names.push_back(definition.definition);
    return names;
}

bool has(const Leads& leads, Role role, std::size_t row) {
    return !cell_text(leads, role, row).empty();
}

/// Where the lead stands between the two departments.
struct HandOffState {
    bool handed_off;
    bool accepted;
    bool rejected;
    bool over;  // won, lost or disqualified
    bool ready() const { return !handed_off && !over; }
    bool open() const { return handed_off && !accepted && !rejected && !over; }
};

/// `Next: SQL` for a lead that sales has accepted; empty at the last stage.
std::string next_stage(const Leads& leads, std::size_t row, Language language) {
    const std::vector<PlaybookStage>& stages = leads.playbook().stages;
    const auto here = std::ranges::find(stages, stage_of(leads, row), &PlaybookStage::stage);
    if (here == stages.end() || here + 1 == stages.end()) return {};
    return Text{"Next: " + (here + 1)->stage, "次：" + (here + 1)->stage}.in(language);
}

std::string next_step(const Leads& leads, std::size_t row, const HandOffState& state, bool qualifies,
                      Language language) {
    if (state.over) return {};
    if (state.open())
        return Text{"Next: sales accepts or rejects", "次：営業が受け入れか却下を判断"}.in(language);
    if (state.accepted) return next_stage(leads, row, language);
    if (state.rejected)
        return Text{"Next: marketing, with the reason", "次：マーケティングが理由に対応"}.in(language);
    if (qualifies) return Text{"Next: hand off to sales", "次：営業への引き渡し"}.in(language);
    return Text{"Next: marketing, until it qualifies", "次：該当するまでマーケティングが担当"}.in(language);
}

}  // namespace

View lead_view(const Leads& leads, std::size_t row, Language language) {
    View view{Label{title_of(leads, row), Label::Look::strong, {}}};
    const auto add = [&](const std::string& text, Label::Look look) {
        if (!text.empty()) view.emplace_back(Label{text, look, {}});
    };
    add(whereabouts(leads, row, language), Label::Look::text);
    add(personas(leads, row), Label::Look::muted);
    // The first two: a panel that needs scrolling for the buttons is no panel.
    std::vector<std::string> names = definition_names(leads.playbook());
    names.resize(std::min<std::size_t>(names.size(), 2));
    bool qualifies = false;
    for (const std::string& name : names) {
        const auto verdict = add_definition(leads, name, row, language, view);
        qualifies = qualifies || (verdict && verdict->qualifies);
    }

    const auto outcome = outcome_of(leads, row);
    const HandOffState state{has(leads, Role::handed_off, row), is(leads, Outcome::accepted, row),
                             is(leads, Outcome::rejected, row), outcome && *outcome <= Outcome::disqualified};
    add(next_step(leads, row, state, qualifies, language), Label::Look::text);
    view.emplace_back(Buttons{command_button("handOff", state.ready(), language),
                              command_button("accept", state.open(), language),
                              command_button("reject", state.open(), language)});
    return view;
}

}  // namespace kakehashi::panel
