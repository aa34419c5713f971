// The single conditions that rules are made of, as expressions, with the leads they select.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "core/evidence/lead_sets.hpp"
#include "core/evidence/rule.hpp"
#include "core/support/result.hpp"

namespace kakehashi {

class Leads;

struct Conditions {
    std::vector<std::string> texts;
    LeadSets sets;
};

/// Conditions on these columns, in their order, without those that hold dates (date_columns.hpp); those of
/// one column in the order `=` (numbers, then texts),
/// `>=`, `<=`, each ascending. Only conditions that select at least `minimum_leads` of the population, and
/// not all.
///
/// `= value` on texts and on numbers with at most 20 different values. `>=` and `<=` on numbers, written as
/// such or as text: between all values of a column if there are at most 33, and in tables where that is cheap
/// if there are at most 1025, else between bins of about equal counts (`quantile_bins`), down from 1025 as
/// long as the search would take more than about a second, in the worst case; 33 where it takes a few.
/// Still fewer, and only the most frequent texts of a column, in very large tables. How many depends on the
/// table and `wish` alone. Err:502 where even the fewest would take more than a minute.
Result<Conditions> make_conditions(const Leads& leads, const Population& population,
                                   std::span<const std::size_t> columns, const RuleWish& wish);

}  // namespace kakehashi
