// What is asked before leads are handed off about which something speaks against it: sales has rejected them
// before, has them already, or they do not qualify.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/leads/leads.hpp"
#include "core/support/text.hpp"

namespace kakehashi::handoff {

struct Question {
    Text text;                 // who, why, and whether to go on; empty if nothing speaks against it
    std::size_t unready = 0;   // do not meet the definition
    std::size_t advanced = 0;  // sales has them already
};

/// `rows`: all that would be handed off. `definition`: blank for the playbook's first; a definition that
/// cannot be applied is nobody's obstacle.
Question hand_off_question(const Leads& leads, const std::vector<std::size_t>& rows,
                           const std::string& definition);

}  // namespace kakehashi::handoff
