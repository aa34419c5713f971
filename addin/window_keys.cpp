#include "addin/window_keys.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XExtendedToolkit.hpp>
#include <com/sun/star/container/XContainer.hpp>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/implbase2.hxx>
#include <rtl/ref.hxx>

#include "addin/environment.hpp"
#include "addin/guarded.hpp"

// Deprecated without anything in their place; there in 7.4, 25.2 and 26.8.
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

/// Whether a control of a window has the focus. Asked for it, a list says no while the list inside it has it;
/// its events are right.
class Focus final
    : public cppu::WeakImplHelper2<css::awt::XFocusListener, css::container::XContainerListener> {
  public:
    /// Apart from the constructor: listeners may be called while a reference is held.
    void watch(const Reference<css::awt::XWindow>& window) {
        container_.set(window, UNO_QUERY_THROW);
        container_->addContainerListener(this);
        for (const auto& control :
             Reference<css::awt::XControlContainer>(window, UNO_QUERY_THROW)->getControls())
            watch_control(control);
    }
    void leave() {
        guarded("keys", [&] { container_->removeContainerListener(this); });
        focused_.clear();
    }
    const Reference<css::uno::XInterface>& control() const { return focused_; }

    void SAL_CALL focusGained(const css::awt::FocusEvent& event) override { focused_ = event.Source; }
    void SAL_CALL focusLost(const css::awt::FocusEvent& event) override { forget(event.Source); }
    void SAL_CALL elementInserted(const css::container::ContainerEvent& event) override {
        guarded("keys", [&] { watch_control(Reference<css::awt::XControl>(event.Element, UNO_QUERY)); });
    }
    void SAL_CALL elementRemoved(const css::container::ContainerEvent& event) override {
        forget(Reference<css::uno::XInterface>(event.Element, UNO_QUERY));
    }
    void SAL_CALL elementReplaced(const css::container::ContainerEvent&) override {}
    void SAL_CALL disposing(const css::lang::EventObject& event) override { forget(event.Source); }

  private:
    void watch_control(const Reference<css::awt::XControl>& control) {
        const Reference<css::awt::XWindow> window(control, UNO_QUERY);
        if (window.is()) window->addFocusListener(this);
    }
    void forget(const Reference<css::uno::XInterface>& control) {
        if (control == focused_) focused_.clear();
    }

    Reference<css::container::XContainer> container_;
    Reference<css::uno::XInterface> focused_;
};

struct Place {
    const void* owner;
    Reference<css::awt::XWindow> window;
    rtl::Reference<Focus> focus;  // none for dialogs
    WindowKeys::Pressed pressed;

    /// Toolkits name the top window of a key, not the one with the focus.
    bool is_meant(const Peer& top) const {
        return (!focus.is() || focus->control().is()) && contains(top, peer_of(window));
    }
};

rtl::Reference<Focus> focus_in(const Reference<css::awt::XWindow>& window, KeyArea area) {
    if (area == KeyArea::dialog) return {};
    rtl::Reference<Focus> focus(new Focus);
    focus->watch(window);
    return focus;
}

/// One for the office; it stays until the end, since the toolkit that calls it must live as long.
class Handler final : public cppu::WeakImplHelper1<css::awt::XKeyHandler> {
  public:
    static Handler& instance() {
        static Handler* const handler = make();
        return *handler;
    }

    void add(Place place) { places_.push_back(std::move(place)); }
    void remove(const void* owner) {
        const auto place = std::ranges::find(places_, owner, &Place::owner);
        if (place == places_.end()) return;
        if (place->focus.is()) place->focus->leave();
        places_.erase(place);
    }
    void watch_others(WindowKeys::Pressed pressed) { others_ = std::move(pressed); }

    sal_Bool SAL_CALL keyPressed(const css::awt::KeyEvent& event) override {
        return guarded(
            "keys", [&] { return used(event); }, [](const CellError&) { return false; });
    }
    sal_Bool SAL_CALL keyReleased(const css::awt::KeyEvent&) override { return false; }
    void SAL_CALL disposing(const css::lang::EventObject&) override {}

  private:
    static Handler* make() {
        auto* const handler = new Handler;
        handler->acquire();
        handler->toolkit_.set(create_service("com.sun.star.awt.Toolkit"), UNO_QUERY_THROW);
        handler->toolkit_->addKeyHandler(handler);
        return handler;
    }

    bool used(const css::awt::KeyEvent& event) const {
        const Peer top(event.Source, UNO_QUERY);
        const auto place = std::find_if(places_.rbegin(), places_.rend(),
                                        [&](const Place& candidate) { return candidate.is_meant(top); });
        if (place == places_.rend()) return others_ && others_({event, {}});
        // By value: what is done about a key may close the window.
        const WindowKeys::Pressed pressed = place->pressed;
        return pressed({event, place->focus.is() ? place->focus->control() : nullptr});
    }

    Reference<css::awt::XExtendedToolkit> toolkit_;
    std::vector<Place> places_;
    WindowKeys::Pressed others_;
};

}  // namespace

Peer peer_of(const Reference<css::awt::XWindow>& window) {
    const Reference<css::awt::XControl> control(window, UNO_QUERY);
    if (control.is()) return {control->getPeer(), UNO_QUERY};
    return {window, UNO_QUERY};
}

bool contains(const Peer& top, const Peer& other) {
    return top.is() && other.is() &&
           (top == other || top->isChild(Reference<css::awt::XWindowPeer>(other, UNO_QUERY)));
}

WindowKeys::WindowKeys(const Reference<css::awt::XWindow>& window, KeyArea area, Pressed pressed) {
    guarded("keys", [&] {
        Handler::instance().add({this, window, focus_in(window, area), std::move(pressed)});
    });
}

WindowKeys::~WindowKeys() {
    guarded("keys", [&] { Handler::instance().remove(this); });
}

void watch_other_keys(WindowKeys::Pressed pressed) {
    Handler::instance().watch_others(std::move(pressed));
}

}  // namespace kakehashi::addin
