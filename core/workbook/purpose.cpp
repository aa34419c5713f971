#include "core/workbook/purpose.hpp"

#include <algorithm>
#include <cmath>

#include "core/workbook/cells.hpp"

namespace kakehashi::workbook {
namespace {

/// Widths in the note style's size: Latin letters on average, and all others as wide as they are high.
double width_mm(const std::string& text) {
    constexpr double latin = 1.7;
    constexpr double wide = 3.4;
    double width = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80)
            width += latin;
        else if (byte >= 0xC0)  // the first byte of a character
            width += wide;
    }
    return width;
}

}  // namespace

void add_purpose(sheet::Block& head, std::string text, const std::vector<double>& column_widths_mm) {
    constexpr double wanted_mm = 190;
    constexpr double line_mm = 4.8;
    double room = 0;
    int columns = 0;
    while (static_cast<std::size_t>(columns) < column_widths_mm.size() && room < wanted_mm)
        room += column_widths_mm[static_cast<std::size_t>(columns++)];
    const double lines = std::ceil(width_mm(text) / std::max(room, 1.0));
    head.row_heights_mm.resize(head.rows.size());
    head.row_heights_mm.push_back(lines * line_mm + 1);
    sheet::Cell cell = text_cell(std::move(text), sheet::Style::note);
    cell.columns = std::max(columns, 1);
    head.rows.push_back({std::move(cell)});
}

}  // namespace kakehashi::workbook
