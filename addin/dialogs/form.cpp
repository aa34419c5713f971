#include "addin/dialogs/form.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/PushButtonType.hpp>
#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XControlModel.hpp>
#include <com/sun/star/awt/XDialog.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XTextComponent.hpp>
#include <com/sun/star/awt/XToolkit.hpp>
#include <com/sun/star/awt/XWindowPeer.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <cppuhelper/implbase3.hxx>
#include <uno/current_context.hxx>

#include "addin/guarded.hpp"
#include "addin/help/key.hpp"
#include "addin/help/page.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

OUString ascii(const char* text) {
    return OUString::createFromAscii(text);
}

/// As LibreOffice decides it for its own dialogs: `OK Cancel` on Windows and KDE, else `Cancel OK`.
bool ok_comes_first() {
    const auto context = css::uno::getCurrentContext();
    OUString desktop;
    if (context.is()) context->getValueByName("system.desktop-environment") >>= desktop;
    const std::string name = to_utf8(desktop.toAsciiLowerCase());
    return std::ranges::any_of(
        std::initializer_list<std::string_view>{"windows", "tde", "kde", "plasma", "lxqt"},
        [&](std::string_view one) { return name.starts_with(one); });
}

}  // namespace

/// Whatever happens in a control, in one class.
class Form::Listener final : public cppu::WeakImplHelper3<css::awt::XItemListener, css::awt::XActionListener,
                                                          css::awt::XTextListener> {
  public:
    Listener(const Form& form, std::function<void()> work) : quiet_(form.quiet_), work_(std::move(work)) {}

    void SAL_CALL itemStateChanged(const css::awt::ItemEvent&) override { call(); }
    void SAL_CALL actionPerformed(const css::awt::ActionEvent&) override { call(); }
    void SAL_CALL textChanged(const css::awt::TextEvent&) override { call(); }
    void SAL_CALL disposing(const css::lang::EventObject&) override {}

  private:
    void call() {
        if (*quiet_ > 0) return;
        guarded("dialog", [&] {
            const Quiet quiet(quiet_);
            work_();
        });
    }

    std::shared_ptr<int> quiet_;
    std::function<void()> work_;
};

Form::Form(const Text& title, sal_Int32 width, sal_Int32 height, std::string topic)
    : model_(create_service("com.sun.star.awt.UnoControlDialogModel")),
      topic_(std::move(topic)),
      width_(width),
      height_(height) {
    const Model dialog(model_, UNO_QUERY_THROW);
    dialog->setPropertyValue("Title", Any(to_uno(title.in(ui_language()))));
    dialog->setPropertyValue("Width", Any(width));
    dialog->setPropertyValue("Height", Any(height));
}

Form::Form(const Reference<css::awt::XWindow>& page)
    : dialog_(page, UNO_QUERY_THROW), controls_(page, UNO_QUERY_THROW), is_dialog_(false) {
    model_ = dialog_->getModel();
}

Form::~Form() {
    ++*quiet_;
    if (!is_dialog_) return;
    guarded("dialog", [&] {
        if (const Reference<css::lang::XComponent> dialog(dialog_, UNO_QUERY); dialog.is()) dialog->dispose();
    });
}

Form::Model Form::add(const char* kind, const char* name, const Box& box, const Settings& settings) {
    const Reference<css::lang::XMultiServiceFactory> factory(model_, UNO_QUERY_THROW);
    const OUString service = "com.sun.star.awt.UnoControl" + ascii(kind) + "Model";
    const Model control(factory->createInstance(service), UNO_QUERY_THROW);
    control->setPropertyValue("PositionX", Any(box.x));
    control->setPropertyValue("PositionY", Any(box.y));
    control->setPropertyValue("Width", Any(box.width));
    control->setPropertyValue("Height", Any(box.height));
    for (const auto& [property, value] : settings) control->setPropertyValue(ascii(property), value);
    Reference<css::container::XNameContainer>(model_, UNO_QUERY_THROW)
        ->insertByName(ascii(name), Any(control));
    return control;
}

Form::Model Form::label(const char* name, const Text& text, const Box& box, const Settings& settings) {
    const Model control = add("FixedText", name, box, settings);
    control->setPropertyValue("Label", Any(to_uno(text.in(ui_language()))));
    return control;
}

Form::Model Form::drop_down(const char* name, const Box& box) {
    return add("ListBox", name, box, {{"Dropdown", Any(true)}, {"LineCount", Any(sal_Int16{14})}});
}

Form::Model Form::button(const char* name, const Text& text, const Box& box) {
    const Model control = add("Button", name, box);
    control->setPropertyValue("Label", Any(to_uno(text.in(ui_language()))));
    return control;
}

void Form::end_with_buttons() {
    using css::awt::PushButtonType;
    const sal_Int32 y = height_ - form::margin - form::button_height;
    const sal_Int32 last = width_ - form::margin - form::button_width;
    const sal_Int32 before = last - form::gap - form::button_width;
    const auto standard = [&](const char* name, sal_Int32 x, PushButtonType type) {
        const Model control = add("Button", name, {x, y, form::button_width, form::button_height});
        control->setPropertyValue("PushButtonType", Any(static_cast<sal_Int16>(type)));
        return control;
    };
    const auto ok = [&](sal_Int32 x) {
        standard("ok", x, css::awt::PushButtonType_OK)->setPropertyValue("DefaultButton", Any(true));
    };
    if (!topic_.empty())
        button("help", {"~Help", "ヘルプ(~H)"}, {form::margin, y, form::button_width, form::button_height});
    if (ok_comes_first()) {
        ok(before);
        standard("cancel", last, css::awt::PushButtonType_CANCEL);
    } else {
        standard("cancel", before, css::awt::PushButtonType_CANCEL);
        ok(last);
    }
}

void Form::open(const Reference<css::awt::XWindow>& parent) {
    dialog_.set(create_service("com.sun.star.awt.UnoControlDialog"), UNO_QUERY_THROW);
    dialog_->setModel(Reference<css::awt::XControlModel>(model_, UNO_QUERY_THROW));
    dialog_->createPeer(
        Reference<css::awt::XToolkit>(create_service("com.sun.star.awt.Toolkit"), UNO_QUERY_THROW),
        Reference<css::awt::XWindowPeer>(parent, UNO_QUERY));
    controls_.set(dialog_, UNO_QUERY_THROW);
    if (parent.is()) {
        const css::awt::Rectangle around = parent->getPosSize();
        const css::awt::Rectangle size = window()->getPosSize();
        window()->setPosSize(std::max<sal_Int32>(0, (around.Width - size.Width) / 2),
                             std::max<sal_Int32>(0, (around.Height - size.Height) / 2), 0, 0,
                             css::awt::PosSize::POS);
    }
    if (!topic_.empty()) when_pressed("help", [this] { show_help(topic_); });
}

bool Form::execute() {
    std::optional<WindowKeys> keys;
    if (!topic_.empty())
        keys.emplace(window(), KeyArea::dialog,
                     [topic = topic_](const KeyPress& key) { return help_key(key, topic); });
    return Reference<css::awt::XDialog>(dialog_, UNO_QUERY_THROW)->execute() == 1;
}

Form::Model Form::model(const char* name) const {
    return {Reference<css::container::XNameContainer>(model_, UNO_QUERY_THROW)->getByName(ascii(name)),
            UNO_QUERY_THROW};
}

Reference<css::awt::XWindow> Form::window() const {
    return {dialog_, UNO_QUERY_THROW};
}

void Form::set(const char* name, const char* property, const Any& value) const {
    model(name)->setPropertyValue(ascii(property), value);
}

void Form::set_text(const char* name, const std::string& text) const {
    set(name, "Text", Any(to_uno(text)));
}

std::string Form::text(const char* name) const {
    return to_utf8(control<css::awt::XTextComponent>(name)->getText());
}

void Form::set_label(const char* name, const std::string& text) const {
    set(name, "Label", Any(to_uno(text)));
}

void Form::enable(const char* name, bool enabled) const {
    set(name, "Enabled", Any(enabled));
}

void Form::set_items(const char* name, const std::vector<std::string>& items, std::size_t selected) const {
    css::uno::Sequence<OUString> texts(static_cast<sal_Int32>(items.size()));
    for (std::size_t i = 0; i < items.size(); ++i) texts[static_cast<sal_Int32>(i)] = to_uno(items[i]);
    set(name, "StringItemList", Any(texts));
    if (selected < items.size()) select(name, selected);
}

void Form::select(const char* name, std::size_t position) const {
    css::uno::Sequence<sal_Int16> chosen(1);
    chosen[0] = static_cast<sal_Int16>(position);
    set(name, "SelectedItems", Any(chosen));
}

std::size_t Form::selected(const char* name) const {
    const sal_Int16 at = control<css::awt::XListBox>(name)->getSelectedItemPos();
    return at < 0 ? static_cast<std::size_t>(-1) : static_cast<std::size_t>(at);
}

void Form::when_chosen(const char* name, std::function<void()> work) {
    control<css::awt::XListBox>(name)->addItemListener(new Listener(*this, std::move(work)));
}

void Form::when_pressed(const char* name, std::function<void()> work) {
    control<css::awt::XButton>(name)->addActionListener(new Listener(*this, std::move(work)));
}

void Form::when_written(const char* name, std::function<void()> work) {
    control<css::awt::XTextComponent>(name)->addTextListener(new Listener(*this, std::move(work)));
}

}  // namespace kakehashi::addin
