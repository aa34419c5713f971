#include "addin/dialogs/options_page.hpp"

#include "addin/commands/message_box.hpp"
#include "addin/dialogs/options_form.hpp"
#include "addin/guarded.hpp"

namespace kakehashi::addin {

OptionsPage::OptionsPage() = default;
OptionsPage::~OptionsPage() = default;

sal_Bool OptionsPage::callHandlerMethod(const css::uno::Reference<css::awt::XWindow>& window,
                                        const css::uno::Any& event, const OUString& method) {
    return guarded(
        "options",
        [&]() -> sal_Bool {
            OUString name;
            event >>= name;
            if (method != "external_event") return false;
            if (name == "initialize" && !form_) form_ = std::make_unique<OptionsForm>(window);
            if (name == "back" && form_) form_->show(options());
            if (name == "ok" && form_)
                if (const auto stored = form_->store(); !stored)
                    warn(window, {"Options of Kakehashi", "架け橋のオプション"}, stored.error().message);
            return name == "initialize" || name == "back" || name == "ok";
        },
        [](const CellError&) -> sal_Bool { return false; });
}

css::uno::Sequence<OUString> OptionsPage::getSupportedMethodNames() {
    return names({"external_event"});
}

}  // namespace kakehashi::addin
