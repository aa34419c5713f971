#include "addin/panel/layout.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>

#include <com/sun/star/awt/FontDescriptor.hpp>
#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/awt/ImageScaleMode.hpp>
#include <com/sun/star/awt/PosSize.hpp>
#include <com/sun/star/awt/XButton.hpp>
#include <com/sun/star/awt/XFixedHyperlink.hpp>
#include <com/sun/star/awt/XLayoutConstrains.hpp>
#include <com/sun/star/awt/XListBox.hpp>
#include <com/sun/star/awt/XVclWindowPeer.hpp>
#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>

#include "addin/environment.hpp"
#include "addin/panel/listeners.hpp"
#include "addin/panel/look.hpp"
#include "addin/panel/window.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

// In pixels at 100 %.
constexpr double side = 8;
constexpr double gap = 6;

std::string_view model_service(const panel::Item& item) {
    if (std::holds_alternative<panel::Drawing>(item)) return "com.sun.star.awt.UnoControlImageControlModel";
    if (const auto* label = std::get_if<panel::Label>(&item))
        return label->link.empty() ? "com.sun.star.awt.UnoControlFixedTextModel"
                                   : "com.sun.star.awt.UnoControlFixedHyperlinkModel";
    if (std::holds_alternative<panel::Choice>(item)) return "com.sun.star.awt.UnoControlListBoxModel";
    return "com.sun.star.awt.UnoControlButtonModel";
}

void set(const Reference<css::awt::XControl>& control, const char* property, const Any& value) {
    const Reference<css::beans::XPropertySet> model(control->getModel(), UNO_QUERY_THROW);
    const OUString name = OUString::createFromAscii(property);
    // What is set is drawn again and told to listeners, even if it is the same.
    if (model->getPropertyValue(name) != value) model->setPropertyValue(name, value);
}

/// What a control must know before its window is made.
void prepare(const panel::Item& item, const Reference<css::beans::XPropertySet>& model) {
    const auto set_property = [&](const char* name, const Any& value) {
        model->setPropertyValue(OUString::createFromAscii(name), value);
    };
    if (std::holds_alternative<panel::Drawing>(item)) {
        set_property("Border", Any(sal_Int16(0)));
        set_property("ScaleMode", Any(css::awt::ImageScaleMode::ANISOTROPIC));
    } else if (std::holds_alternative<panel::Choice>(item)) {
        set_property("Dropdown", Any(true));
    } else if (const auto* label = std::get_if<panel::Label>(&item); label && label->link.empty()) {
        set_property("MultiLine", Any(true));
    } else if (label != nullptr) {
        set_property("Tabstop", Any(true));  // links are none by themselves
    }
}

css::awt::Size preferred(const Reference<css::awt::XControl>& control, sal_Int32 width) {
    const Reference<css::awt::XLayoutConstrains> constrains(control->getPeer(), UNO_QUERY);
    if (!constrains.is()) return {width, 24};
    const css::awt::Size wanted = constrains->calcAdjustedSize({width, 0x7FFF});
    const css::awt::Size natural = constrains->getPreferredSize();
    return {std::min(natural.Width, width),
            std::max(wanted.Height > 0x7000 ? 0 : wanted.Height, natural.Height)};
}

double natural_width(const Reference<css::awt::XControl>& control) {
    const Reference<css::awt::XLayoutConstrains> constrains(control->getPeer(), UNO_QUERY);
    return constrains.is() ? constrains->getPreferredSize().Width : 0;
}

void fill_choice(const Reference<css::awt::XControl>& control, const panel::Choice& choice) {
    css::uno::Sequence<OUString> labels(static_cast<sal_Int32>(choice.labels.size()));
    for (std::size_t i = 0; i < choice.labels.size(); ++i)
        labels[static_cast<sal_Int32>(i)] = to_uno(choice.labels[i]);
    css::uno::Sequence<sal_Int16> chosen(1);
    chosen[0] = static_cast<sal_Int16>(choice.chosen);
    set(control, "StringItemList", Any(labels));
    set(control, "SelectedItems", Any(chosen));
    set(control, "HelpText", Any(to_uno(choice.name)));
}

/// What screen readers call a picture. It draws no text, so its window's text is free to be that; models of
/// pictures have no such property, and this deprecated interface is the only way to it.
void name_picture(const Reference<css::awt::XControl>& control, const std::string& text) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    const Reference<css::awt::XVclWindowPeer> peer(control->getPeer(), UNO_QUERY);
    if (peer.is()) peer->setProperty(to_uno("Label"), Any(to_uno(text)));
#pragma GCC diagnostic pop
}

void move(const Reference<css::awt::XControl>& control, sal_Int32 x, sal_Int32 y, sal_Int32 width,
          sal_Int32 height) {
    Reference<css::awt::XWindow>(control, UNO_QUERY_THROW)
        ->setPosSize(x, y, width, height, css::awt::PosSize::POSSIZE);
}

}  // namespace

/// The controls of one item: one, or a button each.
struct PanelLayout::Shown {
    std::string service;
    std::vector<OUString> names;
    std::vector<Reference<css::awt::XControl>> controls;
    std::string svg;     // of a picture
    std::string text;    // of a label, without the breaks that its width asks for
    double natural = 0;  // its width in one line
};

PanelLayout::PanelLayout(const Reference<css::awt::XWindow>& parent, Pressed pressed, Followed followed,
                         Chosen chosen)
    : window_(make_panel_window(parent)),
      container_(window_, UNO_QUERY_THROW),
      pressed_(std::move(pressed)),
      followed_(std::move(followed)),
      chosen_(std::move(chosen)) {}

PanelLayout::~PanelLayout() = default;

void PanelLayout::clear() {
    const Reference<css::container::XNameContainer> model(
        Reference<css::awt::XControl>(window_, UNO_QUERY_THROW)->getModel(), UNO_QUERY_THROW);
    for (const Shown& shown : shown_)
        for (const OUString& name : shown.names) model->removeByName(name);
    shown_.clear();
}

void PanelLayout::add(const panel::Item& item) {
    const Reference<css::awt::XControlModel> own =
        Reference<css::awt::XControl>(window_, UNO_QUERY_THROW)->getModel();
    const Reference<css::lang::XMultiServiceFactory> factory(own, UNO_QUERY_THROW);
    const Reference<css::container::XNameContainer> model(own, UNO_QUERY_THROW);
    Shown shown;
    shown.service = model_service(item);
    const auto* buttons = std::get_if<panel::Buttons>(&item);
    const std::size_t count = buttons ? buttons->size() : 1;
    for (std::size_t i = 0; i < count; ++i) {
        const OUString name = to_uno("item" + std::to_string(made_++));
        const Reference<css::beans::XPropertySet> control(factory->createInstance(to_uno(shown.service)),
                                                          UNO_QUERY_THROW);
        prepare(item, control);
        model->insertByName(name, Any(control));
        shown.names.push_back(name);
        shown.controls.push_back(container_->getControl(name));
    }
    shown_.push_back(std::move(shown));
}

bool PanelLayout::fits(const panel::View& view) const {
    if (view.size() != shown_.size()) return false;
    for (std::size_t i = 0; i < view.size(); ++i) {
        const auto* buttons = std::get_if<panel::Buttons>(&view[i]);
        if (shown_[i].service != model_service(view[i]) ||
            shown_[i].controls.size() != (buttons ? buttons->size() : 1))
            return false;
    }
    return true;
}

void PanelLayout::show(panel::View view) {
    const bool reuse = fits(view);
    if (!reuse) clear();
    view_ = std::move(view);
    for (std::size_t i = 0; i < view_.size(); ++i) {
        if (!reuse) add(view_[i]);
        fill(i, !reuse);
    }
    fit(width_);
}

void PanelLayout::fill(std::size_t i, bool fresh) {
    if (std::holds_alternative<panel::Drawing>(view_[i])) return;  // `place_picture` draws, for a width
    Shown& shown = shown_[i];
    if (const auto* label = std::get_if<panel::Label>(&view_[i])) {
        set(shown.controls.front(), "FontWeight",
            Any(label->look == panel::Label::Look::strong ? css::awt::FontWeight::BOLD
                                                          : css::awt::FontWeight::NORMAL));
        if (fresh || shown.text != label->text) {
            set(shown.controls.front(), "Label", Any(to_uno(label->text)));
            shown.text = label->text;
            shown.natural = natural_width(shown.controls.front());
        }
        if (!fresh || label->link.empty()) return;
        const auto follow = [this, i] {
            // By value: what is followed may well change what is shown.
            const std::string link = std::get<panel::Label>(view_[i]).link;
            followed_(link);
        };
        Reference<css::awt::XFixedHyperlink>(shown.controls.front(), UNO_QUERY_THROW)
            ->addActionListener(new Action(follow));
        Reference<css::awt::XWindow>(shown.controls.front(), UNO_QUERY_THROW)
            ->addKeyListener(new LinkKeys(follow));
    } else if (const auto* choice = std::get_if<panel::Choice>(&view_[i])) {
        fill_choice(shown.controls.front(), *choice);
        if (fresh)
            Reference<css::awt::XListBox>(shown.controls.front(), UNO_QUERY_THROW)
                ->addItemListener(new Picked(chosen_));
    } else {
        const auto& buttons = std::get<panel::Buttons>(view_[i]);
        for (std::size_t b = 0; b < buttons.size(); ++b) {
            set(shown.controls[b], "Label", Any(to_uno(buttons[b].label)));
            set(shown.controls[b], "Enabled", Any(buttons[b].enabled));
            set(shown.controls[b], "HelpText", Any(to_uno(buttons[b].tip)));
            if (fresh)
                Reference<css::awt::XButton>(shown.controls[b], UNO_QUERY_THROW)
                    ->addActionListener(new Action([this, i, b] {
                        // By value: the command may well change what is shown.
                        const panel::Button button = std::get<panel::Buttons>(view_[i])[b];
                        pressed_(button);
                    }));
        }
    }
}

/// In Japanese LibreOffice's labels break anywhere, before a full stop too. How wide letters are is
/// estimated.
void PanelLayout::break_lines(std::size_t i, sal_Int32 width) {
    const Shown& shown = shown_[i];
    const auto* label = std::get_if<panel::Label>(&view_[i]);
    if (label == nullptr || !label->link.empty()) return;
    const bool wide = panel::has_wide_characters(label->text);
    if (!wide && ui_language() == Language::english) return;
    const double tolerance = wide ? 0.97 : 0.93;
    const bool fits = shown.natural <= width;
    const double room = fits ? 0 : panel::text_width(label->text, 1) * width / shown.natural * tolerance;
    set(shown.controls.front(), "Label", Any(to_uno(fits ? label->text : panel::broken(label->text, room))));
}

sal_Int32 PanelLayout::place_picture(std::size_t i, sal_Int32 y, sal_Int32 width, double scale) {
    const panel::Theme theme = theme_of(window_, scale);
    const auto& drawing = std::get<panel::Drawing>(view_[i]);
    const panel::Picture picture = drawing.draw(width / scale, theme);
    const auto height = static_cast<sal_Int32>(picture.height * scale);
    const Reference<css::awt::XControl>& control = shown_[i].controls.front();
    if (std::exchange(shown_[i].svg, picture.svg) != picture.svg) {
        set(control, "Graphic", Any(graphic_of(picture.svg)));
        set(control, "HelpText", Any(to_uno(picture.alternative_text)));
        name_picture(control, picture.alternative_text);
    }
    move(control, static_cast<sal_Int32>(side * scale), y, width, height);
    return height;
}

sal_Int32 PanelLayout::place_buttons(std::size_t i, sal_Int32 y, sal_Int32 width, double scale) {
    sal_Int32 x = 0;
    sal_Int32 height = 0;
    const sal_Int32 top = y;
    for (const auto& control : shown_[i].controls) {
        const css::awt::Size size = preferred(control, width);
        if (x > 0 && x + size.Width > width) {
            x = 0;
            y += height + static_cast<sal_Int32>(gap * scale);
        }
        move(control, static_cast<sal_Int32>(side * scale) + x, y, size.Width, size.Height);
        x += size.Width + static_cast<sal_Int32>(gap * scale);
        height = size.Height;
    }
    return y - top + height;
}

sal_Int32 PanelLayout::fit(sal_Int32 width) {
    width_ = width;
    const double scale = scale_of(window_);
    const auto inner = std::max<sal_Int32>(static_cast<sal_Int32>(width - 2 * side * scale), 40);
    auto y = static_cast<sal_Int32>(gap * scale);
    for (std::size_t i = 0; i < view_.size(); ++i) {
        if (std::holds_alternative<panel::Drawing>(view_[i])) {
            y += place_picture(i, y, inner, scale);
        } else if (std::holds_alternative<panel::Buttons>(view_[i])) {
            y += place_buttons(i, y, inner, scale);
        } else {
            break_lines(i, inner);
            const css::awt::Size size = preferred(shown_[i].controls.front(), inner);
            move(shown_[i].controls.front(), static_cast<sal_Int32>(side * scale), y, inner, size.Height);
            y += size.Height;
        }
        y += static_cast<sal_Int32>(gap * scale);
    }
    return y;
}

std::vector<Reference<css::awt::XWindow2>> PanelLayout::tab_stops() const {
    std::vector<Reference<css::awt::XWindow2>> stops;
    for (std::size_t i = 0; i < view_.size(); ++i) {
        const auto* label = std::get_if<panel::Label>(&view_[i]);
        if (std::holds_alternative<panel::Drawing>(view_[i]) || (label != nullptr && label->link.empty()))
            continue;
        for (const auto& control : shown_[i].controls) {
            const Reference<css::awt::XWindow2> window(control, UNO_QUERY_THROW);
            if (window->isEnabled()) stops.push_back(window);
        }
    }
    return stops;
}

void PanelLayout::dispose() {
    const Reference<css::awt::XControl> control(window_, UNO_QUERY);
    // A model and those of its controls hold each other until it is disposed; nobody else does that.
    const Reference<css::lang::XComponent> model(control.is() ? control->getModel() : nullptr, UNO_QUERY);
    shown_.clear();
    view_.clear();
    container_.clear();
    window_.clear();
    if (control.is()) control->dispose();
    if (model.is()) model->dispose();
}

}  // namespace kakehashi::addin
