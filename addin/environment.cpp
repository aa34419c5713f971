#include "addin/environment.hpp"

#include <chrono>
#include <ctime>
#include <filesystem>
#include <mutex>

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/i18n/LocaleDataItem.hpp>
#include <com/sun/star/i18n/XLocaleData4.hpp>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/util/XStringSubstitution.hpp>
#include <osl/file.hxx>

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

Reference<css::uno::XComponentContext>& context_slot() {
    // Never destroyed: at process end the office may be gone before us.
    static auto& slot = *new Reference<css::uno::XComponentContext>;
    return slot;
}

css::lang::Locale system_locale() {
    std::string tag = configured_text("/org.openoffice.Setup/L10N", "ooSetupSystemLocale");
    if (tag.empty()) tag = configured_text("/org.openoffice.System/L10N", "Locale");
    css::lang::Locale locale;
    const std::size_t dash = tag.find('-');
    locale.Language = to_uno(tag.empty() ? "en" : tag.substr(0, dash));
    locale.Country = to_uno(tag.empty() ? "US" : dash == std::string::npos ? "" : tag.substr(dash + 1));
    return locale;
}

/// From a pattern like `D.M.Y`.
DateOrder date_order(const OUString& pattern) {
    const sal_Int32 year = pattern.indexOf('Y');
    const sal_Int32 month = pattern.indexOf('M');
    const sal_Int32 day = pattern.indexOf('D');
    if (year < 0 || month < 0 || day < 0 || year < day) return DateOrder::year_month_day;
    return month < day ? DateOrder::month_day_year : DateOrder::day_month_year;
}

}  // namespace

void set_context(const Reference<css::uno::XComponentContext>& context) {
    if (!context_slot().is()) context_slot() = context;
}

const Reference<css::uno::XComponentContext>& context() {
    return context_slot();
}

Reference<css::uno::XInterface> create_service(std::string_view name) {
    return context()->getServiceManager()->createInstanceWithContext(to_uno(name), context());
}

Reference<css::uno::XInterface> configuration(std::string_view node, Access access) {
    const Reference<css::lang::XMultiServiceFactory> provider(
        create_service("com.sun.star.configuration.ConfigurationProvider"), UNO_QUERY_THROW);
    css::beans::PropertyValue path;
    path.Name = to_uno("nodepath");
    path.Value <<= to_uno(node);
    css::uno::Sequence<Any> arguments(1);
    arguments[0] <<= path;
    return provider->createInstanceWithArguments(
        to_uno(access == Access::reading ? "com.sun.star.configuration.ConfigurationAccess"
                                         : "com.sun.star.configuration.ConfigurationUpdateAccess"),
        arguments);
}

Any configured(std::string_view node, std::string_view property) {
    try {
        const Reference<css::container::XNameAccess> access(configuration(node, Access::reading),
                                                            UNO_QUERY_THROW);
        return access->getByName(to_uno(property));
    } catch (const css::uno::Exception&) {
        return {};
    }
}

std::string configured_text(std::string_view node, std::string_view property) {
    OUString text;
    configured(node, property) >>= text;
    return to_utf8(text);
}

std::string ui_tag() {
    std::string tag = configured_text("/org.openoffice.Setup/L10N", "ooLocale");
    return tag.empty() ? configured_text("/org.openoffice.System/L10N", "UILocale") : tag;
}

Language ui_language() {
    static const Language language = ui_tag().starts_with("ja") ? Language::japanese : Language::english;
    return language;
}

ReadingLocale reading_locale(const css::lang::Locale& locale) {
    const css::lang::Locale known = locale.Language.isEmpty() ? system_locale() : locale;
    const Reference<css::i18n::XLocaleData4> data(create_service("com.sun.star.i18n.LocaleData2"),
                                                  UNO_QUERY_THROW);
    ReadingLocale result;
    const auto patterns = data->getDateAcceptancePatterns(known);
    if (patterns.hasElements()) result.date_order = date_order(patterns[0]);
    const OUString separator = data->getLocaleItem(known).decimalSeparator;
    result.decimal_separator = separator == "," ? ',' : '.';
    return result;
}

double days_after_1899(const css::util::Date& null_date) {
    using namespace std::chrono;
    const year_month_day day = year{null_date.Year} / null_date.Month / null_date.Day;
    return day.ok() ? serial_from_instant(instant_from_civil(day)) : 0.0;
}

TrustedPlaces trusted_places(const OUString& document_url) {
    TrustedPlaces places;
    places.document_folder = std::filesystem::path(path_of(document_url)).parent_path();
    css::uno::Sequence<OUString> urls;
    configured("/org.openoffice.Office.Common/Security/Scripting", "SecureURL") >>= urls;
    if (!urls.hasElements()) return places;
    const Reference<css::util::XStringSubstitution> substitution(
        create_service("com.sun.star.util.PathSubstitution"), UNO_QUERY_THROW);
    for (const OUString& url : urls) {
        try {
            std::filesystem::path folder = path_of(substitution->substituteVariables(url, false));
            if (!folder.empty()) places.folders.push_back(std::move(folder));
        } catch (const css::uno::Exception&) {
            // A variable that this version does not know names no folder.
        }
    }
    return places;
}

std::string path_of(const OUString& url) {
    OUString path;
    if (osl::FileBase::getSystemPathFromFileURL(url, path) != osl::FileBase::E_None) return {};
    return to_utf8(path);
}

Instant now() {
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    // Time zones are slow to look up, and thousands of cells ask within a second.
    static std::time_t known_seconds = 0;
    static Instant known = no_instant;
    const std::time_t seconds = std::time(nullptr);
    if (seconds == known_seconds) return known;
    std::tm local{};
    localtime_r(&seconds, &local);
    const std::chrono::year_month_day day =
        std::chrono::year{local.tm_year + 1900} / (local.tm_mon + 1) / local.tm_mday;
    known_seconds = seconds;
    return known = instant_from_civil(day) + local.tm_hour * ms_per_hour + local.tm_min * ms_per_minute +
                   local.tm_sec * ms_per_second;
}

}  // namespace kakehashi::addin
