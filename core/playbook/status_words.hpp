// PLAYBOOK.STATUS in words: the same on sheets and in the sidebar.
#pragma once

#include <string>
#include <string_view>

#include "core/support/text.hpp"

namespace kakehashi {

/// `draft` -> `○ draft: not signed yet`; as it is if there is no such status.
Text status_words(std::string_view status);

/// A formula, without `=`, that gives the same for a cell with a playbook.
std::string status_formula(std::string_view playbook, Language language);

}  // namespace kakehashi
