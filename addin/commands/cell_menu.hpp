// The service org.kakehashi.CellMenu: what Kakehashi adds to the context menu of cells. On a row of the lead
// list: hand off, accept, reject. On a formula with one of our functions: its help page.
#pragma once

#include <com/sun/star/ui/XContextMenuInterceptor.hpp>

#include "addin/uno.hpp"

namespace kakehashi::addin {

class CellMenu final : public Service<CellMenu, css::ui::XContextMenuInterceptor> {
  public:
    static constexpr std::string_view implementation = "org.kakehashi.comp.CellMenu";
    static constexpr std::string_view service = "org.kakehashi.CellMenu";

    css::ui::ContextMenuInterceptorAction SAL_CALL
    notifyContextMenuExecute(const css::ui::ContextMenuExecuteEvent& event) override;
};

}  // namespace kakehashi::addin
