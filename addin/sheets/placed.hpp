// A block of a plan on its sheet.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "addin/sheets/cells.hpp"
#include "core/sheet/addresses.hpp"
#include "core/sheet/merge.hpp"
#include "core/sheet/record.hpp"

namespace kakehashi::addin {

struct Placed {
    const sheet::Block* block = nullptr;
    sheet::Places columns;  // of the sheet, by column of the block
    sheet::Places rows;
    std::set<int> new_columns;  // of the block: nothing of ours stood there yet
    std::set<int> new_rows;
    sheet::Position first;  // the block's area, with the rows and columns of people
    sheet::Position last;
    sheet::Record record;
    bool is_new = false;

    std::size_t width() const { return columns.size(); }
    /// Nothing if the sheet does not have the cell.
    std::optional<sheet::Position> find(const sheet::Position& cell) const;
    /// Whether this writing is the first to put something into that cell.
    bool is_new_cell(int column, int row) const {
        return is_new || new_columns.count(column) > 0 || new_rows.count(row) > 0;
    }
    /// Null beyond the end of a short row.
    const sheet::Cell* cell(int column, int row) const;
};

/// Where the plan says.
Placed place_new(const sheet::Block& block, const sheet::Position& at);

/// Places of all blocks by their ids.
sheet::Find finder(const std::vector<Placed>& blocks);

}  // namespace kakehashi::addin
