// The formulas of a document: a walk over them in pieces, and which are ours.
#pragma once

#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>
#include <com/sun/star/table/XCellRange.hpp>

#include "addin/uno.hpp"

namespace kakehashi::addin {

/// Whether a formula, as `getFormula` gives it, calls one of our functions.
bool calls_ours(const OUString& formula);

/// Over the cells with formulas, sheet by sheet. The document must not change between two steps.
class FormulaWalk {
  public:
    explicit FormulaWalk(const css::uno::Reference<css::sheet::XSpreadsheetDocument>& document);

    bool over() const { return sheet_ == sheets_->getCount(); }
    /// Of the piece that comes next.
    sal_Int32 columns() const;
    /// The next cells, at most so many rows (1 or more); null where the step went on to another sheet
    /// instead. Not if it is over.
    css::uno::Reference<css::table::XCellRange> take(sal_Int32 rows);

  private:
    void begin_sheet();

    css::uno::Reference<css::container::XIndexAccess> sheets_;
    sal_Int32 sheet_ = 0;
    css::uno::Reference<css::table::XCellRange> cells_;  // of that sheet
    css::uno::Sequence<css::table::CellRangeAddress> areas_;
    sal_Int32 area_ = 0;
    sal_Int32 row_ = 0;  // of that area
};

}  // namespace kakehashi::addin
