#include "addin/help/key.hpp"

#include <atomic>

#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/frame/XDesktop.hpp>

#include "addin/commands/main_thread.hpp"
#include "addin/environment.hpp"
#include "addin/guarded.hpp"
#include "addin/help/page.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

/// The function of the selected cell, if the key was pressed in the window of that document.
std::string function_in(const Peer& top) {
    const Reference<css::frame::XDesktop> desktop(create_service("com.sun.star.frame.Desktop"),
                                                  UNO_QUERY_THROW);
    const Reference<css::frame::XFrame> frame = desktop->getCurrentFrame();
    if (!frame.is() || !frame->getController().is()) return {};
    if (!contains(top, peer_of(frame->getComponentWindow()))) return {};
    return function_at_cursor(frame->getController()->getModel());
}

bool is_help_key(const css::awt::KeyEvent& event) {
    return event.KeyCode == css::awt::Key::F1 && event.Modifiers == 0;
}

bool help_about_cell(const KeyPress& key) {
    if (!is_help_key(key.event)) return false;
    const std::string topic = function_in(Peer(key.event.Source, UNO_QUERY));
    if (!topic.empty()) show_help(topic);
    return !topic.empty();
}

}  // namespace

bool help_key(const KeyPress& key, const std::string& topic) {
    if (!is_help_key(key.event)) return false;
    show_help(topic);
    return true;
}

void watch_help_key() noexcept {
    static std::atomic<bool> asked = false;
    if (asked.exchange(true)) return;
    guarded("help", [] { later_on_main_thread("help", [] { watch_other_keys(help_about_cell); }); });
}

}  // namespace kakehashi::addin
