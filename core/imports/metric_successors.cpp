#include "core/imports/metric_successors.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "core/table/reading.hpp"

namespace kakehashi::imports {
namespace {

using Successors = std::unordered_map<std::string, std::string>;  // by folded name; blank: none

/// False if the formula speaks of a stage without a successor.
bool rewrite(std::string& formula, const Successors& successors) {
    for (std::size_t open = formula.find('['); open != formula.npos; open = formula.find('[', open + 1)) {
        const std::size_t close = formula.find(']', open);
        if (close == formula.npos) return true;
        const auto place = successors.find(fold(formula.substr(open + 1, close - open - 1)));
        if (place == successors.end()) continue;
        if (place->second.empty()) return false;
        formula.replace(open + 1, close - open - 1, place->second);
    }
    return true;
}

Successors successors_of(const Playbook& before, const std::vector<PlaybookStage>& stages,
                         const std::string& opportunity) {
    Successors successors;
    for (const PlaybookStage& old : before.stages) {
        const std::string name = fold(old.stage);
        if (std::ranges::none_of(stages, [&](const PlaybookStage& now) { return fold(now.stage) == name; }))
            successors[name] = {};
    }
    const auto follow = [&](std::string_view old, const std::string& now) {
        if (const auto place = successors.find(fold(old)); place != successors.end()) place->second = now;
    };
    if (!before.stages.empty()) {
        follow(before.stages.back().stage, stages.back().stage);
        follow(before.stages.front().stage, stages.front().stage);
    }
    if (!opportunity.empty()) follow(before.opportunity_stage, opportunity);
    return successors;
}

}  // namespace

FollowedMetrics follow_stages(const Playbook& before, const std::vector<PlaybookStage>& stages,
                              const std::string& opportunity) {
    const Successors successors = successors_of(before, stages, opportunity);
    FollowedMetrics result;
    for (PlaybookMetric metric : before.metrics) {
        if (!rewrite(metric.formula, successors)) {
            metric.formula.clear();
            result.open.push_back(metric.metric);
        }
        result.metrics.push_back(std::move(metric));
    }
    return result;
}

}  // namespace kakehashi::imports
