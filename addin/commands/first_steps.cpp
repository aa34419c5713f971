// First Steps: the sidebar, with the three steps above the goals; or never again.
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/frame/XController2.hpp>
#include <com/sun/star/ui/XDeck.hpp>
#include <com/sun/star/ui/XPanel.hpp>
#include <com/sun/star/ui/XSidebarProvider.hpp>

#include "addin/commands/bodies.hpp"
#include "addin/commands/documents.hpp"
#include "addin/commands/main_thread.hpp"
#include "addin/options.hpp"
#include "addin/panel/refresh.hpp"

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

/// Of the spreadsheet it was asked for in; else of a new one, since a sidebar needs a document.
Result<Reference<css::frame::XModel>> document_with_sidebar(const Session& session) {
    if (session.document().is()) return session.model();
    if (!session.interactive())
        return not_available({"There is no spreadsheet window to show the steps in.",
                              "手順を表示する表計算のウィンドウがありません。"});
    return new_document();
}

}  // namespace

Result<Outcome> run_first_steps(Session& session) {
    const bool show = session.flag("show", true);
    if (!show) {
        if (auto stored = store(FirstSteps::hidden); !stored) return error_of(stored);
        Refresh::touch_all(PanelKind::goals);
        return Outcome{{"The first steps are not shown any more. Kakehashi ▸ First Steps brings them back.",
                        "今後は表示しません。［架け橋］▸［はじめに］で再び表示できます。"}};
    }
    const auto model = document_with_sidebar(session);
    if (!model) return error_of(model);
    const Reference<css::frame::XController> controller = (*model)->getCurrentController();
    if (!controller.is())
        return not_available({"The document has no window.", "ドキュメントのウィンドウがありません。"});
    if (auto stored = store(FirstSteps::wanted); !stored) return error_of(stored);
    Refresh::touch_all(PanelKind::goals);
    // Not from within the command, which a button of the sidebar may have asked for.
    later_on_main_thread("firstSteps", [controller] { open_deck(controller); });
    return Outcome{{"The first steps are in the sidebar, above the goals.",
                    "サイドバーの「目標」の上に手順を表示します。"}};
}

}  // namespace kakehashi::addin
