// The line below a sheet's title that says what it is for: over as many columns as it needs.
#pragma once

#include <string>
#include <vector>

#include "core/sheet/plan.hpp"

namespace kakehashi::workbook {

/// Adds it as the next row of the block, merged over the first columns of the sheet and as high as its lines.
void add_purpose(sheet::Block& head, std::string text, const std::vector<double>& column_widths_mm);

}  // namespace kakehashi::workbook
