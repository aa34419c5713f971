// One rule of a definition, seen over all leads as of some date.
//
// Decay: points × 2^(−age ÷ half-life), age in days from the rule's only date column to the as-of date, at
// least 0. `repeats`: a `reached` rule earns once per entry, the latest ones, up to that number.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/expression/evaluate.hpp"
#include "core/playbook/playbook.hpp"

namespace kakehashi {

class Leads;
class Stages;

struct AppliedRule {
    const PlaybookRule* rule;
    Bitmap holds;
    std::span<const Instant> dates;  // the rule's only date column; empty if it has none
    const Stages* stages = nullptr;  // of a `reached` rule
    std::size_t stage = 0;

    /// After decay and repeats, before the group is clamped; 0 where the rule does not hold.
    double points(std::size_t row, Instant as_of) const;
};

/// Use it before the next rule is applied: pseudo columns as of a date per lead are made anew in one place.
Result<AppliedRule> apply(const Leads& leads, const PlaybookRule& rule, const AsOf& as_of);

/// Columns that the expression itself treats as dates.
std::vector<std::string> date_columns(const Node& expression);

}  // namespace kakehashi
