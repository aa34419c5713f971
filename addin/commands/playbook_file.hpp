// A playbook that a person names for a command or on the options page: no cell can name one this way.
#pragma once

#include <string>

#include "core/playbook/playbook.hpp"
#include "core/support/result.hpp"

namespace kakehashi::addin {

/// `place`: path or file URL of a .json file. An error if it cannot be read or is no playbook; single entries
/// that cannot be read are among its problems.
Result<ReadPlaybook> read_playbook_file(const std::string& place);

}  // namespace kakehashi::addin
