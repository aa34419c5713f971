// The workbook as commands about leads see it: the leads behind the handle cell, the tables beside them, and
// which rows of the list are meant.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "addin/commands/session.hpp"
#include "core/leads/leads.hpp"
#include "core/sheet/parts.hpp"

namespace kakehashi::addin {

using SharedLeads = std::shared_ptr<const Leads>;

/// `use` sees the leads, which no cell can change meanwhile; afterwards they must not be read any more. The
/// error of the handle, or of `use`.
Result<void> with_leads(const SpreadsheetDocument& document,
                        const std::function<Result<void>(const SharedLeads&)>& use);

/// A table of the workbook, as it stands; null where there is none.
std::shared_ptr<const Table> table_of_part(const SpreadsheetDocument& document, sheet::Part part);

/// Of leads: those the argument `ids` names, else those that the selection means (selected_leads.hpp). An
/// error that names an unknown id, or says what to select.
Result<std::vector<std::size_t>> chosen_rows(const Session& session, const Leads& leads, const Range& list);

}  // namespace kakehashi::addin
