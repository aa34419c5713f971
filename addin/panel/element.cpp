#include "addin/panel/element.hpp"

#include <memory>

#include <com/sun/star/accessibility/XAccessible.hpp>
#include <com/sun/star/awt/XWindow2.hpp>
#include <com/sun/star/frame/XDispatchHelper.hpp>
#include <com/sun/star/frame/XDispatchProvider.hpp>
#include <com/sun/star/frame/XFrameActionListener.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/ui/LayoutSize.hpp>
#include <com/sun/star/ui/UIElementType.hpp>
#include <com/sun/star/ui/XSidebarPanel.hpp>
#include <com/sun/star/ui/XToolPanel.hpp>
#include <com/sun/star/view/XSelectionChangeListener.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <cppuhelper/implbase7.hxx>
#include <rtl/ref.hxx>

#include "addin/commands/main_thread.hpp"
#include "addin/environment.hpp"
#include "addin/guarded.hpp"
#include "addin/help/key.hpp"
#include "addin/help/page.hpp"
#include "addin/panel/clipboard.hpp"
#include "addin/panel/layout.hpp"
#include "addin/panel/refresh.hpp"
#include "addin/panel/tab_key.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

constexpr sal_Int32 least_width = 220;

std::string help_topic(PanelKind kind) {
    switch (kind) {
        case PanelKind::goals:
            return "panel.goals";
        case PanelKind::funnel:
            return "panel.funnel";
        case PanelKind::lead:
            return "panel.lead";
        case PanelKind::playbook:
            return "panel.playbook";
        case PanelKind::why:
            return "panel.why";
    }
    return "panel";
}

using Element = cppu::WeakImplHelper7<css::ui::XUIElement, css::ui::XToolPanel, css::ui::XSidebarPanel,
                                      css::lang::XComponent, css::view::XSelectionChangeListener,
                                      css::awt::XWindowListener, css::frame::XFrameActionListener>;

class Panel final : public Element, private Seat {
  public:
    Panel(PanelKind kind, OUString url, PanelPlace place)
        : kind_(kind), url_(std::move(url)), place_(std::move(place)) {}

    /// Apart from the constructor: listeners may be called while a reference is held.
    void open() {
        layout_ = std::make_unique<PanelLayout>(
            place_.parent,
            [this](const panel::Button& button) {
                if (!button.copies.empty()) return copy_to_clipboard(button.copies);
                if (!button.opens.empty()) return open_folder(button.opens);
                dispatch("org.kakehashi:" + button.command);
            },
            [this](const std::string& link) { go_to(link); },
            [this](std::size_t chosen) {
                chosen_ = chosen;
                touch();
            });
        place_.parent->addWindowListener(this);
        place_.frame->addFrameActionListener(this);
        listen();
        layout_->window()->setVisible(true);
        tab_key_.emplace(place_, kind_, *layout_);
        keys_.emplace(layout_->window(), KeyArea::panel, [this](const KeyPress& key) {
            return help_key(key, help_topic(kind_)) || tab_key_->pressed(key);
        });
    }

    // XUIElement
    Reference<css::frame::XFrame> SAL_CALL getFrame() override { return place_.frame; }
    OUString SAL_CALL getResourceURL() override { return url_; }
    sal_Int16 SAL_CALL getType() override { return css::ui::UIElementType::TOOLPANEL; }
    Reference<css::uno::XInterface> SAL_CALL getRealInterface() override {
        return static_cast<cppu::OWeakObject*>(this);
    }

    // XToolPanel
    Reference<css::accessibility::XAccessible> SAL_CALL
    createAccessible(const Reference<css::accessibility::XAccessible>&) override {
        return {getWindow(), UNO_QUERY};
    }
    Reference<css::awt::XWindow> SAL_CALL getWindow() override {
        return layout_ ? layout_->window() : Reference<css::awt::XWindow>();
    }

    // XSidebarPanel
    css::ui::LayoutSize SAL_CALL getHeightForWidth(sal_Int32 width) override {
        return guarded(
            "panel",
            [&] {
                const sal_Int32 height = layout_ ? layout_->fit(width) : 0;
                return css::ui::LayoutSize(height, height, height);
            },
            [](const CellError&) { return css::ui::LayoutSize(60, -1, 60); });
    }
    sal_Int32 SAL_CALL getMinimalWidth() override { return least_width; }

    // XComponent
    void SAL_CALL dispose() override {
        guarded("panel", [&] { close(); });
    }
    void SAL_CALL addEventListener(const Reference<css::lang::XEventListener>&) override {}
    void SAL_CALL removeEventListener(const Reference<css::lang::XEventListener>&) override {}

    // What happens around us
    void SAL_CALL selectionChanged(const css::lang::EventObject&) override {
        if (kind_ == PanelKind::lead) touch();
    }
    void SAL_CALL frameAction(const css::frame::FrameActionEvent& event) override {
        if (event.Action != css::frame::FrameAction_COMPONENT_ATTACHED &&
            event.Action != css::frame::FrameAction_COMPONENT_REATTACHED)
            return;
        guarded("panel", [&] { listen(); });
    }
    void SAL_CALL windowShown(const css::lang::EventObject&) override {
        guarded("panel", [&] {
            if (refresh_.is()) refresh_->appeared();
        });
    }
    void SAL_CALL windowHidden(const css::lang::EventObject&) override {}
    void SAL_CALL windowResized(const css::awt::WindowEvent&) override {
        guarded("panel", [&] {
            if (layout_ && place_.parent.is())
                layout_->window()->setPosSize(0, 0, place_.parent->getPosSize().Width,
                                              place_.parent->getPosSize().Height, 15);
        });
    }
    void SAL_CALL windowMoved(const css::awt::WindowEvent&) override {}
    void SAL_CALL disposing(const css::lang::EventObject& event) override {
        guarded("panel", [&] {
            if (event.Source == place_.frame) close();
            if (event.Source == selection_) selection_.clear();
        });
    }

  private:
    // Seat
    Reference<css::uno::XInterface> hold() override { return getRealInterface(); }
    PanelKind kind() const override { return kind_; }
    std::size_t chosen() const override { return chosen_; }
    Reference<css::frame::XController> controller() const override {
        return place_.frame.is() ? place_.frame->getController() : nullptr;
    }
    bool visible() const override {
        const Reference<css::awt::XWindow2> window(place_.parent, UNO_QUERY);
        return window.is() && window->isVisible();
    }
    void show(panel::View view) override {
        if (!layout_) return;
        layout_->show(std::move(view));
        if (place_.sidebar.is()) place_.sidebar->requestLayout();
    }

    void touch() {
        guarded("panel", [&] {
            if (refresh_.is()) refresh_->touch(*this);
        });
    }

    /// To the document that the window shows now.
    void listen() {
        unlisten();
        const auto controller = place_.frame->getController();
        if (!controller.is()) return;
        if (const auto model = controller->getModel(); model.is()) {
            refresh_ = Refresh::of(model);
            refresh_->join(*this);
        }
        selection_.set(controller, UNO_QUERY);
        if (selection_.is()) selection_->addSelectionChangeListener(this);
    }

    void unlisten() {
        if (const auto refresh = std::exchange(refresh_, {}); refresh.is()) refresh->leave(*this);
        if (selection_.is()) selection_->removeSelectionChangeListener(this);
        selection_.clear();
    }

    /// Not at once: what we are asked for may close this panel, whose control is still at work.
    void dispatch(const std::string& url,
                  const css::uno::Sequence<css::beans::PropertyValue>& arguments = {}) const {
        const Reference<css::frame::XDispatchProvider> window(place_.frame, UNO_QUERY_THROW);
        later_on_main_thread("panel", [window, url, arguments] {
            const Reference<css::frame::XDispatchHelper> helper(
                create_service("com.sun.star.frame.DispatchHelper"), UNO_QUERY_THROW);
            helper->executeDispatch(window, to_uno(url), OUString(), 0, arguments);
        });
    }

    static void open_folder(const std::string& url) {
        if (const auto opened = open_page(to_uno(url)); !opened) log_failure("panel", opened.error());
    }

    void go_to(const std::string& address) const {
        css::uno::Sequence<css::beans::PropertyValue> arguments(1);
        arguments[0].Name = to_uno("ToPoint");
        arguments[0].Value <<= to_uno(address);
        dispatch(".uno:GoToCell", arguments);
    }

    void close() {
        keys_.reset();
        tab_key_.reset();
        if (!layout_) return;
        const Reference<css::uno::XInterface> alive(static_cast<cppu::OWeakObject*>(this));
        unlisten();
        place_.frame->removeFrameActionListener(this);
        place_.parent->removeWindowListener(this);
        const std::unique_ptr<PanelLayout> layout = std::move(layout_);
        place_ = {};
        layout->dispose();
    }

    PanelKind kind_;
    OUString url_;
    PanelPlace place_;
    std::unique_ptr<PanelLayout> layout_;
    rtl::Reference<Refresh> refresh_;  // of the document that the window shows
    std::optional<TabKey> tab_key_;
    std::optional<WindowKeys> keys_;
    Reference<css::view::XSelectionSupplier> selection_;
    std::size_t chosen_ = 0;  // in the drop-down
};

}  // namespace

std::optional<PanelKind> panel_kind(std::string_view url) {
    const std::string_view name = url.substr(url.rfind('/') + 1);
    if (name == "Goals") return PanelKind::goals;
    if (name == "Funnel") return PanelKind::funnel;
    if (name == "Lead") return PanelKind::lead;
    if (name == "Playbook") return PanelKind::playbook;
    if (name == "Why") return PanelKind::why;
    return std::nullopt;
}

Reference<css::ui::XUIElement> make_panel(PanelKind kind, const OUString& url, const PanelPlace& place) {
    if (!place.parent.is() || !place.frame.is()) return {};
    const rtl::Reference<Panel> panel(new Panel(kind, url, place));
    panel->open();
    return panel.get();
}

}  // namespace kakehashi::addin
