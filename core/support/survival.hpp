// Times until something happens, of which some are only known to be longer than the time observed.
#pragma once

#include <cstdint>
#include <vector>

namespace kakehashi {

struct Observation {
    std::int64_t time;  // to the event, or as long as was observed without one; any unit
    bool event;         // false: censored
};

/// The share to which the event has happened by `at` (included), 0 … 1: one minus the product-limit estimate
/// of Kaplan and Meier (1958), ∏ (1 − events ÷ at risk) over the times up to `at`. At equal times events come
/// before censorings; behind the last time the estimate stays as it is. Reorders `observations`, which must
/// not be empty.
double cumulative_incidence(std::vector<Observation>& observations, std::int64_t at);

}  // namespace kakehashi
