// What LibreOffice looks up by name in the small library that is there from the start: it shows that there
// are commands and notices documents of ours, and calls the other library (addin/components.cpp) when there
// is work.
#include "addin/environment.hpp"
#include "addin/start/command_handler.hpp"
#include "addin/start/context_menu.hpp"
#include "addin/start/new_day.hpp"
#include "addin/start/quietly.hpp"

namespace {

using Arguments = css::uno::Sequence<css::uno::Any>;

/// The caller owns the reference that is returned.
template <class Implementation>
css::uno::XInterface* make(css::uno::XComponentContext* context) noexcept {
    cppu::OWeakObject* made = nullptr;
    kakehashi::addin::quietly([&] {
        kakehashi::addin::set_context(context);
        made = new Implementation;
        made->acquire();
    });
    return made;
}

}  // namespace

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* org_kakehashi_CommandHandler_get_implementation(
    css::uno::XComponentContext* context, const Arguments&) {
    return make<kakehashi::addin::CommandHandler>(context);
}

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* org_kakehashi_ContextMenu_get_implementation(
    css::uno::XComponentContext* context, const Arguments&) {
    return make<kakehashi::addin::ContextMenu>(context);
}

extern "C" SAL_DLLPUBLIC_EXPORT css::uno::XInterface* org_kakehashi_NewDay_get_implementation(
    css::uno::XComponentContext* context, const Arguments&) {
    return make<kakehashi::addin::NewDay>(context);
}
