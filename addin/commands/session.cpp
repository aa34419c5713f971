#include "addin/commands/session.hpp"

#include <charconv>
#include <utility>

#include <com/sun/star/document/XUndoManagerSupplier.hpp>
#include <com/sun/star/frame/XComponentLoader.hpp>
#include <com/sun/star/sheet/XSpreadsheetView.hpp>
#include <com/sun/star/util/XCloseable.hpp>
#include <com/sun/star/util/XModifiable.hpp>

#include "addin/commands/documents.hpp"
#include "addin/commands/protection.hpp"
#include "addin/commands/team_workbook.hpp"
#include "addin/environment.hpp"
#include "addin/options.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

std::size_t cancel_after(const commands::Request& request) {
    const auto found = request.arguments.find("cancelAfter");
    std::size_t steps = Progress::never;
    if (found != request.arguments.end()) {
        const std::string& text = found->second;
        std::from_chars(text.data(), text.data() + text.size(), steps);
    }
    return steps;
}

}  // namespace

Session::Session(commands::Request request, Reference<css::frame::XFrame> frame,
                 Reference<css::frame::XModel> model, bool interactive)
    : request_(std::move(request)),
      frame_(std::move(frame)),
      model_(std::move(model)),
      interactive_(interactive),
      progress_(interactive ? frame_ : Reference<css::frame::XFrame>(), cancel_after(request_)) {}

std::optional<std::string> Session::argument(std::string_view id) const {
    const auto found = request_.arguments.find(id);
    if (found == request_.arguments.end()) return std::nullopt;
    return found->second;
}

bool Session::flag(std::string_view id, bool otherwise) const {
    const auto value = argument(id);
    if (!value) return otherwise;
    return value->empty() || *value == "yes" || *value == "true" || *value == "1";
}

Language Session::language() const {
    if (const auto asked = argument("language"))
        return *asked == "ja" ? Language::japanese : Language::english;
    if (const SpreadsheetDocument workbook = document(); workbook.is())
        if (const auto theirs = language_of(workbook)) return *theirs;
    return options().language.value_or(ui_language());
}

Reference<css::awt::XWindow> Session::window() const {
    return interactive_ && frame_.is() ? frame_->getContainerWindow() : Reference<css::awt::XWindow>();
}

Result<void> Session::make_document() {
    auto made = new_document();
    if (!made) return error_of(made);
    model_ = *made;
    made_document_ = true;
    if (const auto controller = model_->getCurrentController(); controller.is())
        frame_ = controller->getFrame();
    progress_.show_in(interactive_ ? frame_ : Reference<css::frame::XFrame>());
    return start_writing();
}

Result<void> Session::start_writing() {
    if (step_) return {};
    if (auto changeable = can_be_changed(model_); !changeable) return changeable;
    step_ = std::make_unique<UndoStep>(model_, commands::title(command()).in(ui_language()));
    return {};
}

Result<Written> Session::write(const sheet::Sheet& plan, const Text& doing, int position) {
    auto written = addin::write(
        document(), plan, [&](std::size_t done, std::size_t of) { return progress(done, of, doing); },
        position);
    if (cancelled_) return cancel();
    if (written && written->is_new)
        views_.push_back({find_sheet(document(), plan), plan.freeze, plan.grid_lines});
    return written;
}

bool Session::progress(std::size_t done, std::size_t of, const Text& what) {
    if (!cancelled_ && !progress_.step(done, of, what.in(ui_language()))) cancelled_ = true;
    return !cancelled_;
}

tl::unexpected<CellError> Session::cancel() {
    cancelled_ = true;
    return tl::unexpected(cancelled_error());
}

void Session::finish_writing() {
    progress_.end();
    if (step_) step_->finish();
    for (const SheetView& view : views_) set_view(document(), view);
    views_.clear();
    const Reference<css::sheet::XSpreadsheetView> window(
        model_.is() ? model_->getCurrentController() : nullptr, UNO_QUERY);
    if (window.is() && shown_.is()) window->setActiveSheet(shown_);
    shown_.clear();
}

void Session::keep() {
    finish_writing();
    if (step_) step_->keep();
    step_.reset();
    if (!made_document_) return;
    // Nobody wants to take a new workbook back to an empty one.
    const Reference<css::document::XUndoManagerSupplier> supplier(model_, UNO_QUERY_THROW);
    supplier->getUndoManager()->clear();
}

void Session::take_back() {
    progress_.end();
    if (made_document_ && step_) step_->keep();
    step_.reset();
    if (!made_document_) return;
    close_document(model_);
    model_.clear();
}

}  // namespace kakehashi::addin
