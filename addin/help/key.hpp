// The key F1 where it is ours: in our dialogs and panels, and on cells that call our functions. Everywhere
// else LibreOffice sees it as if we were not there. On the main thread.
#pragma once

#include <string>

#include <com/sun/star/awt/XWindow.hpp>

#include "addin/uno.hpp"

namespace kakehashi::addin {

enum class HelpArea {
    dialog,  // the whole of a window that nothing else can be done beside
    panel,   // controls in a larger window
};

/// While it lives, F1 in that window opens the page about the topic.
class HelpKey {
  public:
    HelpKey(const css::uno::Reference<css::awt::XWindow>& window, HelpArea area, std::string topic);
    HelpKey(const HelpKey&) = delete;
    HelpKey& operator=(const HelpKey&) = delete;
    ~HelpKey();
};

/// From now on, F1 on a cell that calls one of our functions opens its page. For the first call of one: such
/// a cell has called it before anybody can press a key on it. On any thread.
void watch_help_key() noexcept;

}  // namespace kakehashi::addin
