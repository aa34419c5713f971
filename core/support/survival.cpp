#include "core/support/survival.hpp"

#include <algorithm>
#include <cstddef>

namespace kakehashi {

double cumulative_incidence(std::vector<Observation>& observations, std::int64_t at) {
    const auto end = std::partition(observations.begin(), observations.end(),
                                    [&](const Observation& seen) { return seen.time <= at; });
    std::sort(observations.begin(), end, [](const Observation& a, const Observation& b) {
        return a.time != b.time ? a.time < b.time : a.event && !b.event;
    });
    // Between censorings the factors telescope, (n − 1)/n · (n − 2)/(n − 1) …: one division for each run of
    // events, and without censoring the exact share.
    double survival = 1.0;
    std::size_t at_risk = observations.size();
    std::size_t run_begins_with = at_risk;
    const auto close_run = [&] {
        if (at_risk != run_begins_with)
            survival *= static_cast<double>(at_risk) / static_cast<double>(run_begins_with);
    };
    for (auto seen = observations.begin(); seen != end; ++seen) {
        if (!seen->event) close_run();
        --at_risk;
        if (!seen->event) run_begins_with = at_risk;
    }
    close_run();
    return 1.0 - survival;
}

}  // namespace kakehashi
