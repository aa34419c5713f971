// Writes what core/handoff/record.hpp plans: dates into the lead list, rows into the record.
#pragma once

#include "addin/commands/session.hpp"
#include "core/handoff/record.hpp"
#include "core/leads/leads.hpp"

namespace kakehashi::addin {

/// Where the roles of the lead list stand, taken while the leads could be read.
using RoleColumns = std::map<Role, sal_Int32>;
RoleColumns role_columns(const Leads& leads);

/// `list`: the lead list, headers included. Inside the caller's undo step. An error before anything is
/// written if a sheet is protected.
Result<void> write_record(const SpreadsheetDocument& document, const Range& list, const RoleColumns& columns,
                          const handoff::Record& record);

/// What was done, and who was left alone and why: the first few by name.
Text summary_of(const handoff::Record& record, const Text& done);

}  // namespace kakehashi::addin
