// Writes what the cells of a block say: only what differs, column by column in as few calls as possible.
#pragma once

#include <functional>

#include "addin/sheets/placed.hpp"

namespace kakehashi::addin {

/// How many cells were written. `go_on` is asked once per column; false stops.
std::size_t write_contents(const SpreadsheetDocument& document, const Spreadsheet& sheet,
                           const Placed& placed, const sheet::Find& find,
                           const std::function<bool(std::size_t cells)>& go_on);

}  // namespace kakehashi::addin
