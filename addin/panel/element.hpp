// One panel of the deck in one window: it shows a core/panel View of the active document, as its refresh
// (refresh.hpp) gives it.
#pragma once

#include <optional>
#include <string_view>

#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/ui/XSidebar.hpp>
#include <com/sun/star/ui/XUIElement.hpp>

#include "addin/panel/contents.hpp"
#include "addin/uno.hpp"

namespace kakehashi::addin {

struct PanelPlace {
    css::uno::Reference<css::awt::XWindow> parent;
    css::uno::Reference<css::frame::XFrame> frame;
    css::uno::Reference<css::ui::XSidebar> sidebar;
};

/// Of the last part of a panel's address.
std::optional<PanelKind> panel_kind(std::string_view url);

css::uno::Reference<css::ui::XUIElement> make_panel(PanelKind kind, const OUString& url,
                                                    const PanelPlace& place);

}  // namespace kakehashi::addin
