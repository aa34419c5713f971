// The empty window that a panel's controls are put into.
#pragma once

#include <com/sun/star/awt/XWindow.hpp>

#include "addin/uno.hpp"

namespace kakehashi::addin {

css::uno::Reference<css::awt::XWindow> make_panel_window(
    const css::uno::Reference<css::awt::XWindow>& parent);

}  // namespace kakehashi::addin
