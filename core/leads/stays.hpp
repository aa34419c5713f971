// How long leads have been where they are: a stay in a stage ends at the next entry into any stage; the last
// one still runs.
#pragma once

#include <cstddef>
#include <span>

#include "core/leads/stages.hpp"

namespace kakehashi {

/// Calls `visit(begin, end)` for each stay in the stage on a lead's journey; the running one ends at `now`,
/// which may lie before its begin.
template <class Visitor>
void for_each_stay(std::span<const StageEntry> journey, std::size_t stage, Instant now, Visitor&& visit) {
    for (std::size_t i = 0; i < journey.size(); ++i)
        if (journey[i].stage == stage)
            visit(journey[i].instant, i + 1 < journey.size() ? journey[i + 1].instant : now);
}

}  // namespace kakehashi
