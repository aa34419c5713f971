// What a workbook remembers of commands, as user-defined properties of the document: they are saved with it,
// and people see them under File > Properties.
#pragma once

#include <string>
#include <string_view>

#include "addin/handle_cells.hpp"

namespace kakehashi::addin {

/// `import Leads`. Blank if there is nothing.
std::string remembered(const SpreadsheetDocument& document, std::string_view name);
void remember(const SpreadsheetDocument& document, std::string_view name, std::string_view text);

}  // namespace kakehashi::addin
