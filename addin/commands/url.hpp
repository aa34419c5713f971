// What the menu asks for, and on what: `org.kakehashi:summary?week=2026-W47`, in a frame.
#pragma once

#include <com/sun/star/frame/XFrame.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/util/URL.hpp>

#include "addin/uno.hpp"
#include "core/commands/request.hpp"

namespace kakehashi::addin {

/// An error if it is none of our commands.
inline Result<commands::Request> request_of(const css::util::URL& url) {
    constexpr std::string_view protocol = "org.kakehashi:";
    const std::string text = to_utf8(url.Complete);
    return commands::parse_request(text.starts_with(protocol) ? text.substr(protocol.size()) : text);
}

/// Null if the frame shows something else.
inline css::uno::Reference<css::frame::XModel> spreadsheet_in(
    const css::uno::Reference<css::frame::XFrame>& frame) {
    if (!frame.is() || !frame->getController().is()) return {};
    const css::uno::Reference<css::frame::XModel> model = frame->getController()->getModel();
    const css::uno::Reference<css::sheet::XSpreadsheetDocument> document(model, css::uno::UNO_QUERY);
    return document.is() ? model : nullptr;
}

}  // namespace kakehashi::addin
