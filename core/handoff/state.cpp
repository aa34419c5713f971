#include "core/handoff/state.hpp"

#include <fmt/format.h>

#include "core/handoff/hand_off.hpp"
#include "core/handoff/lead_cells.hpp"
#include "core/leads/advanced.hpp"
#include "core/leads/leads.hpp"

namespace kakehashi::handoff {
namespace {

Instant date_of(const Leads& leads, Role role, std::size_t row) {
    const Column* column = leads.role(role);
    return column == nullptr ? no_instant : column->as_instants()[row];
}

bool is(const Leads& leads, Outcome outcome, std::size_t row) {
    const auto rows = leads.outcome(outcome);
    return rows && (*rows)->test(row);
}

/// Without an expression for it, the outcome is what the list says in words.
bool says_accepted(const Leads& leads, std::size_t row) {
    if (is_filled(leads, Role::accepted, row)) return true;
    for (const PlaybookOutcome& agreed : leads.playbook().outcomes)
        if (agreed.outcome == Outcome::accepted && !trim(agreed.when).empty()) return false;
    return is(leads, Outcome::accepted, row);
}

HandOffVerdict verdict_on(const Leads& leads, std::size_t row) {
    if (const auto verdict = leads.derived<HandOffs>().verdict(row)) return *verdict;
    // The figures are errors then; what the list says is true all the same.
    if (is_filled(leads, Role::rejected, row)) return HandOffVerdict::rejected;
    return is_filled(leads, Role::accepted, row) ? HandOffVerdict::accepted : HandOffVerdict::pending;
}

void imply(const Leads& leads, std::size_t row, State& state) {
    state.answer = State::Answer::implied;
    if (auto advance = advance_of(leads, row)) {
        state.by = State::By::stage;
        state.stage = std::move(advance->stage);
        state.answered_at = advance->since;
    } else if (is(leads, Outcome::won, row)) {
        state.by = State::By::won;
        state.answered_at = leads.closed()[row];
    } else {
        state.by = State::By::playbook;
    }
}

}  // namespace

State state_of(const Leads& leads, std::size_t row) {
    State state;
    state.handed_off = is_filled(leads, Role::handed_off, row);
    state.handed_off_at = date_of(leads, Role::handed_off, row);
    const HandOffVerdict verdict = verdict_on(leads, row);
    if (verdict == HandOffVerdict::rejected) {
        state.answer = State::Answer::rejected;
        state.answered_at = date_of(leads, Role::rejected, row);
    } else if (verdict == HandOffVerdict::accepted && says_accepted(leads, row)) {
        state.answer = State::Answer::accepted;
        state.answered_at = date_of(leads, Role::accepted, row);
    } else if (verdict == HandOffVerdict::accepted) {
        imply(leads, row, state);
    }
    return state;
}

std::optional<Outcome> ended_as(const Leads& leads, std::size_t row) {
    for (const Outcome end : {Outcome::won, Outcome::lost, Outcome::disqualified})
        if (is(leads, end, row)) return end;
    return std::nullopt;
}

Text ended_word(Outcome end) {
    if (end == Outcome::won) return {"won", "受注"};
    return end == Outcome::lost ? Text{"lost", "失注"} : Text{"disqualified", "対象外"};
}

Text implied_by(const State& state) {
    const std::string day =
        state.answered_at == no_instant ? std::string() : format_instant(start_of_day(state.answered_at));
    switch (state.by) {
        case State::By::stage:
            if (day.empty()) return {"at " + state.stage, "ステージ「" + state.stage + "」"};
            return {fmt::format("at {} since {}", state.stage, day),
                    fmt::format("{} からステージ「{}」", day, state.stage)};
        case State::By::won:
            if (day.empty()) return {"won", "受注済み"};
            return {"won on " + day, day + " に受注"};
        case State::By::playbook:
            break;
    }
    return {"by the playbook's outcomes", "プレイブックの結果の定義による"};
}

}  // namespace kakehashi::handoff
