#include "core/leads/needed_role.hpp"

#include <fmt/format.h>

#include "core/leads/leads.hpp"

namespace kakehashi {

Result<const Column*> needed_role(const Leads& leads, Role role) {
    if (const Column* column = leads.role(role)) return column;
    return not_available(
        {fmt::format("No column is known for \"{0}\"; bind the role {0} in [columns].", role_name(role)),
         fmt::format("「{0}」の列が分かりません。[columns] で {0} を指定してください。", role_name(role))});
}

}  // namespace kakehashi
