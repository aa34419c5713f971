// Notes (comments) on cells of ours. Those that people wrote or changed stay as they are.
#pragma once

#include "addin/sheets/placed.hpp"

namespace kakehashi::addin {

/// How many were written or taken away.
std::size_t write_notes(const Spreadsheet& sheet, const std::vector<Placed>& blocks);

}  // namespace kakehashi::addin
