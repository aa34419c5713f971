#include "core/evidence/comparison.hpp"

#include "core/leads/leads.hpp"
#include "core/support/exact_tests.hpp"

namespace kakehashi {
namespace {

Overlap overlap(const Bitmap& among, const Bitmap& a, const Bitmap& b) {
    const Bitmap by_a = among & a;
    const Bitmap by_b = among & b;
    return {(by_a & by_b).count(), (by_a - by_b).count(), (by_b - by_a).count()};
}

double p_value(const DefinitionComparison& found) {
    const std::size_t lost_only_a = found.leads.only_a - found.won.only_a;
    const std::size_t lost_only_b = found.leads.only_b - found.won.only_b;
    return mcnemar_exact(found.won.only_a + lost_only_b, found.won.only_b + lost_only_a);
}

template <Overlap DefinitionComparison::*Leads, std::size_t Overlap::*Part>
Result<double> count(const DefinitionComparison& found) {
    return static_cast<double>(found.*Leads.*Part);
}

}  // namespace

std::span<const Measure<DefinitionComparison>> comparison_measures() {
    using Found = DefinitionComparison;
    static const Measure<Found> measures[] = {
        {{"both", "両方|共通"}, count<&Found::leads, &Overlap::both>},
        {{"only a", "aのみ|aだけ"}, count<&Found::leads, &Overlap::only_a>},
        {{"only b", "bのみ|bだけ"}, count<&Found::leads, &Overlap::only_b>},
        {{"won both", "両方の受注|両方受注|共通の受注"}, count<&Found::won, &Overlap::both>},
        {{"won only a", "aのみの受注|aのみ受注|aだけの受注"}, count<&Found::won, &Overlap::only_a>},
        {{"won only b", "bのみの受注|bのみ受注|bだけの受注"}, count<&Found::won, &Overlap::only_b>},
        {{"p value", "p|p値|有意確率"}, [](const Found& found) -> Result<double> { return p_value(found); }},
    };
    return measures;
}

Result<DefinitionComparison> compare_definitions(const Leads& leads, std::string_view a, std::string_view b,
                                                 const Cohort& cohort) {
    const auto tested = population(leads, cohort.outcome, cohort.where, cohort.created);
    if (!tested) return error_of(tested);
    const BackTests& tests = leads.derived<BackTests>();
    const auto by_a = tests.selected(a);
    if (!by_a) return error_of(by_a);
    const Bitmap rows_a = **by_a;  // the next call may drive it out
    const auto by_b = tests.selected(b);
    if (!by_b) return error_of(by_b);
    return DefinitionComparison{overlap(tested->leads, rows_a, **by_b), overlap(tested->won, rows_a, **by_b)};
}

}  // namespace kakehashi
