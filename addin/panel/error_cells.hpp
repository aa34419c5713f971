// The cells of a document that show an error of one of our functions, and why.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "addin/handle_cells.hpp"
#include "core/panel/views.hpp"

namespace kakehashi::addin {

struct ErrorCells {
    std::vector<panel::ErrorCell> cells;
    bool more = false;
};

/// At most `most` of them, in the order of the sheets. Calculates nothing.
ErrorCells error_cells(const SpreadsheetDocument& document, std::size_t most, Language language);

/// The address of cells as .uno:GoToCell reads it, whatever the sheet is called: `$'Our leads'.$A$1`.
std::string link_to(const Range& range);

/// Versions of Kakehashi and LibreOffice, a line each; nothing that tells who or where somebody is.
std::vector<std::string> about_lines(Language language);

}  // namespace kakehashi::addin
