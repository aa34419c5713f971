// Message boxes before whoever sits there.
#pragma once

#include <com/sun/star/awt/XWindow.hpp>
#include <com/sun/star/frame/XFrame.hpp>

#include "addin/commands/outcome.hpp"
#include "core/commands/catalogue.hpp"

namespace kakehashi::addin {

/// What came of a command, as far as it needs saying: errors, and outcomes that ask to be shown. A cancelled
/// command is what the user wanted.
void tell(const commands::Command& command, const Result<Outcome>& result,
          const css::uno::Reference<css::frame::XFrame>& frame);

/// What could not be done, where no command was asked for.
void warn(const css::uno::Reference<css::awt::XWindow>& window, const Text& title, const Text& text);

/// Yes or no. `no` without a window.
bool ask(const css::uno::Reference<css::awt::XWindow>& window, const commands::Command& command,
         const Text& question);

}  // namespace kakehashi::addin
