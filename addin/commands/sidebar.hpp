// Our deck in the sidebar of a window.
#pragma once

#include <com/sun/star/frame/XController.hpp>

namespace kakehashi::addin {

/// Opens the sidebar with our deck and its panel of goals, once the command is over: a button of the sidebar
/// may have asked for it. Never null.
void open_deck_later(const css::uno::Reference<css::frame::XController>& controller);

}  // namespace kakehashi::addin
