// The service org.kakehashi.Commands: commands for macros, other programs and cron.
#pragma once

#include <com/sun/star/task/XJob.hpp>
#include <com/sun/star/task/XJobExecutor.hpp>
#include <cppuhelper/implbase3.hxx>

#include "addin/uno.hpp"

namespace kakehashi::addin {

class CommandService final
    : public cppu::WeakImplHelper3<css::task::XJob, css::task::XJobExecutor, css::lang::XServiceInfo> {
  public:
    static constexpr std::string_view implementation = "org.kakehashi.comp.Commands";
    static constexpr std::string_view service = "org.kakehashi.Commands";

    /// NamedValues: `Command` (`summary`, or `summary?week=…`), `Document` (a model), and the arguments of
    /// the command. Gives the outcome as a text; throws IllegalArgumentException with the reason.
    css::uno::Any SAL_CALL execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) override;
    /// `summary&file=…`, as in `soffice "service:org.kakehashi.Commands?summary&file=…"`. What came of it is
    /// written to the terminal.
    void SAL_CALL trigger(const OUString& event) override;

    OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const OUString& name) override;
    css::uno::Sequence<OUString> SAL_CALL getSupportedServiceNames() override;
};

}  // namespace kakehashi::addin
