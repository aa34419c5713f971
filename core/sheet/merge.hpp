// How a plan meets what stands on a sheet already: which column and row of the sheet belongs to which of
// the plan, what has to be inserted, what may go. Pure decisions; `addin/sheets` carries them out.
#pragma once

#include <string>
#include <vector>

#include "core/sheet/plan.hpp"
#include "core/sheet/record.hpp"

namespace kakehashi::sheet {

constexpr int missing = -1;

/// Rows or columns of a sheet, by row or column of the plan; `missing` where the sheet has none.
using Places = std::vector<int>;

/// By header; a column whose header people changed is found where we left it. `headers` are those of the
/// sheet from column `first` on.
Places place_columns(const std::vector<std::string>& wanted, const std::vector<std::string>& headers,
                     int first, const Record& record);

struct Key {
    std::string text;
    bool is_formula = false;  // what it will read nobody knows: such a row is found where we left it
};

struct TableRows {
    Places rows;
    std::vector<int> dropped;  // rows of the sheet that we wrote and that the plan has no more
};

/// By key (the text in column 0), the n-th of equal keys to the n-th; row 0 is the header. A row of the plan
/// without a key belongs to people: it is `missing` unless the table is new, and nothing is inserted for it.
/// `keys` are those of the sheet from row `first` on.
TableRows place_rows(const std::vector<Key>& wanted, const std::vector<std::string>& keys, int first,
                     const Record& record);

/// Where a block of fixed cells is: what the record says, or, without a record, one after the other from
/// `first` on, as far as the block goes there.
Places place_cells(std::size_t wanted, int first, int size, const std::vector<std::optional<int>>& recorded);

struct Insertion {
    int before = 0;  // the row of the sheet
    int count = 0;
    std::size_t first = 0;  // row of the plan that comes into the first of them
    friend bool operator==(const Insertion&, const Insertion&) = default;
};

/// For all missing rows but those that `skip` says, from the bottom to the top, so that carrying out one does
/// not move the next.
std::vector<Insertion> insertions(const Places& rows, const std::vector<bool>& skip, int first);

/// After `count` rows were inserted before row `before` of the sheet (removed from there on, if negative).
void shift(Places& rows, int before, int count);

}  // namespace kakehashi::sheet
