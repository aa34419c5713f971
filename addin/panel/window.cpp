#include "addin/panel/window.hpp"

#include <com/sun/star/awt/XContainerWindowProvider.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>

#include "addin/environment.hpp"

namespace kakehashi::addin {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

Reference<css::awt::XWindow> make_panel_window(const Reference<css::awt::XWindow>& parent) {
    const Reference<css::awt::XContainerWindowProvider> provider(
        create_service("com.sun.star.awt.ContainerWindowProvider"), UNO_QUERY_THROW);
    return provider->createContainerWindow(
        to_uno("vnd.sun.star.extension://org.kakehashi/panel.xdl"), OUString(),
        Reference<css::awt::XWindowPeer>(parent, UNO_QUERY_THROW), nullptr);
}

}  // namespace kakehashi::addin
