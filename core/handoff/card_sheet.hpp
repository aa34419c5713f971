// Hand-off cards as a sheet to print: one card per page.
#pragma once

#include <span>

#include "core/handoff/card.hpp"
#include "core/sheet/plan.hpp"

namespace kakehashi::handoff {

/// The (hidden) name of the cell that holds the id of the lead on that card, counted from 0. As many cards as
/// there are, without a gap.
std::string id_name(std::size_t card);

/// `reasons`: the playbook's reasons to reject, to be ticked.
sheet::Sheet card_sheet(std::span<const Card> cards, const std::vector<std::string>& reasons,
                        Language language);

}  // namespace kakehashi::handoff
