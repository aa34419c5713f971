#include "addin/help/page.hpp"

#include <cstdlib>

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/deployment/PackageInformationProvider.hpp>
#include <com/sun/star/frame/XDesktop.hpp>
#include <com/sun/star/system/SystemShellExecuteFlags.hpp>
#include <com/sun/star/system/XSystemShellExecute.hpp>
#include <com/sun/star/table/XCellRange.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include "addin/commands/main_thread.hpp"
#include "addin/commands/message_box.hpp"
#include "addin/environment.hpp"
#include "addin/guarded.hpp"
#include "core/help/pages.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

/// What LibreOffice starts, it starts in the background without asking what came of it.
bool can_show_pages() {
    if (is_set("DESKTOP_LAUNCH")) return true;
    return (is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")) && access("/usr/bin/xdg-open", X_OK) == 0;
}

tl::unexpected<CellError> cannot_show(const OUString& url) {
    const std::string page = to_utf8(url);
    return not_available(
        {fmt::format("There is no browser here to show the help. The page is {}", page),
         fmt::format("ヘルプを表示できるブラウザーがありません。ページの場所は {} です。", page)});
}

Result<void> open_topic(const std::string& topic) {
    const auto page = help_page(topic, ui_language());
    return page ? open_page(*page) : error_of(page);
}

}  // namespace

Result<OUString> help_page(std::string_view topic, Language language) {
    const auto page = help::page_of(topic);
    if (!page)
        return not_available({fmt::format("There is no help about “{}”.", topic),
                              fmt::format("「{}」のヘルプはありません。", topic)});
    const OUString package = css::deployment::PackageInformationProvider::get(context())->getPackageLocation(
        to_uno("org.kakehashi"));
    const char* folder = language == Language::japanese ? "ja" : "en";
    return package + to_uno(fmt::format("/help/{}/{}", folder, *page));
}

std::string function_at_cursor(const Reference<css::frame::XModel>& document) {
    if (!document.is()) return {};
    const Reference<css::table::XCellRange> selected(document->getCurrentSelection(), UNO_QUERY);
    if (!selected.is()) return {};
    // Not `getFormula`, which calls our functions by the name of their service.
    OUString formula;
    Reference<css::beans::XPropertySet>(selected->getCellByPosition(0, 0), UNO_QUERY_THROW)
        ->getPropertyValue("FormulaLocal") >>= formula;
    const Function* function = help::function_in(to_utf8(formula));
    return function != nullptr ? std::string(function->name) : std::string();
}

Result<void> open_page(const OUString& url) {
    if (!can_show_pages()) return cannot_show(url);
    const Reference<css::system::XSystemShellExecute> shell(
        create_service("com.sun.star.system.SystemShellExecute"), UNO_QUERY_THROW);
    try {
        shell->execute(url, OUString(), css::system::SystemShellExecuteFlags::URIS_ONLY);
    } catch (const css::uno::Exception&) {
        return cannot_show(url);
    }
    return {};
}

void show_help(const std::string& topic) noexcept {
    guarded("help", [&] {
        later_on_main_thread("help", [topic] {
            const auto opened = open_topic(topic);
            if (opened) return;
            const Reference<css::frame::XDesktop> desktop(create_service("com.sun.star.frame.Desktop"),
                                                          UNO_QUERY_THROW);
            tell(*commands::find("help"), error_of(opened), desktop->getCurrentFrame());
        });
    });
}

}  // namespace kakehashi::addin
