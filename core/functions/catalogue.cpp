#include "core/functions/catalogue.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>

namespace kakehashi {

std::span<const Function> catalogue() {
    static const std::vector<Function> all = [] {
        std::vector<Function> functions;
        for (auto list :
             {playbook_functions, lead_functions, lead_definition_functions, lead_evidence_functions,
              lead_discovery_functions, lead_handoff_functions, lead_metric_functions,
              lead_duplicate_functions, funnel_functions, funnel_cohort_functions, funnel_money_functions,
              funnel_attribution_functions, goal_functions, goal_tree_functions, goal_standing_functions,
              goal_plan_functions, team_functions, team_gap_functions})
            std::ranges::move(list(), std::back_inserter(functions));
        return functions;
    }();
    return all;
}

const Function* find_function(std::string_view name) {
    const auto equal = [](char a, char b) {
        return std::toupper(static_cast<unsigned char>(a)) == std::toupper(static_cast<unsigned char>(b));
    };
    const auto functions = catalogue();
    const auto found = std::ranges::find_if(
        functions, [&](const Function& function) { return std::ranges::equal(function.name, name, equal); });
    return found == functions.end() ? nullptr : &*found;
}

}  // namespace kakehashi
