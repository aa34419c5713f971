// What is asked before leads that do not qualify are handed off.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/leads/leads.hpp"
#include "core/support/text.hpp"

namespace kakehashi::handoff {

/// Who does not meet the definition, what is missing, and whether to go on. `rows`: all that would be handed
/// off. Empty if they all qualify, or nobody can tell.
Text unready_question(const Leads& leads, const std::vector<std::size_t>& rows,
                      const std::string& definition);

}  // namespace kakehashi::handoff
