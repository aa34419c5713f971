// The service org.kakehashi.CommandDispatch: runs the commands that the menu and the toolbar of a frame ask
// for. The protocol handler (addin/start) makes it when somebody does.
#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/frame/XNotifyingDispatch.hpp>
#include <com/sun/star/lang/XInitialization.hpp>
#include <cppuhelper/implbase3.hxx>

#include "addin/commands/outcome.hpp"
#include "addin/uno.hpp"

namespace kakehashi::addin {

class CommandDispatch final
    : public cppu::WeakImplHelper3<css::frame::XNotifyingDispatch, css::lang::XInitialization,
                                   css::lang::XServiceInfo> {
  public:
    static constexpr std::string_view implementation = "org.kakehashi.comp.CommandDispatch";
    static constexpr std::string_view service = "org.kakehashi.CommandDispatch";

    /// The frame.
    void SAL_CALL initialize(const css::uno::Sequence<css::uno::Any>& arguments) override;

    void SAL_CALL dispatch(const css::util::URL& url,
                           const css::uno::Sequence<css::beans::PropertyValue>& arguments) override;
    /// The listener gets SUCCESS or FAILURE, and what came of it as a text.
    void SAL_CALL dispatchWithNotification(
        const css::util::URL& url, const css::uno::Sequence<css::beans::PropertyValue>& arguments,
        const css::uno::Reference<css::frame::XDispatchResultListener>& listener) override;
    void SAL_CALL addStatusListener(const css::uno::Reference<css::frame::XStatusListener>& listener,
                                    const css::util::URL& url) override;
    void SAL_CALL removeStatusListener(const css::uno::Reference<css::frame::XStatusListener>& listener,
                                       const css::util::URL& url) override;

    OUString SAL_CALL getImplementationName() override;
    sal_Bool SAL_CALL supportsService(const OUString& name) override;
    css::uno::Sequence<OUString> SAL_CALL getSupportedServiceNames() override;

  private:
    Result<Outcome> run(const css::util::URL& url,
                        const css::uno::Sequence<css::beans::PropertyValue>& arguments) noexcept;

    css::uno::Reference<css::frame::XFrame> frame_;
};

}  // namespace kakehashi::addin
