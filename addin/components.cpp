// What LibreOffice looks up by name in our library, which it loads when the first of these is needed: one
// constructor per service, as manifests/kakehashi.components says.
#include "addin/commands/cell_menu.hpp"
#include "addin/commands/dispatch.hpp"
#include "addin/commands/service.hpp"
#include "addin/dialogs/options_page.hpp"
#include "addin/environment.hpp"
#include "addin/functions.hpp"
#include "addin/guarded.hpp"
#include "addin/help/key.hpp"
#include "addin/message_list.hpp"
#include "addin/panel/factory.hpp"
#include "addin/recalculate.hpp"

namespace {

using Arguments = css::uno::Sequence<css::uno::Any>;

/// The caller owns the reference that is returned.
template <class Implementation>
css::uno::XInterface* make(css::uno::XComponentContext* context) noexcept {
    using namespace kakehashi::addin;
    return guarded(
        Implementation::implementation,
        [&] {
            set_context(context);
            return cppu::acquire(static_cast<cppu::OWeakObject*>(new Implementation));
        },
        [](const kakehashi::CellError&) -> cppu::OWeakObject* { return nullptr; });
}

}  // namespace

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* org_kakehashi_Functions_get_implementation(
    css::uno::XComponentContext* context, const Arguments&) {
    auto* const functions = make<kakehashi::addin::Functions>(context);
    kakehashi::addin::watch_help_key();
    return functions;
}

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* org_kakehashi_Messages_get_implementation(
    css::uno::XComponentContext* context, const Arguments&) {
    return make<kakehashi::addin::MessageList>(context);
}

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* org_kakehashi_Recalculate_get_implementation(
    css::uno::XComponentContext* context, const Arguments&) {
    return make<kakehashi::addin::Recalculate>(context);
}

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* org_kakehashi_Commands_get_implementation(
    css::uno::XComponentContext* context, const Arguments&) {
    return make<kakehashi::addin::CommandService>(context);
}

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* org_kakehashi_CellMenu_get_implementation(
    css::uno::XComponentContext* context, const Arguments&) {
    return make<kakehashi::addin::CellMenu>(context);
}

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* org_kakehashi_CommandDispatch_get_implementation(
    css::uno::XComponentContext* context, const Arguments&) {
    return make<kakehashi::addin::CommandDispatch>(context);
}

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* org_kakehashi_PanelFactory_get_implementation(
    css::uno::XComponentContext* context, const Arguments&) {
    return make<kakehashi::addin::PanelFactory>(context);
}

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* org_kakehashi_OptionsPage_get_implementation(
    css::uno::XComponentContext* context, const Arguments&) {
    return make<kakehashi::addin::OptionsPage>(context);
}
