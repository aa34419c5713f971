#include "addin/sheets/put.hpp"

#include <com/sun/star/document/XUndoAction.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellRangeContainer.hpp>
#include <com/sun/star/sheet/XSheetOperation.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/weakref.hxx>

#include "addin/guarded.hpp"
#include "addin/sheets/unrecorded.hpp"

namespace kakehashi::addin {
namespace {

using css::document::XUndoManagerSupplier;
using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;
using Addresses = Sequence<css::table::CellRangeAddress>;

/// Undone after the write that follows it. That write can be done again by itself.
class BlankAgain final : public cppu::WeakImplHelper1<css::document::XUndoAction> {
  public:
    BlankAgain(const SpreadsheetDocument& document, Addresses cells)
        : document_(document), cells_(std::move(cells)) {}

    OUString SAL_CALL getTitle() override { return {}; }
    void SAL_CALL undo() override {
        guarded("undo", [&] { blank(); });
    }
    void SAL_CALL redo() override {}

  private:
    void blank() const {
        const SpreadsheetDocument document(document_);
        if (!document.is()) return;
        // Else LibreOffice would take this for a new step, and forget what can be done again.
        const Unrecorded unrecorded(document);
        const Reference<css::sheet::XSheetCellRangeContainer> cells(
            Reference<css::lang::XMultiServiceFactory>(document, UNO_QUERY_THROW)
                ->createInstance("com.sun.star.sheet.SheetCellRanges"),
            UNO_QUERY_THROW);
        cells->addRangeAddresses(cells_, false);
        Reference<css::sheet::XSheetOperation>(cells, UNO_QUERY_THROW)
            ->clearContents(css::sheet::CellFlags::VALUE | css::sheet::CellFlags::DATETIME |
                            css::sheet::CellFlags::STRING | css::sheet::CellFlags::FORMULA);
    }

    css::uno::WeakReference<css::sheet::XSpreadsheetDocument> document_;  // which owns this action
    Addresses cells_;
};

void remember_blank_cells(const SpreadsheetDocument& document, const Range& range) {
    Addresses blank = Reference<css::sheet::XCellRangesQuery>(range, UNO_QUERY_THROW)
                          ->queryEmptyCells()
                          ->getRangeAddresses();
    if (blank.hasElements())
        Reference<XUndoManagerSupplier>(document, UNO_QUERY_THROW)
            ->getUndoManager()
            ->addUndoAction(new BlankAgain(document, std::move(blank)));
}

}  // namespace

void put_data(const SpreadsheetDocument& document, const Range& range, const Sequence<Sequence<Any>>& rows) {
    remember_blank_cells(document, range);
    Reference<css::sheet::XCellRangeData>(range, UNO_QUERY_THROW)->setDataArray(rows);
}

void put_formulas(const SpreadsheetDocument& document, const Range& range,
                  const Sequence<Sequence<OUString>>& rows) {
    remember_blank_cells(document, range);
    Reference<css::sheet::XCellRangeFormula>(range, UNO_QUERY_THROW)->setFormulaArray(rows);
}

}  // namespace kakehashi::addin
