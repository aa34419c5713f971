// Everything that one command writes, as one step of the document's undo list.
#pragma once

#include <string>

#include <com/sun/star/document/XUndoManager.hpp>
#include <com/sun/star/document/XUndoManagerListener.hpp>
#include <com/sun/star/frame/XModel.hpp>

#include "addin/uno.hpp"

namespace kakehashi::addin {

/// From its construction on, changes of the document are collected under `title`, and nothing is painted.
/// Unless `keep` is called, the destructor takes them back: cells, sheets and charts are as before, and so
/// are the sheet that was shown and the modified flag. (Cell and page styles stay; LibreOffice never takes
/// those back.)
class UndoStep {
  public:
    UndoStep(const css::uno::Reference<css::frame::XModel>& model, const std::string& title);
    UndoStep(const UndoStep&) = delete;
    UndoStep& operator=(const UndoStep&) = delete;
    ~UndoStep();

    /// Nothing more is collected, the windows are painted; still taken back unless kept.
    void finish();
    void keep();

  private:
    class Listener;

    void take_back();

    css::uno::Reference<css::frame::XModel> model_;
    css::uno::Reference<css::document::XUndoManager> undo_;
    css::uno::Reference<css::uno::XInterface> shown_sheet_;
    bool modified_ = false;
    bool open_ = false;
    bool wrote_ = false;
    bool kept_ = false;
};

}  // namespace kakehashi::addin
