// The panels, each as a View: what they say and what one can do there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/goals/goals.hpp"
#include "core/leads/leads.hpp"
#include "core/panel/view.hpp"

namespace kakehashi::panel {

View goals_view(const Goals& goals, Language language);

/// What the funnel panel can show; `chosen` of its Choice.
enum class FunnelChoice { quarter, last_quarter, year, now };
View funnel_view(const Leads& leads, FunnelChoice choice, Language language);

/// `row` as of `Leads`. Every definition in force, what keeps the lead out, where it stands, what comes next.
View lead_view(const Leads& leads, std::size_t row, Language language);

View playbook_view(const ReadPlaybook& read, Language language);

/// One error that a cell shows.
struct ErrorCell {
    std::string address;  // `Leads.A1`
    std::string link;     // `$Leads.$A$1`
    std::string formula;
    std::string shown;   // `#N/A`
    std::string reason;  // empty: not known
};
/// `more`: there are others. `about` is what the report begins with: versions, load state, log file, a line
/// each.
View why_view(const std::vector<ErrorCell>& errors, bool more, const std::vector<std::string>& about,
              Language language);

}  // namespace kakehashi::panel
