// What the panel's controls tell us: a choice, a press, a key.
#pragma once

#include <cstddef>
#include <functional>
#include <utility>

#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/XActionListener.hpp>
#include <com/sun/star/awt/XItemListener.hpp>
#include <com/sun/star/awt/XKeyListener.hpp>
#include <cppuhelper/implbase1.hxx>

#include "addin/guarded.hpp"

namespace kakehashi::addin {

class Picked final : public cppu::WeakImplHelper1<css::awt::XItemListener> {
  public:
    explicit Picked(std::function<void(std::size_t)> act) : act_(std::move(act)) {}
    void SAL_CALL itemStateChanged(const css::awt::ItemEvent& event) override {
        guarded("panel", [&] {
            if (event.Selected >= 0) act_(static_cast<std::size_t>(event.Selected));
        });
    }
    void SAL_CALL disposing(const css::lang::EventObject&) override {}

  private:
    std::function<void(std::size_t)> act_;
};

class Action final : public cppu::WeakImplHelper1<css::awt::XActionListener> {
  public:
    explicit Action(std::function<void()> act) : act_(std::move(act)) {}
    void SAL_CALL actionPerformed(const css::awt::ActionEvent&) override {
        guarded("panel", [&] { act_(); });
    }
    void SAL_CALL disposing(const css::lang::EventObject&) override {}

  private:
    std::function<void()> act_;
};

/// A key on a link does what a click does: LibreOffice's links tell their listeners of clicks alone.
class LinkKeys final : public cppu::WeakImplHelper1<css::awt::XKeyListener> {
  public:
    explicit LinkKeys(std::function<void()> act) : act_(std::move(act)) {}
    void SAL_CALL keyPressed(const css::awt::KeyEvent& event) override {
        if (event.KeyCode != css::awt::Key::RETURN && event.KeyCode != css::awt::Key::SPACE) return;
        guarded("panel", [&] { act_(); });
    }
    void SAL_CALL keyReleased(const css::awt::KeyEvent&) override {}
    void SAL_CALL disposing(const css::lang::EventObject&) override {}

  private:
    std::function<void()> act_;
};

}  // namespace kakehashi::addin
