// The two departments that agree on a playbook, by the names people give them.
#pragma once

#include <string_view>

namespace kakehashi {

enum class Department { marketing, sales, other };

/// By `fold_header`, in English or Japanese: `Sales`, `営業部`.
Department department_of(std::string_view name);

}  // namespace kakehashi
