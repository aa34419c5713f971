// Finds the best rules among all conjunctions of conditions. Exact: what is not counted to the end cannot be
// among the best (bounds from the counts of pairs, and from part of the rows), nothing is sampled.
#pragma once

#include <vector>

#include "core/evidence/rule.hpp"

namespace kakehashi {

/// The best rules first; the conditions are indices of `sets`. Only rules with at least one won lead.
std::vector<Rule> search_rules(const LeadSets& sets, const RuleWish& wish);

}  // namespace kakehashi
