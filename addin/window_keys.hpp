// Keys pressed in our dialogs and panels, before LibreOffice sees them; everywhere else it sees them as if we
// were not there. On the main thread.
#pragma once

#include <functional>

#include <com/sun/star/awt/KeyEvent.hpp>
#include <com/sun/star/awt/XVclWindowPeer.hpp>
#include <com/sun/star/awt/XWindow.hpp>

#include "addin/uno.hpp"

namespace kakehashi::addin {

// Deprecated without anything in its place; there in 7.4, 25.2 and 26.8.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
using Peer = css::uno::Reference<css::awt::XVclWindowPeer>;
#pragma GCC diagnostic pop

/// Of a window, or of a control, which has one inside.
Peer peer_of(const css::uno::Reference<css::awt::XWindow>& window);
/// Whether `other` is that window or lies in it.
bool contains(const Peer& top, const Peer& other);

enum class KeyArea {
    dialog,  // the whole of a window that nothing else can be done beside
    panel,   // controls in a larger window, while one of them has the focus
};

struct KeyPress {
    css::awt::KeyEvent event;
    css::uno::Reference<css::uno::XInterface> focused;  // control of a panel
};

/// While it lives, `pressed` is asked about each key in that window; true if the key has been used.
class WindowKeys {
  public:
    using Pressed = std::function<bool(const KeyPress&)>;
    WindowKeys(const css::uno::Reference<css::awt::XWindow>& window, KeyArea area, Pressed pressed);
    WindowKeys(const WindowKeys&) = delete;
    WindowKeys& operator=(const WindowKeys&) = delete;
    ~WindowKeys();
};

/// From now on asked about the keys that no window of ours has used.
void watch_other_keys(WindowKeys::Pressed pressed);

}  // namespace kakehashi::addin
