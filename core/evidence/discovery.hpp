// Rules that would have told won leads from the others: conjunctions of conditions on the table's columns.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/evidence/rule.hpp"
#include "core/support/result.hpp"

namespace kakehashi {

class Leads;

struct DiscoveryQuestion {
    std::string outcome;  // an expression; blank for the known outcomes
    std::string exclude;  // names of columns
    RuleWish wish;

    friend bool operator==(const DiscoveryQuestion&, const DiscoveryQuestion&) = default;
};

struct DiscoveredRule {
    std::string text;   // an expression
    LeadCounts counts;  // among the leads it was sought in
    double low;         // Wilson's lower bound of its precision there
};

class Discovery {
  public:
    explicit Discovery(const Leads& leads) : leads_(leads) {}

    /// The best rules first (order: best_rules.hpp). Sought in the population of the outcome (population.hpp)
    /// without its latest third by created date, or in all of it if no column says when leads were created.
    /// #N/A if there is no rule or `exclude` names an unknown column.
    Result<std::vector<DiscoveredRule>> rules(const DiscoveryQuestion& question) const;
    /// Headers of columns that are filled for won leads only; #N/A if there is none.
    Result<std::vector<std::string>> leaks(std::string_view outcome) const;

  private:
    Result<std::vector<DiscoveredRule>> search(const DiscoveryQuestion& question) const;

    const Leads& leads_;
    /// Cells that ask the same share the answer; the latest few.
    mutable std::vector<std::pair<DiscoveryQuestion, Result<std::vector<DiscoveredRule>>>> kept_;
};

}  // namespace kakehashi
