#include "addin/commands/sidebar.hpp"

#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XController2.hpp>
#include <com/sun/star/ui/XDeck.hpp>
#include <com/sun/star/ui/XPanel.hpp>
#include <com/sun/star/ui/XSidebarProvider.hpp>

#include "addin/commands/main_thread.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

void open_deck(const Reference<css::frame::XController>& controller) {
    const Reference<css::ui::XSidebarProvider> sidebar =
        Reference<css::frame::XController2>(controller, UNO_QUERY_THROW)->getSidebar();
    if (!sidebar.is()) return;
    sidebar->setVisible(true);
    sidebar->showDecks(true);
    const Reference<css::container::XNameAccess> decks(sidebar->getDecks(), UNO_QUERY_THROW);
    const Reference<css::ui::XDeck> deck(decks->getByName("KakehashiDeck"), UNO_QUERY_THROW);
    if (!deck->isActive()) deck->activate(true);  // an active one would be closed by it
    const Reference<css::container::XNameAccess> panels(deck->getPanels(), UNO_QUERY_THROW);
    const Reference<css::ui::XPanel> goals(panels->getByName("KakehashiGoalsPanel"), UNO_QUERY_THROW);
    if (!goals->isExpanded()) goals->expand(false);
}

}  // namespace

void open_deck_later(const Reference<css::frame::XController>& controller) {
    later_on_main_thread("open deck", [controller] { open_deck(controller); });
}

}  // namespace kakehashi::addin
