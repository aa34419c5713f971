#include "addin/commands/undo_step.hpp"

#include <com/sun/star/document/XActionLockable.hpp>
#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/util/XModifiable.hpp>
#include <cppuhelper/implbase1.hxx>
#include <rtl/ref.hxx>

#include "addin/guarded.hpp"

namespace kakehashi::addin {

using css::document::UndoManagerEvent;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

/// Hears whether the collected step holds anything: only then there is one to undo.
class UndoStep::Listener final : public cppu::WeakImplHelper1<css::document::XUndoManagerListener> {
  public:
    bool wrote = false;

    void SAL_CALL undoActionAdded(const UndoManagerEvent&) override { wrote = true; }
    void SAL_CALL leftContext(const UndoManagerEvent&) override { wrote = true; }
    void SAL_CALL cancelledContext(const UndoManagerEvent&) override { wrote = false; }
    void SAL_CALL leftHiddenContext(const UndoManagerEvent&) override {}
    void SAL_CALL actionUndone(const UndoManagerEvent&) override {}
    void SAL_CALL actionRedone(const UndoManagerEvent&) override {}
    void SAL_CALL allActionsCleared(const css::lang::EventObject&) override {}
    void SAL_CALL redoActionsCleared(const css::lang::EventObject&) override {}
    void SAL_CALL resetAll(const css::lang::EventObject&) override {}
    void SAL_CALL enteredContext(const UndoManagerEvent&) override {}
    void SAL_CALL enteredHiddenContext(const UndoManagerEvent&) override {}
    void SAL_CALL disposing(const css::lang::EventObject&) override {}
};

namespace {

Reference<css::sheet::XSpreadsheetView> view_of(const Reference<css::frame::XModel>& model) {
    return {model->getCurrentController(), UNO_QUERY};
}

}  // namespace

UndoStep::UndoStep(const Reference<css::frame::XModel>& model, const std::string& title) : model_(model) {
    const Reference<css::util::XModifiable> modifiable(model, UNO_QUERY_THROW);
    modified_ = modifiable->isModified();
    if (const auto view = view_of(model); view.is()) shown_sheet_ = view->getActiveSheet();
    undo_ = Reference<css::document::XUndoManagerSupplier>(model, UNO_QUERY_THROW)->getUndoManager();
    undo_->enterUndoContext(to_uno(title));
    open_ = true;
    model_->lockControllers();
    Reference<css::document::XActionLockable>(model_, UNO_QUERY_THROW)->addActionLock();
}

UndoStep::~UndoStep() {
    if (!kept_) guarded("undo", [&] { take_back(); });
}

void UndoStep::finish() {
    if (!open_) return;
    open_ = false;
    const rtl::Reference<Listener> listener(new Listener);
    undo_->addUndoManagerListener(listener.get());
    undo_->leaveUndoContext();
    undo_->removeUndoManagerListener(listener.get());
    wrote_ = listener->wrote;
    Reference<css::document::XActionLockable>(model_, UNO_QUERY_THROW)->removeActionLock();
    model_->unlockControllers();
}

void UndoStep::keep() {
    finish();
    kept_ = true;
}

void UndoStep::take_back() {
    finish();
    if (wrote_) {
        undo_->undo();
        undo_->clearRedo();
    }
    if (const auto view = view_of(model_); view.is() && shown_sheet_.is())
        view->setActiveSheet(Reference<css::sheet::XSpreadsheet>(shown_sheet_, UNO_QUERY));
    if (!modified_) Reference<css::util::XModifiable>(model_, UNO_QUERY_THROW)->setModified(false);
}

}  // namespace kakehashi::addin
