// The commands by file, in the order of the menu. Only the catalogue asks for them.
#pragma once

#include <vector>

#include "core/commands/catalogue.hpp"

namespace kakehashi::commands {

std::vector<Command> data_commands();
std::vector<Command> hand_off_commands();
std::vector<Command> report_commands();
std::vector<Command> tool_commands();

}  // namespace kakehashi::commands
