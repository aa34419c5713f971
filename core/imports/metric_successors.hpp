// What becomes of a playbook's metrics when its stages are replaced.
#pragma once

#include <string>
#include <vector>

#include "core/playbook/playbook.hpp"

namespace kakehashi::imports {

struct FollowedMetrics {
    std::vector<PlaybookMetric> metrics;  // all, with the new names of stages in their formulas
    std::vector<std::string> open;        // names of those about a stage that is no more: without a formula
};

/// The first stage, the opportunity and the order have a successor among `stages`; a metric about any other
/// stage that is gone would count something else under its old name, so it waits for a new formula, and goals
/// that go by it have no data. `opportunity`: the new
/// name of the opportunity's stage; blank if it stays. `stages` is not empty.
FollowedMetrics follow_stages(const Playbook& before, const std::vector<PlaybookStage>& stages,
                              const std::string& opportunity);

}  // namespace kakehashi::imports
