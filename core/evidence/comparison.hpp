// Two definitions on the same leads: what both select, what only one does, and which one is right there.
#pragma once

#include <string_view>

#include "core/evidence/back_test.hpp"

namespace kakehashi {

struct Overlap {
    std::size_t both;
    std::size_t only_a;
    std::size_t only_b;
};
struct DefinitionComparison {
    Overlap leads;
    Overlap won;  // a part of them
};

/// both, only a, only b, won both, won only a, won only b, p value: McNemar's exact test on the leads that
/// exactly one of the two classifies correctly, where a definition predicts "won" for the leads it selects.
std::span<const Measure<DefinitionComparison>> comparison_measures();

/// Over the same population as a back-test.
Result<DefinitionComparison> compare_definitions(const Leads& leads, std::string_view a, std::string_view b,
                                                 const Cohort& cohort);

}  // namespace kakehashi
