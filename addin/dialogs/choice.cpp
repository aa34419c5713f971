#include "addin/dialogs/choice.hpp"

#include <algorithm>

#include <com/sun/star/awt/PushButtonType.hpp>
#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XControlModel.hpp>
#include <com/sun/star/awt/XDialog.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XToolkit.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>

#include "addin/environment.hpp"

namespace kakehashi::addin {
namespace {

using css::beans::XPropertySet;
using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

/// In dialog units (about a quarter of a letter's width), spacing as in LibreOffice's own dialogs.
struct Box {
    sal_Int32 x;
    sal_Int32 y;
    sal_Int32 width;
    sal_Int32 height;
};

void place(const Reference<XPropertySet>& control, const Box& box) {
    control->setPropertyValue("PositionX", Any(box.x));
    control->setPropertyValue("PositionY", Any(box.y));
    control->setPropertyValue("Width", Any(box.width));
    control->setPropertyValue("Height", Any(box.height));
}

Reference<XPropertySet> add(const Reference<css::uno::XInterface>& dialog, const char* kind, const char* name,
                            const Box& box) {
    const Reference<css::lang::XMultiServiceFactory> factory(dialog, UNO_QUERY_THROW);
    const Reference<XPropertySet> control(
        factory->createInstance("com.sun.star.awt.UnoControl" + OUString::createFromAscii(kind) + "Model"),
        UNO_QUERY_THROW);
    place(control, box);
    Reference<css::container::XNameContainer>(dialog, UNO_QUERY_THROW)
        ->insertByName(OUString::createFromAscii(name), Any(control));
    return control;
}

void fill(const Reference<css::uno::XInterface>& model, const Text& question,
          const std::vector<std::string>& choices) {
    constexpr sal_Int32 margin = 6;
    constexpr sal_Int32 width = 180;
    constexpr sal_Int32 line = 10;
    const sal_Int32 list = line * std::clamp(static_cast<sal_Int32>(choices.size()), 4, 12) + 4;
    const sal_Int32 buttons = margin + line + 4 + list + margin;
    place(Reference<XPropertySet>(model, UNO_QUERY_THROW), {100, 60, width, buttons + 14 + margin});

    add(model, "FixedText", "question", {margin, margin, width - 2 * margin, line})
        ->setPropertyValue("Label", Any(to_uno(question.in(ui_language()))));
    const auto box = add(model, "ListBox", "choices", {margin, margin + line + 4, width - 2 * margin, list});
    css::uno::Sequence<OUString> items(static_cast<sal_Int32>(choices.size()));
    for (sal_Int32 i = 0; i < items.getLength(); ++i) items[i] = to_uno(choices[static_cast<std::size_t>(i)]);
    box->setPropertyValue("StringItemList", Any(items));
    box->setPropertyValue("SelectedItems", Any(css::uno::Sequence<sal_Int16>{0}));

    const auto button = [&](const char* name, sal_Int32 x, css::awt::PushButtonType type) {
        const auto control = add(model, "Button", name, {x, buttons, 50, 14});
        control->setPropertyValue("PushButtonType", Any(static_cast<sal_Int16>(type)));
        return control;
    };
    button("ok", width - margin - 50 - 4 - 50, css::awt::PushButtonType_OK)
        ->setPropertyValue("DefaultButton", Any(true));
    button("cancel", width - margin - 50, css::awt::PushButtonType_CANCEL);
}

}  // namespace

std::optional<std::string> choose(const Reference<css::awt::XWindow>& parent,
                                  const commands::Command& command, const Text& question,
                                  const std::vector<std::string>& choices) {
    if (!parent.is() || choices.empty()) return std::nullopt;
    const auto model = create_service("com.sun.star.awt.UnoControlDialogModel");
    Reference<XPropertySet>(model, UNO_QUERY_THROW)
        ->setPropertyValue("Title", Any(to_uno(commands::title(command).in(ui_language()))));
    fill(model, question, choices);
    const Reference<css::awt::XControl> dialog(create_service("com.sun.star.awt.UnoControlDialog"),
                                               UNO_QUERY_THROW);
    dialog->setModel(Reference<css::awt::XControlModel>(model, UNO_QUERY_THROW));
    dialog->createPeer(
        Reference<css::awt::XToolkit>(create_service("com.sun.star.awt.Toolkit"), UNO_QUERY_THROW),
        Reference<css::awt::XWindowPeer>(parent, css::uno::UNO_QUERY));
    std::optional<std::string> chosen;
    if (Reference<css::awt::XDialog>(dialog, UNO_QUERY_THROW)->execute() == 1) {
        const Reference<css::awt::XListBox> list(
            Reference<css::awt::XControlContainer>(dialog, UNO_QUERY_THROW)->getControl("choices"),
            UNO_QUERY_THROW);
        const sal_Int16 at = list->getSelectedItemPos();
        if (at >= 0 && static_cast<std::size_t>(at) < choices.size())
            chosen = choices[static_cast<std::size_t>(at)];
    }
    Reference<css::lang::XComponent>(dialog, UNO_QUERY_THROW)->dispose();
    return chosen;
}

}  // namespace kakehashi::addin
