// First Steps: the sidebar, with the three steps above the goals; or never again.
#include "addin/commands/bodies.hpp"
#include "addin/commands/documents.hpp"
#include "addin/commands/sidebar.hpp"
#include "addin/options.hpp"
#include "addin/panel/refresh.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;

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
    open_deck_later(controller);
    return Outcome{{"The first steps are in the sidebar, above the goals.",
                    "サイドバーの「目標」の上に手順を表示します。"}};
}

}  // namespace kakehashi::addin
