// Columns that no table has but every lead: [stage], [days in stage], [outcome], [score <definition>], [cycle
// days], [reason family]; and [stage now], which is [stage] by a name under which no table has a column of
// its own, blank or out of date.
#pragma once

#include <string_view>

#include "core/expression/evaluate.hpp"
#include "core/support/result.hpp"
#include "core/table/column.hpp"

namespace kakehashi {

class Leads;

/// #N/A if there is no pseudo column of that name.
Result<Column> pseudo_column(const Leads& leads, std::string_view name, const AsOf& as_of);

/// Whether there is a pseudo column of that name, though working it out may fail.
bool names_pseudo_column(std::string_view name);

/// What to say of a name that is neither a header, nor a role, nor a pseudo column.
Text no_such_column(std::string_view name);

}  // namespace kakehashi
