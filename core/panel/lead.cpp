// The panel on one lead: does it qualify, why (not), where is it, what comes next.
#include <algorithm>
#include <cmath>
#include <span>

#include <fmt/format.h>

#include "core/handoff/again.hpp"
#include "core/leads/verdict.hpp"
#include "core/panel/rule_list.hpp"
#include "core/panel/views.hpp"
#include "core/support/thousands.hpp"
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

const Text outcome_words[outcome_count] = {
    {"Won", "受注"},      {"Lost", "失注"},         {"Disqualified", "対象外"},
    {"Rejected", "却下"}, {"Recycled", "差し戻し"}, {"Accepted", "受け入れ"}};

/// `At MQL for 12 days`
std::string whereabouts(const Leads& leads, std::size_t row, Language language) {
    const auto outcome = outcome_of(leads, row);
    const std::string stage = stage_of(leads, row);
    if (stage.empty())
        return outcome ? outcome_words[static_cast<std::size_t>(*outcome)].in(language) : std::string();
    const auto days = read_number(pseudo(leads, "days in stage", row));
    if (!days) return stage;
    const double whole = std::floor(*days);
    const std::string count = thousands(format_number(whole));
    return Text{fmt::format("At {} for {} {}", stage, count, whole == 1 ? "day" : "days"),
                fmt::format("{}に{}日間", stage, count)}
        .in(language);
}

/// `Persona: Plant manager`
std::string personas(const Leads& leads, std::size_t row, Language language) {
    std::string names;
    for (const PlaybookSegment& persona : leads.playbook().personas) {
        const auto members = leads.where(persona.when);
        if (!members || !(*members)->test(row)) continue;
        if (!names.empty()) names += ", ";
        names += persona.name;
    }
    return names.empty() ? names : Text{"Persona: ", "ペルソナ："}.in(language) + names;
}

std::string verdict_text(const std::string& name, const Verdict& verdict, Language language) {
    if (verdict.qualifies) return Text{name + ": yes", name + "：該当"}.in(language);
    const Text missing = what_is_missing(verdict);
    return Text{fmt::format("{}: no — {} missing", name, missing.en),
                fmt::format("{}：非該当（{}が不足）", name, missing.ja)}
        .in(language);
}

std::string score_text(const PlaybookDefinition& definition, double score, Language language) {
    const std::string points = thousands(format_number(std::round(score * 10) / 10));
    if (!definition.threshold) return Text{points + " points", points + "点"}.in(language);
    const std::string threshold = thousands(format_number(*definition.threshold));
    return Text{points + " points, " + threshold + " needed", points + "点（基準 " + threshold + "点）"}.in(
        language);
}

/// Nothing if the definition cannot be applied.
std::optional<Verdict> add_definition(const Leads& leads, const std::string& name, std::size_t row,
                                      Language language, View& view) {
    const auto judged = judge(leads, name, row);
    if (!judged) return std::nullopt;
    view.emplace_back(Label{verdict_text(name, judged->verdict, language), Label::Look::strong, {}});
    const std::string score = score_text(*judged->definition, judged->verdict.score, language);
    view.emplace_back(
        Drawing{[list = rule_list(leads, judged->explanation, score, language), language](
                    double width, const Theme& theme) { return draw(list, width, theme, language); }});
    return judged->verdict;
}

/// Names of the definitions, each once, in the order of the playbook.
std::vector<std::string> definition_names(const Playbook& playbook) {
    std::vector<std::string> names;
    for (const PlaybookDefinition& definition : playbook.definitions)
        if (std::ranges::find(names, definition.definition) == names.end())
            names.push_back(definition.definition);
    return names;
}

/// What can be done with the lead, and if not, why not.
struct Standing {
    handoff::State state;
    std::optional<Outcome> end;     // won, lost or disqualified
    bool has_column = false;        // for the date of the hand-off
    bool qualifies = false;         // by one of the definitions, or there are none
    Instant as_of = no_instant;     // given if what has been done came after it, so that no figure counts it
    std::optional<Text> not_again;  // why a rejected lead cannot be offered again

    bool is_rejected() const { return state.answer == handoff::State::Answer::rejected; }
    bool can_be_handed_off() const {
        return has_column && !end && (is_rejected() ? !not_again : !state.handed_off);
    }
    bool can_be_answered() const { return state.waits_for_answer() && !end; }
};

Standing standing_of(const Leads& leads, std::size_t row) {
    Standing standing;
    standing.state = handoff::state_of(leads, row);
    standing.end = handoff::ended_as(leads, row);
    standing.has_column = leads.role(Role::handed_off) != nullptr;
    if (standing.is_rejected()) standing.not_again = handoff::why_not_again(leads, row);
    const Instant known = inclusive_end(leads.as_of());
    const auto is_later = [known](Instant instant) { return instant != no_instant && instant > known; };
    if (is_later(standing.state.handed_off_at) || is_later(standing.state.answered_at))
        standing.as_of = leads.as_of();
    return standing;
}

/// `Next: SQL` for a lead that sales has accepted; empty at the last stage.
std::string next_stage(const Leads& leads, std::size_t row, Language language) {
    const std::vector<PlaybookStage>& stages = leads.playbook().stages;
    const auto here = std::ranges::find(stages, stage_of(leads, row), &PlaybookStage::stage);
    if (here == stages.end() || here + 1 == stages.end()) return {};
    return Text{"Next: " + (here + 1)->stage, "次：" + (here + 1)->stage}.in(language);
}

std::string next_step(const Leads& leads, std::size_t row, const Standing& standing, Language language) {
    if (standing.end) return {};
    if (standing.state.waits_for_answer())
        return Text{"Next: sales accepts or rejects", "次：営業が受け入れか却下を判断"}.in(language);
    if (standing.state.accepted() && standing.as_of == no_instant) return next_stage(leads, row, language);
    if (standing.state.accepted()) return {};  // the stage that is known is an older one
    if (standing.is_rejected() && standing.qualifies && standing.can_be_handed_off())
        return Text{"Next: marketing, with the reason; then offer it again",
                    "次：マーケティングが理由に対応し、再度引き渡し"}
            .in(language);
    if (standing.is_rejected())
        return Text{"Next: marketing, with the reason", "次：マーケティングが理由に対応"}.in(language);
    if (standing.qualifies) return Text{"Next: hand off to sales", "次：営業への引き渡し"}.in(language);
    return Text{"Next: marketing, until it qualifies", "次：該当するまでマーケティングが担当"}.in(language);
}

/// ` on 2026-11-20`; nothing where the list has no date.
Text on_day(Instant instant) {
    if (instant == no_instant) return {};
    const std::string day = format_instant(start_of_day(instant));
    return {" on " + day, day + " に"};
}

/// What has been done with the lead so far.
Text so_far(const handoff::State& state) {
    using Answer = handoff::State::Answer;
    const Text given = on_day(state.handed_off_at);
    const Text answered = on_day(state.answered_at);
    Text text;
    if (state.handed_off) text = {"Handed off" + given.en + ". ", given.ja + "引き渡し済み。"};
    switch (state.answer) {
        case Answer::none:
            if (state.handed_off) return {"Handed off" + given.en + ".", text.ja};
            return {"Not handed off yet.", "まだ引き渡していません。"};
        case Answer::accepted:
            return {text.en + "Accepted" + answered.en + ".", text.ja + answered.ja + "受け入れ済み。"};
        case Answer::rejected:
            return {text.en + "Rejected" + answered.en + ".", text.ja + answered.ja + "却下済み。"};
        case Answer::implied:
            break;
    }
    const Text by = handoff::implied_by(state);
    if (state.handed_off)
        text.en += "Acceptance is implied: ";
    else
        text = {"Not handed off, but sales has it: ", "引き渡しの記録はありません。"};
    return {text.en + by.en + ".", text.ja + "受け入れ済みとみなします（" + by.ja + "）。"};
}

Text why_not_handed_off(const Standing& standing) {
    if (standing.not_again && !standing.end) return *standing.not_again;
    if (standing.state.handed_off) return so_far(standing.state);
    if (standing.end) {
        const std::size_t end = static_cast<std::size_t>(*standing.end);
        return {outcome_words[end].en + ": nothing to hand off.",
                outcome_words[end].ja + "のため、引き渡しは不要です。"};
    }
    return {"The lead list has no column for the date of the hand-off.",
            "リード一覧に引き渡し日時の列がありません。"};
}

Text why_not_answered(const Standing& standing) {
    if (!standing.state.waits_for_answer() || !standing.end) return so_far(standing.state);
    const std::size_t end = static_cast<std::size_t>(*standing.end);
    const Text handed = so_far(standing.state);
    return {handed.en + " " + outcome_words[end].en + " since: no answer to give.",
            handed.ja + outcome_words[end].ja + "のため、回答は不要です。"};
}

/// Below the buttons: why some are grey, and what the others will ask.
std::string remark(const Standing& standing, Language language) {
    Text text = standing.can_be_handed_off() ? Text{} : why_not_handed_off(standing);
    const Text answer = standing.can_be_answered() ? Text{} : why_not_answered(standing);
    const auto add = [&text](const Text& sentence) {
        if (!text.en.empty() && !sentence.en.empty()) text.en += ' ';
        text.en += sentence.en;
        text.ja += sentence.ja;
    };
    if (answer.en != text.en && (standing.state.handed_off || !standing.end)) add(answer);
    if (standing.can_be_handed_off() && standing.is_rejected())
        add({"Hand Off asks, and offers it again.", "［引き渡し］で確認のうえ再度引き渡せます。"});
    else if (standing.can_be_handed_off() && standing.state.accepted())
        add({"Hand Off will ask.", "引き渡す前に確認します。"});
    else if (standing.can_be_handed_off() && !standing.qualifies)
        add({"Does not qualify: Hand Off will ask.", "条件を満たしていないため、引き渡す前に確認します。"});
    if (standing.as_of != no_instant) {
        const std::string day = format_instant(start_of_day(standing.as_of));
        add({"Everything here is as of " + day + ": what came later is not counted yet.",
             "表示は " + day + " 時点のもので、それより後のことはまだ数えていません。"});
    }
    return text.in(language);
}

/// What can be done with the selected leads, of which the panel shows the first.
struct Selection {
    std::size_t all = 0;
    std::size_t to_hand_off = 0;
    std::size_t to_answer = 0;
};

Selection selection_of(const Leads& leads, std::span<const std::size_t> rows) {
    Selection selection{rows.size()};
    for (const std::size_t row : rows) {
        const Standing standing = standing_of(leads, row);
        selection.to_hand_off += standing.can_be_handed_off() ? 1 : 0;
        selection.to_answer += standing.can_be_answered() ? 1 : 0;
    }
    return selection;
}

std::string all_selected(const Selection& selection, Language language) {
    const std::string all = thousands(selection.all);
    const std::string to_hand_off = thousands(selection.to_hand_off);
    const std::string to_answer = thousands(selection.to_answer);
    return Text{fmt::format("{} leads are selected: {} to hand off, {} to accept or reject.", all,
                            to_hand_off, to_answer),
                fmt::format("{} 件を選択中です。引き渡せるのは {} 件、受け入れ・却下できるのは {} 件です。",
                            all, to_hand_off, to_answer)}
        .in(language);
}

Buttons buttons_of(const Standing& standing, const Selection& selection, Language language) {
    Buttons buttons{command_button("handOff", selection.to_hand_off > 0, language),
                    command_button("accept", selection.to_answer > 0, language),
                    command_button("reject", selection.to_answer > 0, language)};
    for (Button& button : buttons) {
        if (button.enabled) continue;
        const bool gives = button.command == "handOff";
        button.tip = (selection.all > 1 ? Text{"None of the selected leads.", "選択したリードは対象外です。"}
                      : gives ? why_not_handed_off(standing)
                              : why_not_answered(standing))
                         .in(language);
    }
    return buttons;
}

}  // namespace

View lead_view(const Leads& leads, std::span<const std::size_t> rows, Language language) {
    const std::size_t row = rows.front();
    View view{Label{title_of(leads, row), Label::Look::strong, {}}};
    const auto add = [&](const std::string& text, Label::Look look) {
        if (!text.empty()) view.emplace_back(Label{text, look, {}});
    };
    add(whereabouts(leads, row, language), Label::Look::text);
    add(personas(leads, row, language), Label::Look::muted);
    // The first two: a panel that needs scrolling for the buttons is no panel.
    std::vector<std::string> names = definition_names(leads.playbook());
    names.resize(std::min<std::size_t>(names.size(), 2));
    Standing standing = standing_of(leads, row);
    standing.qualifies = names.empty();
    for (const std::string& name : names) {
        const auto verdict = add_definition(leads, name, row, language, view);
        standing.qualifies = standing.qualifies || (verdict && verdict->qualifies);
    }
    add(next_step(leads, row, standing, language), Label::Look::text);
    const Selection selection = selection_of(leads, rows);
    view.emplace_back(buttons_of(standing, selection, language));
    if (selection.all > 1)
        add(all_selected(selection, language), Label::Look::text);
    else
        add(remark(standing, language), Label::Look::muted);
    return view;
}

}  // namespace kakehashi::panel
