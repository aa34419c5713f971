// The service org.kakehashi.OptionsPage: the page under Tools > Options > Kakehashi. LibreOffice makes one
// when somebody opens the page, and tells it what happens to the dialog.
#pragma once

#include <memory>

#include <com/sun/star/awt/XContainerWindowEventHandler.hpp>

#include "addin/uno.hpp"

namespace kakehashi::addin {

class OptionsForm;

class OptionsPage final : public Service<OptionsPage, css::awt::XContainerWindowEventHandler> {
  public:
    static constexpr std::string_view implementation = "org.kakehashi.comp.OptionsPage";
    static constexpr std::string_view service = "org.kakehashi.OptionsPage";

    OptionsPage();
    ~OptionsPage() override;

    /// `external_event` with `initialize` (fills the page), `ok` (stores), `back` (as stored).
    sal_Bool SAL_CALL callHandlerMethod(const css::uno::Reference<css::awt::XWindow>& window,
                                        const css::uno::Any& event, const OUString& method) override;
    css::uno::Sequence<OUString> SAL_CALL getSupportedMethodNames() override;

  private:
    std::unique_ptr<OptionsForm> form_;
};

}  // namespace kakehashi::addin
