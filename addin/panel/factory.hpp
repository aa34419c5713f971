// The service org.kakehashi.PanelFactory: LibreOffice's sidebar asks it for our panels by their address
// `private:resource/toolpanel/KakehashiPanelFactory/<Goals|Funnel|Lead|Playbook|Why>`.
#pragma once

#include <com/sun/star/ui/XUIElementFactory.hpp>

#include "addin/uno.hpp"

namespace kakehashi::addin {

class PanelFactory final : public Service<PanelFactory, css::ui::XUIElementFactory> {
  public:
    static constexpr std::string_view implementation = "org.kakehashi.comp.PanelFactory";
    static constexpr std::string_view service = "org.kakehashi.PanelFactory";

    css::uno::Reference<css::ui::XUIElement> SAL_CALL createUIElement(
        const OUString& url, const css::uno::Sequence<css::beans::PropertyValue>& arguments) override;
};

}  // namespace kakehashi::addin
