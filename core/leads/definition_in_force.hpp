// The version of a definition that is valid on a day, with the rules and groups that belong to it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/playbook/playbook.hpp"
#include "core/support/result.hpp"

namespace kakehashi {

/// One definition version with the rules and groups that belong to it: those of its name, and those of its
/// name and version (`Hot lead v2`).
struct DefinitionInForce {
    const PlaybookDefinition* definition;
    std::vector<const PlaybookRule*> rules;  // in the order of the playbook
    /// Floors and caps, one per group: what is said of the version before what is said of every version.
    std::vector<const PlaybookGroup*> groups;
};

/// All versions of the definition of that name; #N/A if there is none.
Result<std::vector<DefinitionInForce>> versions_of(const Playbook& playbook, std::string_view definition);

/// The one that is valid at that instant, the latest if several are; null if none is.
const DefinitionInForce* valid_at(const std::vector<DefinitionInForce>& versions, Instant as_of);

/// #N/A if the name is unknown or no version is valid.
Result<DefinitionInForce> in_force(const Playbook& playbook, std::string_view definition, Instant as_of);

/// Where each rule's points go: the index of its group, or groups.size() for rules whose sum nothing clamps.
std::vector<std::size_t> group_of_rules(const DefinitionInForce& definition);

/// The sum of a group within its floor and cap; a floor above the cap wins.
double clamped(double points, const PlaybookGroup& group);

/// The verdict: every must rule holds, at least `at least` rules hold, the score reaches the threshold.
bool passes(const PlaybookDefinition& definition, bool musts_hold, std::size_t holding, double score);

}  // namespace kakehashi
