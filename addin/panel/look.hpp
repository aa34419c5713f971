// How the office looks: its colours, the scale of its screen, and pictures as it wants them.
#pragma once

#include <string>

#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/graphic/XGraphic.hpp>

#include "addin/uno.hpp"
#include "core/panel/theme.hpp"

namespace kakehashi::addin {

/// Pixels of the screen per pixel at 100 %.
double scale_of(const css::uno::Reference<css::awt::XWindow>& window);
panel::Theme theme_of(const css::uno::Reference<css::awt::XWindow>& window, double scale);
/// Null if the office cannot read it.
css::uno::Reference<css::graphic::XGraphic> graphic_of(const std::string& svg);

}  // namespace kakehashi::addin
