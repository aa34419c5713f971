#include "addin/recalculate.hpp"

#include <com/sun/star/document/XUndoManager.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/sheet/XArrayFormulaRange.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellCursor.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/util/XModifiable.hpp>

#include "addin/document_in.hpp"
#include "addin/environment.hpp"
#include "addin/guarded.hpp"
#include "addin/handle_cells.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

/// Holds the undo list still and puts the modified flag back.
class Traceless {
  public:
    explicit Traceless(const Reference<css::frame::XModel>& model) : modifiable_(model, UNO_QUERY) {
        const Reference<css::document::XUndoManagerSupplier> supplier(model, UNO_QUERY);
        if (supplier.is()) undo_ = supplier->getUndoManager();
        modified_ = modifiable_.is() && modifiable_->isModified();
        if (!undo_.is()) return;
        is_empty_ = !undo_->isUndoPossible() && !undo_->isRedoPossible();
        undo_->lock();
    }
    Traceless(const Traceless&) = delete;
    Traceless& operator=(const Traceless&) = delete;
    ~Traceless() {
        guarded("recalculate", [&] {
            if (undo_.is()) undo_->unlock();
            // While a cell is set, LibreOffice 7.4 may take the lock away.
            if (undo_.is() && is_empty_ && undo_->isUndoPossible()) undo_->clear();
            if (modifiable_.is() && !modified_) modifiable_->setModified(false);
        });
    }

  private:
    Reference<css::util::XModifiable> modifiable_;
    Reference<css::document::XUndoManager> undo_;
    bool modified_ = false;
    bool is_empty_ = false;
};

/// The whole array formula if the cell is part of one.
void set_again(const Range& cell) {
    const OUString formula = first_cell(cell)->getFormula();
    if (!formula.startsWith("{")) {
        first_cell(cell)->setFormula(formula);
        return;
    }
    const Reference<css::sheet::XSheetCellRange> on_sheet(cell, UNO_QUERY_THROW);
    const auto cursor = on_sheet->getSpreadsheet()->createCursorByRange(on_sheet);
    cursor->collapseToCurrentArray();
    const Reference<css::sheet::XArrayFormulaRange> whole(cursor, UNO_QUERY_THROW);
    whole->setArrayFormula(formula.copy(1, formula.getLength() - 2));
}

}  // namespace

void recalculate_handles(const Reference<css::frame::XModel>& model) {
    const SpreadsheetDocument document(model, UNO_QUERY);
    if (!document.is()) return;
    const std::vector<Range> cells = find_handle_cells(document);
    if (cells.empty()) return;
    const Traceless traceless(model);
    for (const Range& cell : cells) {
        try {
            set_again(cell);
        } catch (const css::uno::Exception&) {
            // Protected: its handle is resolved from the formula when it is used.
        }
    }
}

Any Recalculate::execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) {
    guarded("recalculate", [&] {
        const Reference<css::frame::XModel> model = document_in(arguments);
        if (model.is()) recalculate_handles(model);
    });
    return {};
}

}  // namespace kakehashi::addin
