#include "addin/formula_walk.hpp"

#include <algorithm>

#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>

namespace kakehashi::addin {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

bool calls_ours(const OUString& formula) {
    return formula.toAsciiUpperCase().indexOf("ORG.KAKEHASHI.FUNCTIONS.") >= 0;
}

FormulaWalk::FormulaWalk(const Reference<css::sheet::XSpreadsheetDocument>& document)
    : sheets_(document->getSheets(), UNO_QUERY_THROW) {
    begin_sheet();
}

void FormulaWalk::begin_sheet() {
    constexpr sal_Int16 formulas = 16;  // com::sun::star::sheet::CellFlags::FORMULA
    area_ = row_ = 0;
    if (over()) return;
    cells_.set(sheets_->getByIndex(sheet_), UNO_QUERY_THROW);
    areas_ = Reference<css::sheet::XCellRangesQuery>(cells_, UNO_QUERY_THROW)
                 ->queryContentCells(formulas)
                 ->getRangeAddresses();
}

sal_Int32 FormulaWalk::columns() const {
    if (area_ == areas_.getLength()) return 1;
    const css::table::CellRangeAddress& at = areas_.getConstArray()[area_];
    return at.EndColumn - at.StartColumn + 1;
}

Reference<css::table::XCellRange> FormulaWalk::take(sal_Int32 rows) {
    if (area_ == areas_.getLength()) {
        ++sheet_;
        begin_sheet();
        return {};
    }
    const css::table::CellRangeAddress& at = areas_.getConstArray()[area_];
    const sal_Int32 first = at.StartRow + row_;
    const sal_Int32 last = std::min(first + rows - 1, at.EndRow);
    row_ += rows;
    auto piece = cells_->getCellRangeByPosition(at.StartColumn, first, at.EndColumn, last);
    if (last == at.EndRow) {
        ++area_;
        row_ = 0;
    }
    return piece;
}

}  // namespace kakehashi::addin
