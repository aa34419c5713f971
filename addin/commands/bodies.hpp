// The bodies of all commands, as the catalogue names them: `run_hand_off` is in addin/commands/hand_off.cpp.
#pragma once

#include <string_view>

#include "addin/commands/session.hpp"

namespace kakehashi::addin {

#include "command_bodies.inc"

using Body = Result<Outcome> (*)(Session& session);

/// Null if the catalogue knows no such command.
Body body_of(std::string_view id);

}  // namespace kakehashi::addin
