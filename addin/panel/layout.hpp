// The controls of a panel: made from a View, laid out for a width.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <com/sun/star/awt/XControl.hpp>
#include <com/sun/star/awt/XControlContainer.hpp>
#include <com/sun/star/awt/XWindow2.hpp>

#include "addin/uno.hpp"
#include "core/panel/view.hpp"

namespace kakehashi::addin {

class PanelLayout {
  public:
    using Pressed = std::function<void(const panel::Button&)>;
    using Followed = std::function<void(const std::string& link)>;
    using Chosen = std::function<void(std::size_t)>;

    /// An empty window inside `parent`.
    PanelLayout(const css::uno::Reference<css::awt::XWindow>& parent, Pressed pressed, Followed followed,
                Chosen chosen);

    ~PanelLayout();
    PanelLayout(const PanelLayout&) = delete;
    PanelLayout& operator=(const PanelLayout&) = delete;

    const css::uno::Reference<css::awt::XWindow>& window() const { return window_; }
    /// Replaces what is shown. Controls stay where the kinds of items are as before: nothing flickers.
    void show(panel::View view);
    /// Lays out for that width in pixels of the screen; the height it takes.
    sal_Int32 fit(sal_Int32 width);
    /// The controls that Tab comes to, in reading order.
    std::vector<css::uno::Reference<css::awt::XWindow2>> tab_stops() const;
    void dispose();

  private:
    struct Shown;
    bool fits(const panel::View& view) const;
    void add(const panel::Item& item);
    void fill(std::size_t i, bool fresh);
    void break_lines(std::size_t i, sal_Int32 width);
    sal_Int32 place_picture(std::size_t i, sal_Int32 y, sal_Int32 width, double scale);
    sal_Int32 place_buttons(std::size_t i, sal_Int32 y, sal_Int32 width, double scale);
    void clear();

    css::uno::Reference<css::awt::XWindow> window_;
    css::uno::Reference<css::awt::XControlContainer> container_;
    Pressed pressed_;
    Followed followed_;
    Chosen chosen_;
    panel::View view_;
    std::vector<Shown> shown_;
    sal_Int32 width_ = 300;  // until the sidebar says how wide it is
    int made_ = 0;
};

}  // namespace kakehashi::addin
