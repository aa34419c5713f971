// Runs one command from beginning to end: opens, lets the body work, keeps or takes back, saves, tells.
#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/frame/XModel.hpp>

#include "addin/commands/outcome.hpp"
#include "core/commands/request.hpp"

namespace kakehashi::addin {

/// Where a command is asked for. All may be null; then it works on `file`, or on the active document.
struct Place {
    css::uno::Reference<css::frame::XFrame> frame;
    css::uno::Reference<css::frame::XModel> document;
    bool interactive = false;
};

/// On the main thread. Never throws; one command at a time. An error means that nothing was changed; it is
/// also kept as a message, and shown if somebody sits before it.
Result<Outcome> run_command(const commands::Request& request, const Place& place) noexcept;

}  // namespace kakehashi::addin
