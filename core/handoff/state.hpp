// Where one lead stands between the two departments: the same for the panel, the cards, the record and the
// commands as for the figures of LEAD.HANDOFF.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/playbook/playbook.hpp"
#include "core/support/text.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {
class Leads;
}

namespace kakehashi::handoff {

struct State {
    enum class Answer {
        none,
        accepted,  // the list says so
        implied,   // nobody said so, but what became of the lead counts as acceptance
        rejected
    };
    /// What implies the acceptance.
    enum class By { stage, won, playbook };

    bool handed_off = false;  // the list says when, readable or not
    Instant handed_off_at = no_instant;
    Answer answer = Answer::none;      // before the hand-off: what it will be at once
    Instant answered_at = no_instant;  // of an implied acceptance: since when; none if not known
    By by = By::stage;
    std::string stage;  // for `By::stage`

    bool accepted() const { return answer == Answer::accepted || answer == Answer::implied; }
    bool waits_for_answer() const { return handed_off && answer == Answer::none; }
};

State state_of(const Leads& leads, std::size_t row);

/// Won, lost or disqualified: there is nothing to hand off any more. Nothing if it is none of them.
std::optional<Outcome> ended_as(const Leads& leads, std::size_t row);
/// `lost`: of such an end.
Text ended_word(Outcome end);

/// `at Opportunity since 2026-10-12`, `won`: what implies it.
Text implied_by(const State& state);

}  // namespace kakehashi::handoff
