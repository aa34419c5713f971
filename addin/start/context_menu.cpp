#include "addin/start/context_menu.hpp"

#include <com/sun/star/container/XEnumeration.hpp>
#include <com/sun/star/frame/XModel2.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/ui/XContextMenuInterception.hpp>
#include <com/sun/star/ui/XContextMenuInterceptor.hpp>
#include <cppuhelper/implbase1.hxx>
#include <dlfcn.h>

#include "addin/document_in.hpp"
#include "addin/environment.hpp"
#include "addin/start/quietly.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

/// Whether anything in this office has needed the library with the functions yet. If not, no document has
/// anything that an entry could be for.
bool is_in_use() {
    void* const library = dlopen("libkakehashi.so", RTLD_LAZY | RTLD_NOLOAD);
    if (library != nullptr) dlclose(library);
    return library != nullptr;
}

class Interceptor final : public cppu::WeakImplHelper1<css::ui::XContextMenuInterceptor> {
  public:
    css::ui::ContextMenuInterceptorAction SAL_CALL
    notifyContextMenuExecute(const css::ui::ContextMenuExecuteEvent& event) override {
        auto action = css::ui::ContextMenuInterceptorAction_IGNORED;
        quietly([&] {
            if (!is_in_use()) return;
            const Reference<css::ui::XContextMenuInterceptor> menu(create_service("org.kakehashi.CellMenu"),
                                                                   UNO_QUERY_THROW);
            action = menu->notifyContextMenuExecute(event);
        });
        return action;
    }
};

}  // namespace

css::uno::Any ContextMenu::execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) {
    quietly([&] {
        const Reference<css::frame::XModel2> model(document_in(arguments), UNO_QUERY);
        if (!model.is() || !Reference<css::sheet::XSpreadsheetDocument>(model, UNO_QUERY).is()) return;
        // One for all windows: a window that has it already keeps it in its place only.
        static auto& interceptor = *new Reference<css::ui::XContextMenuInterceptor>(new Interceptor);
        const auto controllers = model->getControllers();
        while (controllers->hasMoreElements()) {
            const Reference<css::ui::XContextMenuInterception> window(controllers->nextElement(), UNO_QUERY);
            if (!window.is()) continue;
            window->releaseContextMenuInterceptor(interceptor);
            window->registerContextMenuInterceptor(interceptor);
        }
    });
    return {};
}

}  // namespace kakehashi::addin
