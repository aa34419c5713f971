// Hand-off cards as a sheet to print: one card per page.
#pragma once

#include <span>

#include "core/handoff/card.hpp"
#include "core/sheet/plan.hpp"

namespace kakehashi::handoff {

/// `reasons`: the playbook's reasons to reject, to be ticked.
sheet::Sheet card_sheet(std::span<const Card> cards, const std::vector<std::string>& reasons,
                        Language language);

}  // namespace kakehashi::handoff
