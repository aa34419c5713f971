// A rule that discovery looks at: up to three conditions that all hold.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "core/evidence/lead_sets.hpp"
#include "core/support/statistics.hpp"

namespace kakehashi {

constexpr std::size_t most_terms = 3;

struct Rule {
    std::array<std::uint32_t, most_terms> conditions{};  // ascending; `terms` of them
    std::size_t terms = 0;
    LeadCounts counts;
    double low = 0;  // Wilson's lower bound of its precision

    std::span<const std::uint32_t> parts() const { return {conditions.data(), terms}; }
};

/// Conditions in any order, all different.
template <class... Conditions>
Rule make_rule(LeadCounts counts, Conditions... conditions) {
    Rule rule{{conditions...}, sizeof...(conditions), counts, 0.0};
    std::sort(rule.conditions.begin(), rule.conditions.begin() + rule.terms);
    if (counts.leads() > 0) rule.low = wilson_interval(counts.won, counts.leads()).low;
    return rule;
}

/// What rules are asked for.
struct RuleWish {
    std::size_t rules = 10;
    std::size_t terms = 2;           // 1 … most_terms
    std::size_t minimum_leads = 30;  // at least 1
    std::optional<std::size_t> capacity;

    friend bool operator==(const RuleWish&, const RuleWish&) = default;
};

}  // namespace kakehashi
