// What the playbook of a new team workbook starts with: the arguments of a command, else the options.
#pragma once

#include "addin/commands/session.hpp"
#include "core/workbook/team_workbook.hpp"

namespace kakehashi::addin {

/// A playbook file brings its own fiscal year and limits: those of the options are for the template. An error
/// if something was named that cannot be used.
Result<PlaybookStart> playbook_start(const Session& session);

}  // namespace kakehashi::addin
