// The job org.kakehashi.ContextMenu: has the context menu of cells ask addin/commands/cell_menu.hpp.
#pragma once

#include <com/sun/star/task/XJob.hpp>

#include "addin/uno.hpp"

namespace kakehashi::addin {

class ContextMenu final : public Service<ContextMenu, css::task::XJob> {
  public:
    static constexpr std::string_view implementation = "org.kakehashi.comp.ContextMenu";
    static constexpr std::string_view service = "org.kakehashi.ContextMenu";

    /// At the event OnViewCreated: from then on in the windows of that document.
    css::uno::Any SAL_CALL execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) override;
};

}  // namespace kakehashi::addin
