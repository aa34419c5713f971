#include "addin/commands/message_box.hpp"

#include <com/sun/star/awt/MessageBoxButtons.hpp>
#include <com/sun/star/awt/MessageBoxResults.hpp>
#include <com/sun/star/awt/XMessageBoxFactory.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>

#include "addin/environment.hpp"
#include "addin/guarded.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

sal_Int16 show(const Reference<css::awt::XWindow>& parent, css::awt::MessageBoxType type, sal_Int32 buttons,
               const Text& title, const Text& text) {
    const Reference<css::awt::XMessageBoxFactory> toolkit(create_service("com.sun.star.awt.Toolkit"),
                                                          UNO_QUERY_THROW);
    const Reference<css::awt::XWindowPeer> peer(parent, UNO_QUERY);
    const auto box = toolkit->createMessageBox(peer, type, buttons, to_uno(title.in(ui_language())),
                                               to_uno(text.in(ui_language())));
    if (!box.is()) return 0;
    const sal_Int16 answer = box->execute();
    const Reference<css::lang::XComponent> component(box, UNO_QUERY);
    if (component.is()) component->dispose();
    return answer;
}

}  // namespace

void tell(const commands::Command& command, const Result<Outcome>& result,
          const Reference<css::frame::XFrame>& frame) {
    guarded(command.id, [&] {
        const Reference<css::awt::XWindow> window =
            frame.is() ? frame->getContainerWindow() : Reference<css::awt::XWindow>();
        const Text title = commands::title(command);
        constexpr sal_Int32 ok = css::awt::MessageBoxButtons::BUTTONS_OK;
        if (!result && result.error() == cancelled_error()) return;
        if (!result)
            show(window, css::awt::MessageBoxType_WARNINGBOX, ok, title, result.error().message);
        else if (result->show)
            show(window, css::awt::MessageBoxType_INFOBOX, ok, title, result->message);
    });
}

void warn(const Reference<css::awt::XWindow>& window, const Text& title, const Text& text) {
    show(window, css::awt::MessageBoxType_WARNINGBOX, css::awt::MessageBoxButtons::BUTTONS_OK, title, text);
}

bool ask(const Reference<css::awt::XWindow>& window, const commands::Command& command, const Text& question) {
    if (!window.is()) return false;
    return show(window, css::awt::MessageBoxType_QUERYBOX, css::awt::MessageBoxButtons::BUTTONS_YES_NO,
                commands::title(command), question) == css::awt::MessageBoxResults::YES;
}

}  // namespace kakehashi::addin
