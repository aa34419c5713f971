// What differs between two playbooks, in sentences.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/playbook/playbook.hpp"

namespace kakehashi {

/// One text per difference in what was agreed (see fingerprint.hpp: without sign-offs and `as of`). Entries
/// are the same if their names are: stage, definition and version, definition and rule, term …; their order
/// counts for stages only. Empty if nothing differs.
std::vector<Text> changes(const Playbook& before, const Playbook& after);

}  // namespace kakehashi
