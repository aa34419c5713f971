// Cells that hold a handle, looked for some formulas at a time.
#pragma once

#include <vector>

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>

#include "addin/handle_cells.hpp"

namespace kakehashi::addin {

/// `find_handle_cells` in pieces. The document must not change between two of them.
class HandleSearch {
  public:
    explicit HandleSearch(const SpreadsheetDocument& document);
    /// Looks at some more; false when all have been seen.
    bool next();
    const std::vector<Range>& found() const { return found_; }

  private:
    void begin_sheet();

    css::uno::Reference<css::container::XIndexAccess> sheets_;
    sal_Int32 sheet_ = 0;
    Range cells_;  // of that sheet
    css::uno::Sequence<css::table::CellRangeAddress> formulas_;
    sal_Int32 area_ = 0;
    sal_Int32 row_ = 0;  // of that area
    std::vector<Range> found_;
};

}  // namespace kakehashi::addin
