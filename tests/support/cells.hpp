// Cells for tests as one writes them down: `12`, `2026-01-31 09:30`, `'12`, `#N/A`, `Web`, nothing.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/table/instant.hpp"
#include "core/table/table.hpp"

namespace kakehashi::test {

/// `2026-01-31`, also with ` 09:30`, ` 09:30:15` or ` 09:30:15.250` (or `T`) behind it; `no_instant` if it is
/// anything else.
Instant instant_of(std::string_view text);

/// What a person gets who types this into Calc: a number, a date (as its serial number), a text or a blank.
/// `'12` is a text; `"  12 "` is one too, with its blanks; `#` at the start makes an error cell.
CellValue cell_of(std::string_view text);

/// Rows of different lengths, filled up with blanks.
Grid grid_of(const std::vector<std::vector<CellValue>>& rows);

/// A CSV file (RFC 4180, UTF-8) as Calc would import it: plain decimal numbers and ISO dates are recognised,
/// all else is text. Throws std::runtime_error if it cannot be read.
Grid read_csv(const std::filesystem::path& path);

/// Appends a column: its header, then one cell per data row. Throws std::invalid_argument if the length
/// differs.
void append_column(Grid& table, const std::string& header, const std::vector<CellValue>& cells);

}  // namespace kakehashi::test
