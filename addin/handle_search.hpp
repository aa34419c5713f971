// Cells that hold a handle, looked for some formulas at a time.
#pragma once

#include <vector>

#include "addin/formula_walk.hpp"
#include "addin/handle_cells.hpp"

namespace kakehashi::addin {

/// `find_handle_cells` in pieces. The document must not change between two of them.
class HandleSearch {
  public:
    explicit HandleSearch(const SpreadsheetDocument& document) : walk_(document) {}
    /// Looks at some more; false when all have been seen.
    bool next();
    const std::vector<Range>& found() const { return found_; }

  private:
    FormulaWalk walk_;
    std::vector<Range> found_;
};

}  // namespace kakehashi::addin
