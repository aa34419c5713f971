// Why a cell shows an error of one of our functions. Functions are not told which cell calls them, so nothing
// that they leave behind belongs to one cell for sure: the call that stands in the cell is made once more.
#pragma once

#include "addin/handle_cells.hpp"
#include "core/support/text.hpp"

namespace kakehashi::addin {

/// Blank where it cannot be told for certain: where the cell calculates its arguments, shows another error
/// than the call gives, or where the call would take long. On the main thread; changes nothing.
Text error_reason(const SpreadsheetDocument& document, const Range& cell);

}  // namespace kakehashi::addin
