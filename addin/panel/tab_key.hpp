// Tab behind the last control of a panel, and Shift+Tab before the first one. Where windows are LibreOffice's
// own, it moves on by itself; with gtk3 each panel is a window of its own, in which it would go round for
// ever. On the main thread.
#pragma once

#include "addin/panel/element.hpp"
#include "addin/window_keys.hpp"

namespace kakehashi::addin {

class PanelLayout;

/// A panel's place among those of its window, while it lives. The layout must outlive it.
class TabKey {
  public:
    TabKey(const PanelPlace& place, PanelKind kind, const PanelLayout& layout);
    TabKey(const TabKey&) = delete;
    TabKey& operator=(const TabKey&) = delete;
    ~TabKey();

    /// True if the key was used: another panel of the window has the focus now, the one behind the last one
    /// being the first.
    bool pressed(const KeyPress& key) const;

  private:
    /// Takes the focus, unless it has nothing that could.
    bool enter(bool from_behind) const;

    css::uno::Reference<css::frame::XFrame> frame_;
    PanelKind kind_;
    const PanelLayout& layout_;
    bool alone_;  // whether it is a window of its own
};

}  // namespace kakehashi::addin
