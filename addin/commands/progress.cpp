#include "addin/commands/progress.hpp"

#include <algorithm>
#include <utility>

#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/XMouseClickHandler.hpp>
#include <com/sun/star/task/XStatusIndicatorFactory.hpp>
#include <com/sun/star/util/CloseVetoException.hpp>
#include <com/sun/star/util/XCloseBroadcaster.hpp>
#include <com/sun/star/util/XCloseListener.hpp>
#include <cppuhelper/implbase3.hxx>

#include "addin/guarded.hpp"

namespace kakehashi::addin {

using css::uno::Reference;
using css::uno::UNO_QUERY;

namespace {

constexpr auto silent_for = std::chrono::milliseconds(500);
constexpr auto between_updates = std::chrono::milliseconds(100);
constexpr std::size_t most = 1000;

}  // namespace

/// While the indicator moves, LibreOffice handles input: nothing of it may reach the document.
class Progress::Input final
    : public cppu::WeakImplHelper3<css::awt::XKeyHandler, css::awt::XMouseClickHandler,
                                   css::util::XCloseListener> {
  public:
    bool escape = false;

    explicit Input(const Reference<css::frame::XController>& controller)
        : window_(controller, UNO_QUERY), document_(controller->getModel(), UNO_QUERY) {}

    void attach() {
        if (window_.is()) {
            window_->addKeyHandler(this);
            window_->addMouseClickHandler(this);
        }
        if (document_.is()) document_->addCloseListener(this);
    }
    void detach() {
        if (window_.is()) {
            window_->removeKeyHandler(this);
            window_->removeMouseClickHandler(this);
        }
        if (document_.is()) document_->removeCloseListener(this);
    }

    sal_Bool SAL_CALL keyPressed(const css::awt::KeyEvent& event) override {
        if (event.KeyCode == css::awt::Key::ESCAPE) escape = true;
        return true;
    }
    sal_Bool SAL_CALL keyReleased(const css::awt::KeyEvent&) override { return true; }
    sal_Bool SAL_CALL mousePressed(const css::awt::MouseEvent&) override { return true; }
    sal_Bool SAL_CALL mouseReleased(const css::awt::MouseEvent&) override { return true; }
    void SAL_CALL queryClosing(const css::lang::EventObject&, sal_Bool) override {
        escape = true;
        throw css::util::CloseVetoException();
    }
    void SAL_CALL notifyClosing(const css::lang::EventObject&) override {}
    void SAL_CALL disposing(const css::lang::EventObject&) override {}

  private:
    Reference<css::awt::XUserInputInterception> window_;
    Reference<css::util::XCloseBroadcaster> document_;
};

Progress::Progress(Reference<css::frame::XFrame> frame, std::size_t cancel_after)
    : frame_(std::move(frame)), next_(Clock::now() + silent_for), cancel_after_(cancel_after) {}

Progress::~Progress() {
    end();
}

bool Progress::step(std::size_t done, std::size_t of, const std::string& text) {
    if (steps_++ >= cancel_after_) return false;
    if (!frame_.is() || Clock::now() < next_) return !input_.is() || !input_->escape;
    next_ = Clock::now() + between_updates;
    if (!indicator_.is()) begin(text);
    if (!indicator_.is()) return true;
    if (text != text_) indicator_->setText(to_uno(text));
    text_ = text;
    // This handles input, so Esc arrives here.
    indicator_->setValue(static_cast<sal_Int32>(std::min(done, of) * most / std::max<std::size_t>(of, 1)));
    return !input_.is() || !input_->escape;
}

void Progress::begin(const std::string& text) {
    const Reference<css::task::XStatusIndicatorFactory> factory(frame_, UNO_QUERY);
    if (!factory.is()) return;
    indicator_ = factory->createStatusIndicator();
    if (!indicator_.is()) return;
    indicator_->start(to_uno(text), most);
    text_ = text;
    const Reference<css::frame::XController> controller = frame_->getController();
    if (!controller.is()) return;
    input_ = new Input(controller);
    input_->attach();
}

void Progress::end() noexcept {
    guarded("progress", [&] {
        if (const auto input = std::exchange(input_, {}); input.is()) input->detach();
        if (const auto indicator = std::exchange(indicator_, {}); indicator.is()) indicator->end();
    });
}

}  // namespace kakehashi::addin
