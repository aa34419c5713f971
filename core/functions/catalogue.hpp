// All functions. Adding one means adding it to the list of its group; everything else follows from there.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/functions/function.hpp"

namespace kakehashi {

// The lists, each in the file of its name. Explicit, because static initialisers in a static library get
// dropped.
std::vector<Function> playbook_functions();
std::vector<Function> lead_functions();             // the table and plain figures over it
std::vector<Function> lead_definition_functions();  // who qualifies, and why
std::vector<Function> lead_evidence_functions();    // what past outcomes say of a definition
std::vector<Function> lead_discovery_functions();   // what past outcomes suggest
std::vector<Function> lead_handoff_functions();
std::vector<Function> lead_metric_functions();
std::vector<Function> lead_duplicate_functions();
std::vector<Function> funnel_functions();
std::vector<Function> funnel_cohort_functions();       // cohorts over time, stays, companies that come back
std::vector<Function> funnel_money_functions();        // what the funnel costs and brings
std::vector<Function> funnel_attribution_functions();  // which channels brought the wins
std::vector<Function> goal_functions();                // calendar periods
std::vector<Function> goal_tree_functions();           // goals in three layers
std::vector<Function> goal_standing_functions();       // where one stands
std::vector<Function> goal_plan_functions();           // backwards from a value
std::vector<Function> team_functions();
std::vector<Function> team_gap_functions();

/// Every function, grouped, in the order of the reference page.
std::span<const Function> catalogue();
/// By display name (`LEAD.COUNT`), case ignored; null if there is none.
const Function* find_function(std::string_view name);

}  // namespace kakehashi
