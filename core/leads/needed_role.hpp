// The column of a role that a figure cannot do without.
#pragma once

#include "core/support/result.hpp"
#include "core/table/column.hpp"
#include "core/table/headers.hpp"

namespace kakehashi {

class Leads;

/// Never null. #N/A, saying which role to bind, if no column plays it.
Result<const Column*> needed_role(const Leads& leads, Role role);

}  // namespace kakehashi
