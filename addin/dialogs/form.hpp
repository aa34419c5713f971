// A dialog or an options page of LibreOffice's own controls: placed in dialog units (about a quarter of a
// letter's width, an eighth of its height), a dialog ended with buttons in the order of the desktop. On the
// main thread.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/beans/XPropertySet.hpp>

#include "addin/environment.hpp"
#include "core/support/text.hpp"

namespace kakehashi::addin {

struct Box {
    sal_Int32 x;
    sal_Int32 y;
    sal_Int32 width;
    sal_Int32 height;
};

/// Spacing as in LibreOffice's own dialogs.
namespace form {
constexpr sal_Int32 margin = 6;
constexpr sal_Int32 gap = 4;
constexpr sal_Int32 line = 10;
constexpr sal_Int32 field = 13;
constexpr sal_Int32 button_width = 50;
constexpr sal_Int32 button_height = 14;
}  // namespace form

class Form {
  public:
    using Model = css::uno::Reference<css::beans::XPropertySet>;

    /// `topic`: the page that Help and F1 open; none if it is empty.
    Form(const Text& title, sal_Int32 width, sal_Int32 height, std::string topic = {});
    /// Inside a window that is there already (a container window) and that somebody else closes.
    explicit Form(const css::uno::Reference<css::awt::XWindow>& page);
    Form(const Form&) = delete;
    Form& operator=(const Form&) = delete;
    ~Form();

    /// What a control must know before its window is made.
    using Settings = std::vector<std::pair<const char*, css::uno::Any>>;
    /// A control of that kind: `ListBox`, `Edit` … Tab goes through them in the order they were added.
    Model add(const char* kind, const char* name, const Box& box, const Settings& settings = {});
    /// `~` stands before the letter that, with Alt, goes to the control added next; that control has this
    /// text as its accessible name.
    Model label(const char* name, const Text& text, const Box& box, const Settings& settings = {});
    /// A drop-down list.
    Model drop_down(const char* name, const Box& box);
    Model button(const char* name, const Text& text, const Box& box);
    /// OK and Cancel at the right below everything else; Help at the left.
    void end_with_buttons();

    /// Makes the window, in the middle of the parent. Nothing is added afterwards.
    void open(const css::uno::Reference<css::awt::XWindow>& parent);
    /// Until somebody ends it; whether with OK.
    bool execute();

    Model model(const char* name) const;
    css::uno::Reference<css::awt::XWindow> window() const;
    template <class Interface>
    css::uno::Reference<Interface> control(const char* name) const {
        return {controls_->getControl(OUString::createFromAscii(name)), css::uno::UNO_QUERY_THROW};
    }

    void set(const char* name, const char* property, const css::uno::Any& value) const;
    void set_text(const char* name, const std::string& text) const;  // of an edit field
    std::string text(const char* name) const;
    void set_label(const char* name, const std::string& text) const;
    void enable(const char* name, bool enabled) const;
    /// Of a list, with the one that is selected.
    void set_items(const char* name, const std::vector<std::string>& items, std::size_t selected) const;
    void select(const char* name, std::size_t position) const;
    /// The position in a list; npos if nothing is selected.
    std::size_t selected(const char* name) const;

    /// Calls back when somebody chooses in the list, presses the button, or writes in the field; not when we
    /// do.
    void when_chosen(const char* name, std::function<void()> work);
    void when_pressed(const char* name, std::function<void()> work);
    void when_written(const char* name, std::function<void()> work);
    /// While it lives, nobody is called back.
    class Quiet {
      public:
        explicit Quiet(Form& form) : Quiet(form.quiet_) {}
        explicit Quiet(std::shared_ptr<int> depth) : depth_(std::move(depth)) { ++*depth_; }
        Quiet(const Quiet&) = delete;
        Quiet& operator=(const Quiet&) = delete;
        ~Quiet() { --*depth_; }

      private:
        std::shared_ptr<int> depth_;
    };

  private:
    class Listener;

    css::uno::Reference<css::uno::XInterface> model_;
    css::uno::Reference<css::awt::XControl> dialog_;
    css::uno::Reference<css::awt::XControlContainer> controls_;
    std::string topic_;
    sal_Int32 width_ = 0;
    sal_Int32 height_ = 0;
    bool is_dialog_ = true;
    /// Shared with the listeners: on a page, the controls may live longer than the form.
    std::shared_ptr<int> quiet_ = std::make_shared<int>(0);
};

}  // namespace kakehashi::addin
