#include "core/leads/near_misses.hpp"

#include <algorithm>
#include <cmath>

#include "core/leads/leads.hpp"
#include "core/leads/qualification.hpp"

namespace kakehashi {
namespace {

double criteria_unmet(const PlaybookDefinition& definition, const Tally& tally, std::size_t row) {
    double unmet = tally.failed_musts[row];
    if (definition.at_least)
        unmet += std::max(0.0, std::ceil(*definition.at_least - static_cast<double>(tally.holding[row])));
    if (definition.threshold && !(tally.scores[row] >= *definition.threshold)) unmet += 1.0;
    return unmet;
}

}  // namespace

Result<std::vector<std::size_t>> near_misses(const Leads& leads, std::string_view definition, double unmet,
                                             Instant as_of, const Bitmap& candidates) {
    const auto version = in_force(leads.playbook(), definition, as_of);
    if (!version) return error_of(version);
    const auto tally = leads.derived<Qualification>().tally(*version, as_of);
    if (!tally) return error_of(tally);
    std::vector<std::size_t> rows;
    (leads.present() & candidates).for_each([&](std::size_t row) {
        const double failed = criteria_unmet(*version->definition, *tally, row);
        if (failed >= 1.0 && failed <= unmet) rows.push_back(row);
    });
    std::ranges::stable_sort(rows, std::ranges::greater{},
                             [&](std::size_t row) { return tally->scores[row]; });
    return rows;
}

}  // namespace kakehashi
