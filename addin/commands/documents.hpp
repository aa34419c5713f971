// Opening, making, saving and closing workbooks for commands that run without a person before them.
#pragma once

#include <string>
#include <vector>

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/frame/XModel.hpp>

#include "addin/environment.hpp"
#include "addin/uno.hpp"
#include "core/support/result.hpp"

namespace kakehashi::addin {

using FileOptions = std::vector<css::beans::PropertyValue>;

/// A path or a URL, made a file URL; empty if it is neither. Relative paths begin at the current folder.
OUString file_url(const std::string& path_or_url);

/// With a view, never hidden; no macros, no questions, no update of links.
Result<css::uno::Reference<css::frame::XModel>> open_document(const std::string& path_or_url);
/// The same, locking nothing: for workbooks that others may have open.
Result<css::uno::Reference<css::frame::XModel>> open_read_only(const std::string& path_or_url);
/// Empty, with a view.
Result<css::uno::Reference<css::frame::XModel>> new_document();
/// The active document of the office if it is a spreadsheet; else null.
css::uno::Reference<css::frame::XModel> active_document();
/// Without asking and without saving.
void close_document(const css::uno::Reference<css::frame::XModel>& model) noexcept;

/// Writes the document to a file: first to a new one beside it, which then takes its place, so that there
/// is the old file or the new one at every moment, never half of one. `filter`: `calc8`, `calc_pdf_Export`, …
Result<void> store_safely(const css::uno::Reference<css::frame::XModel>& model,
                          const std::string& path_or_url, std::string_view filter,
                          const FileOptions& options = {});
/// To where it was loaded from, in the format it was loaded from.
Result<void> save_safely(const css::uno::Reference<css::frame::XModel>& model);
/// The format by the file's ending: .ods, .xlsx, .pdf, …; an error if it is none we write.
Result<void> save_as_safely(const css::uno::Reference<css::frame::XModel>& model,
                            const std::string& path_or_url);

css::beans::PropertyValue property(std::string_view name, const css::uno::Any& value);

}  // namespace kakehashi::addin
