#include "addin/panel/tab_key.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include <com/sun/star/awt/Key.hpp>
#include <com/sun/star/awt/KeyModifier.hpp>
#include <com/sun/star/awt/XTopWindow.hpp>

#include "addin/panel/layout.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

/// Of all windows. Never destroyed: the office may be gone before us at process end.
std::vector<const TabKey*>& all() {
    static auto& all = *new std::vector<const TabKey*>;
    return all;
}

}  // namespace

TabKey::TabKey(const PanelPlace& place, PanelKind kind, const PanelLayout& layout)
    : frame_(place.frame),
      kind_(kind),
      layout_(layout),
      alone_(Reference<css::awt::XTopWindow>(place.parent, UNO_QUERY).is()) {
    all().push_back(this);
}

TabKey::~TabKey() {
    std::erase(all(), this);
}

bool TabKey::pressed(const KeyPress& key) const {
    const bool back = key.event.Modifiers == css::awt::KeyModifier::SHIFT;
    if (!alone_ || key.event.KeyCode != css::awt::Key::TAB || (key.event.Modifiers != 0 && !back))
        return false;
    const auto stops = layout_.tab_stops();
    if (stops.empty() || key.focused != (back ? stops.front() : stops.back())) return false;

    std::vector<const TabKey*> panels;
    std::ranges::copy_if(all(), std::back_inserter(panels),
                         [&](const TabKey* panel) { return panel->frame_ == frame_; });
    std::ranges::sort(panels, {}, &TabKey::kind_);
    if (back) std::ranges::reverse(panels);
    std::ranges::rotate(panels, std::ranges::find(panels, this) + 1);
    return std::ranges::any_of(panels, [&](const TabKey* panel) { return panel->enter(back); });
}

bool TabKey::enter(bool from_behind) const {
    const auto stops = layout_.tab_stops();
    if (stops.empty()) return false;
    const auto& stop = from_behind ? stops.back() : stops.front();
    if (!stop->isVisible()) return false;
    stop->setFocus();
    return true;
}

}  // namespace kakehashi::addin
