#include "addin/panel/factory.hpp"

#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/container/NoSuchElementException.hpp>
#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/ui/XSidebar.hpp>

#include "addin/guarded.hpp"
#include "addin/panel/element.hpp"

namespace kakehashi::addin {

using css::uno::Reference;

Reference<css::ui::XUIElement> PanelFactory::createUIElement(
    const OUString& url, const css::uno::Sequence<css::beans::PropertyValue>& arguments) {
    const std::optional<PanelKind> kind = panel_kind(to_utf8(url));
    // One exception leaves us, since the interface asks for it.
    if (!kind) throw css::container::NoSuchElementException(url, *this);
    return guarded(
        "panel",
        [&] {
            PanelPlace place;
            for (const css::beans::PropertyValue& argument : arguments) {
                if (argument.Name == "ParentWindow") argument.Value >>= place.parent;
                if (argument.Name == "Frame") argument.Value >>= place.frame;
                if (argument.Name == "Sidebar") argument.Value >>= place.sidebar;
            }
            return make_panel(*kind, url, place);
        },
        [](const CellError&) { return Reference<css::ui::XUIElement>(); });
}

}  // namespace kakehashi::addin
