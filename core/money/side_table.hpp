// The columns of tables that stand beside the lead list: spend (date, department, channel, amount) and
// touches (id, date, channel), found by their headers in English or Japanese.
#pragma once

#include "core/support/result.hpp"
#include "core/table/table.hpp"

namespace kakehashi {

enum class SideColumn { id, date, department, channel, amount };

/// #N/A, naming the column and the headers the table has, if there is none.
Result<const Column*> side_column(const Table& table, SideColumn wanted);

}  // namespace kakehashi
