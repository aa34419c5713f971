// The functions of the group LEAD that apply definitions of the playbook.
#pragma once

#include <vector>

#include "core/functions/function.hpp"

namespace kakehashi {

std::vector<Function> lead_definition_functions();

}  // namespace kakehashi
