// Changes of a document that leave no step to undo.
#pragma once

#include <com/sun/star/document/XUndoManagerSupplier.hpp>

#include "addin/guarded.hpp"
#include "addin/handle_cells.hpp"

namespace kakehashi::addin {

class Unrecorded {
  public:
    explicit Unrecorded(const SpreadsheetDocument& document)
        : undo_(css::uno::Reference<css::document::XUndoManagerSupplier>(document, css::uno::UNO_QUERY_THROW)
                    ->getUndoManager()) {
        undo_->lock();
    }
    ~Unrecorded() {
        guarded("undo", [&] { undo_->unlock(); });
    }
    Unrecorded(const Unrecorded&) = delete;
    Unrecorded& operator=(const Unrecorded&) = delete;

  private:
    css::uno::Reference<css::document::XUndoManager> undo_;
};

}  // namespace kakehashi::addin
