// Opens pages of the help in the browser. On the main thread.
#pragma once

#include <string>
#include <string_view>

#include <com/sun/star/frame/XModel.hpp>

#include "addin/uno.hpp"
#include "core/support/result.hpp"
#include "core/support/text.hpp"

namespace kakehashi::addin {

/// The address of the page in the installed package; of the contents page if the topic is empty. An error if
/// there is no such page.
Result<OUString> help_page(std::string_view topic, Language language);

/// The function of ours that the selected cell calls; empty if it calls none, or nothing is selected.
std::string function_at_cursor(const css::uno::Reference<css::frame::XModel>& document);

/// Returns at once; what the browser does is not known. An error if nothing can be shown here.
Result<void> open_page(const OUString& url);

/// For keys and buttons: opens the page in LibreOffice's language once what is done now is over; errors are
/// shown.
void show_help(const std::string& topic) noexcept;

}  // namespace kakehashi::addin
