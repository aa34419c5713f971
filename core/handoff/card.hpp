// The card that goes with a lead when marketing hands it to sales: who, why it qualifies, what is known, what
// has happened, by when to answer. A snapshot of the moment, as plain data.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/handoff/state.hpp"
#include "core/leads/leads.hpp"
#include "core/leads/verdict.hpp"
#include "core/support/result.hpp"

namespace kakehashi::handoff {

/// What a card draws on beside the leads; each may be null.
struct Beside {
    std::shared_ptr<const Table> touches;
    std::shared_ptr<const Table> voice;
};

/// One rule of the definition, as the lead stands to it.
struct Reason {
    bool holds = false;
    bool must = false;
    std::string rule;  // in the words of people, as is
    std::string has;   // what the lead has there; blank for a rule without a column
    double points = 0;
};

struct Fact {
    std::string label;  // as the list's header calls it
    std::string value;
};

struct Dated {
    Instant date = no_instant;
    std::string what;
};

struct Card {
    std::string id;
    std::string company;
    std::string name;
    std::vector<Fact> contact;  // e-mail, phone, owner, source, amount
    std::vector<Fact> facts;    // every other filled column that is no date and no outcome

    std::string definition;  // blank: the playbook has none, and the rest of this group says nothing
    Verdict verdict;
    std::optional<double> threshold;
    std::vector<Reason> reasons;
    double clamped = 0;  // what the limits of groups take from the points, or add

    State state;  // once it is handed off

    std::vector<Dated> journey;  // entries into stages, ascending
    std::vector<Dated> touches;  // the latest ones, latest first
    std::vector<Dated> voice;    // likewise

    Instant handed_off = no_instant;
    Instant respond_by = no_instant;     // none if there is no limit
    std::optional<double> within_hours;  // working hours
};

/// Of the lead in that row, handed off at `at`, in that language. `definition`: blank for the playbook's
/// first. #N/A for an unknown definition.
Result<Card> make_card(const Leads& leads, std::size_t row, std::string_view definition, Instant at,
                       const Beside& beside, Language language);

/// The limit for a response: `within hours` of the first stage of sales, counted in working hours.
std::optional<double> response_limit(const Playbook& playbook);

}  // namespace kakehashi::handoff
