// What both departments agreed to, as the workbook remembers it: so that the panel can tell later what has
// been changed since. Sign-offs themselves hold a fingerprint only.
#pragma once

#include <optional>

#include "addin/handle_cells.hpp"
#include "core/playbook/playbook.hpp"

namespace kakehashi::addin {

/// If both have signed what stands there now. For commands, which change the workbook anyway.
void remember_agreement(const SpreadsheetDocument& document);

/// Nothing if none was remembered.
std::optional<Playbook> remembered_agreement(const SpreadsheetDocument& document);

}  // namespace kakehashi::addin
