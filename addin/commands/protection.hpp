// Whether something may be changed. Calc ignores writes to protected cells without a word, so commands ask
// before they write.
#pragma once

#include <com/sun/star/frame/XModel.hpp>

#include "addin/handle_cells.hpp"
#include "core/support/result.hpp"

namespace kakehashi::addin {

/// An error if the document is open read-only, or was loaded so that taking changes back would not be safe.
Result<void> can_be_changed(const css::uno::Reference<css::frame::XModel>& model);
/// An error that names the sheet if it is protected. `sheet`: any range on it.
Result<void> can_be_written(const Range& sheet);
/// An error if sheets may not be added, removed or renamed.
Result<void> sheets_can_be_added(const SpreadsheetDocument& document);

/// `Leads`; of the sheet a range is on.
std::string sheet_name(const Range& range);

}  // namespace kakehashi::addin
