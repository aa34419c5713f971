// Choosing one of a few texts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <com/sun/star/awt/XWindow.hpp>

#include "core/commands/catalogue.hpp"

namespace kakehashi::addin {

/// A list with OK and Cancel; none is selected, and OK waits for one. Nothing if it was cancelled, or without
/// a window.
std::optional<std::string> choose(const css::uno::Reference<css::awt::XWindow>& parent,
                                  const commands::Command& command, const Text& question,
                                  const std::vector<std::string>& choices);

}  // namespace kakehashi::addin
