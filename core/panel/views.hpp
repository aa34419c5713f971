// The panels, each as a View: what they say and what one can do there.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/goals/goals.hpp"
#include "core/leads/leads.hpp"
#include "core/panel/view.hpp"

namespace kakehashi::panel {

View goals_view(const Goals& goals, Language language);

/// What the funnel panel can show; `chosen` of its Choice.
enum class FunnelChoice { quarter, last_quarter, year, always, now };
View funnel_view(const Leads& leads, FunnelChoice choice, Language language);

/// `rows` as of `Leads`, at least one. Of the first: every definition in force, what keeps it out, where it
/// stands, what comes next. The buttons are for all of them.
View lead_view(const Leads& leads, std::span<const std::size_t> rows, Language language);

/// How the present playbook differs from the one that was signed last.
struct SinceAgreement {
    Instant agreed = no_instant;  // when
    std::vector<Text> changes;    // core/playbook/changes.hpp, core/leads/changed_sides.hpp
};
/// `since`: null if it is not known what was agreed. `leads`: in which the playbook's columns must be; null
/// if there are none.
View playbook_view(const ReadPlaybook& read, const SinceAgreement* since, const Leads* leads,
                   Language language);
/// `Our agreement v3 · ✓ agreed by both`, and how many problems there are. `leads`: as above.
std::string playbook_line(const ReadPlaybook& read, const Leads* leads, Language language);

/// One error that a cell shows.
struct ErrorCell {
    std::string address;  // `Leads.A1`
    std::string link;     // `$Leads.$A$1`
    std::string formula;
    std::string shown;   // `#N/A`
    std::string reason;  // empty: not known
};
/// What a report of a fault begins and ends with.
struct About {
    std::vector<std::string> lines;     // shown too: versions, load state, playbook, log
    std::vector<std::string> messages;  // the last ones, newest first
    std::vector<std::string> log;       // its last lines, oldest first
    std::string log_folder;             // URL; blank: no button
};
/// `more`: there are others.
View why_view(const std::vector<ErrorCell>& errors, bool more, const About& about, Language language);

}  // namespace kakehashi::panel
