// What each panel shows of a document: finds the handles, asks core, says what to do where there is nothing.
#pragma once

#include <cstddef>

#include <com/sun/star/frame/XController.hpp>

#include "addin/uno.hpp"
#include "core/panel/view.hpp"
#include "core/support/text.hpp"

namespace kakehashi::addin {

enum class PanelKind { goals, funnel, lead, playbook, why };

/// `chosen`: in the panel's drop-down, where it has one. `controller`: of the window the panel is in; its
/// selection says which lead. Must be called on the main thread.
panel::View contents(PanelKind kind, const css::uno::Reference<css::frame::XController>& controller,
                     std::size_t chosen, Language language);

}  // namespace kakehashi::addin
