#include "core/playbook/departments.hpp"

#include "core/playbook/form.hpp"

namespace kakehashi {

Department department_of(std::string_view name) {
    static constexpr Choice departments[] = {
        {"marketing", "marketing department|マーケティング|マーケティング部|マーケ"},
        {"sales", "sales department|営業|営業部|セールス"},
    };
    const auto found = find_choice(departments, name);
    if (!found) return Department::other;
    return *found == "sales" ? Department::sales : Department::marketing;
}

}  // namespace kakehashi
