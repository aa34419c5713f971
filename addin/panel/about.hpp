// What the Why panel says of Kakehashi itself, and what goes into a report: versions, whether everything was
// loaded, the playbook's state, the log. Nothing that tells who or where somebody is.
#pragma once

#include <string>

#include "core/panel/views.hpp"

namespace kakehashi::addin {

/// `playbook`: a line about the document's; blank if it has none.
panel::About about(const std::string& playbook, Language language);

}  // namespace kakehashi::addin
