// What the body of a command sees: the document, what was asked for, progress, and the one undo step it
// writes in. Bodies run on the main thread and return their outcome or an error; what they wrote before an
// error or a cancel is taken back.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/frame/XModel.hpp>

#include "addin/commands/outcome.hpp"
#include "addin/commands/progress.hpp"
#include "addin/commands/undo_step.hpp"
#include "addin/handle_cells.hpp"
#include "addin/sheets/page.hpp"
#include "addin/sheets/write.hpp"
#include "core/commands/request.hpp"

namespace kakehashi::addin {

class Session {
  public:
    /// `frame` and `model` may be null: the start centre, or a command that makes its document.
    Session(commands::Request request, css::uno::Reference<css::frame::XFrame> frame,
            css::uno::Reference<css::frame::XModel> model, bool interactive);

    const commands::Command& command() const { return *request_.command; }
    /// Nothing if it was not given.
    std::optional<std::string> argument(std::string_view id) const;
    /// `yes`, `true`, `1` or empty (`…&pdf`) for yes, and `otherwise` where it was not given.
    bool flag(std::string_view id, bool otherwise) const;

    /// Never null in commands that work on a document; may be null in those that work anywhere.
    const css::uno::Reference<css::frame::XModel>& model() const { return model_; }
    SpreadsheetDocument document() const { return {model_, css::uno::UNO_QUERY}; }
    /// Of what is written: asked for, else of the team workbook, else of the options, else of LibreOffice.
    Language language() const;
    /// Whether somebody sits before it. If not, ask nothing: take the default, or return an error.
    bool interactive() const { return interactive_; }
    /// Of the window it was asked for in, or that shows the document; may be null.
    const css::uno::Reference<css::frame::XFrame>& frame() const { return frame_; }
    /// The parent of dialogs; null if there is none.
    css::uno::Reference<css::awt::XWindow> window() const;

    /// For commands that make their document: an empty one, shown; it is closed again if the command fails.
    Result<void> make_document();
    /// Before the first change, and after the last dialog: everything from here on is one undo step, and the
    /// windows are painted only at the end. An error if the document must not be changed.
    Result<void> start_writing();

    /// A sheet, as `write` does it, with progress; how the window shows a new one is set at the end.
    /// `position`: among the sheets, of a new one; at the end if negative.
    Result<Written> write(const sheet::Sheet& plan, const Text& doing, int position = -1);
    /// The sheet that is shown at the end.
    void show(const Spreadsheet& sheet) { shown_ = sheet; }

    /// Shown after half a second. False after Esc: then return `cancel()`.
    [[nodiscard]] bool progress(std::size_t done, std::size_t of, const Text& what);
    /// The error to return after `progress` was false or a dialog was cancelled.
    tl::unexpected<CellError> cancel();
    bool is_cancelled() const { return cancelled_; }

    /// Paints again, and closes the undo step; before a PDF is exported. Nothing may be written afterwards.
    void finish_writing();
    /// What was written becomes one step of the undo list. Called at the end by whoever runs the body.
    void keep();
    /// The document is as before; one that the command made is closed.
    void take_back();

  private:
    commands::Request request_;
    css::uno::Reference<css::frame::XFrame> frame_;
    css::uno::Reference<css::frame::XModel> model_;
    bool interactive_;
    bool made_document_ = false;
    bool cancelled_ = false;
    Progress progress_;
    std::unique_ptr<UndoStep> step_;
    std::vector<SheetView> views_;
    Spreadsheet shown_;
};

}  // namespace kakehashi::addin
