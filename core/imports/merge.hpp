// A file merged into a table: which rows are the same, which cells change, which rows are new. The result is
// a plan; nothing is written here, and values are read from the file again when they are written, so that a
// million rows need no second copy.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "core/imports/mapping.hpp"
#include "core/imports/source.hpp"
#include "core/table/table.hpp"

namespace kakehashi::imports {

/// The table as it stands. Rows count from 0 below the headers.
struct Present {
    std::shared_ptr<const Table> table;  // null: nothing there yet, or headers alone
    std::size_t rows = 0;                // up to the last one with anything in it
    /// The cells of a column that hold formulas: nobody overwrites them.
    std::function<Bitmap(std::size_t column)> formulas;
    double null_date = 0;  // of the document, in days after 1899-12-30
};

struct Change {
    std::uint32_t row;   // of the table
    std::uint32_t from;  // row of the source
};

struct ColumnPlan {
    std::size_t from = 0;  // column of the source
    std::size_t to = 0;    // column of the table; from its number of headers on: new
    bool added = false;
    std::string header;
    std::vector<Change> changes;  // by row
    bool keeps = false;           // a blank cell of the file erases nothing here
};

struct MergePlan {
    std::vector<ColumnPlan> columns;
    std::vector<std::uint32_t> appended;  // rows of the source, in order; they go below the last row
    std::size_t updated = 0;              // rows of the table with a changed cell
    std::size_t unchanged = 0;
    std::size_t cells = 0;          // changed
    std::size_t gone = 0;           // rows of the table with an id that the file does not have; they stay
    std::size_t kept_formulas = 0;  // cells not written because a formula stands there
    bool by_key = false;            // rows were told apart by id, else by everything in them
};

/// Rows of the same key are the same, the first with the first, the second with the second. A row without a
/// key is the same as one that holds the same cells. Blank cells of the file never erase a hand-off, its
/// answer or the reason: commands write these into the list, and the CRM need not know them. `progress(done,
/// of)` says whether to go on; an empty plan without columns if not.
MergePlan merge(const Source& source, const Mapping& mapping, const Target& target, const TableShape& shape,
                const Present& present, const std::function<bool(std::size_t, std::size_t)>& progress = {});

/// What the cell shall hold; dates as the document counts them.
ImportedValue cell_value(const Source& source, std::size_t row, std::size_t column, double null_date);

}  // namespace kakehashi::imports
