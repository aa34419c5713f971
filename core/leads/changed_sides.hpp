// What a change of the playbook would do to real leads.
#pragma once

#include <vector>

#include "core/leads/leads.hpp"

namespace kakehashi {

/// One text for each definition that both playbooks have and that was changed, or under which leads of last
/// month change sides: qualify now and did not, or the other way. Last month is the calendar month before the
/// as-of date of `leads`, by the role `created`; all leads if there is no such column. A definition that
/// cannot be applied is named with the reason.
std::vector<Text> changed_sides(const Leads& leads, const Playbook& before, const Playbook& after);

}  // namespace kakehashi
