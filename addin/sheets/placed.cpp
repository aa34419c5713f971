#include "addin/sheets/placed.hpp"

#include <algorithm>
#include <numeric>

namespace kakehashi::addin {

std::optional<sheet::Position> Placed::find(const sheet::Position& cell) const {
    if (cell.column < 0 || cell.row < 0) return std::nullopt;
    const auto column = static_cast<std::size_t>(cell.column);
    const auto row = static_cast<std::size_t>(cell.row);
    if (column >= columns.size() || row >= rows.size()) return std::nullopt;
    if (columns[column] == sheet::missing || rows[row] == sheet::missing) return std::nullopt;
    return sheet::Position{columns[column], rows[row]};
}

const sheet::Cell* Placed::cell(int column, int row) const {
    const auto& cells = block->rows[static_cast<std::size_t>(row)];
    return static_cast<std::size_t>(column) < cells.size() ? &cells[static_cast<std::size_t>(column)]
                                                           : nullptr;
}

Placed place_new(const sheet::Block& block, const sheet::Position& at) {
    Placed placed;
    placed.block = &block;
    placed.is_new = true;
    std::size_t width = 0;
    for (const auto& row : block.rows) width = std::max(width, row.size());
    placed.columns.resize(width);
    placed.rows.resize(block.rows.size());
    std::iota(placed.columns.begin(), placed.columns.end(), at.column);
    std::iota(placed.rows.begin(), placed.rows.end(), at.row);
    placed.first = at;
    placed.last = {at.column + std::max(0, static_cast<int>(width) - 1),
                   at.row + std::max(0, static_cast<int>(block.rows.size()) - 1)};
    return placed;
}

sheet::Find finder(const std::vector<Placed>& blocks) {
    return [&blocks](std::string_view id, const sheet::Position& cell) -> std::optional<sheet::Position> {
        for (const Placed& placed : blocks)
            if (placed.block->id == id) return placed.find(cell);
        return std::nullopt;
    };
}

}  // namespace kakehashi::addin
