// What the office around us says: configuration, language, locale, the clock.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <com/sun/star/lang/Locale.hpp>
#include <com/sun/star/util/Date.hpp>

#include "addin/trusted_files.hpp"
#include "addin/uno.hpp"
#include "core/support/text.hpp"
#include "core/table/instant.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::addin {

/// The office's component context; set once, by the first service that is created.
void set_context(const css::uno::Reference<css::uno::XComponentContext>& context);
const css::uno::Reference<css::uno::XComponentContext>& context();

css::uno::Reference<css::uno::XInterface> create_service(std::string_view name);

enum class Access { reading, reading_and_writing };
/// A node of the configuration; throws where there is none.
css::uno::Reference<css::uno::XInterface> configuration(std::string_view node, Access access);

/// A configuration value; void if it does not exist.
css::uno::Any configured(std::string_view node, std::string_view property);

/// As text; empty if it does not exist.
std::string configured_text(std::string_view node, std::string_view property);

/// Of the office's windows: `ja`, `en-US`.
std::string ui_tag();
/// Decided once.
Language ui_language();

/// How texts are read in documents of that locale (of the system if it is empty).
ReadingLocale reading_locale(const css::lang::Locale& locale);

/// A document's day 0 as `ReadingLocale::null_date`.
double days_after_1899(const css::util::Date& null_date);

/// Where cells of the document at this URL may read files: beside it, and in the folders trusted in the
/// settings.
TrustedPlaces trusted_places(const OUString& document_url);

/// The path behind the URL of a local file; empty if it is none.
std::string path_of(const OUString& url);

/// Clock time, to the second.
Instant now();

}  // namespace kakehashi::addin
