// Which column is what: the roles of a lead list, and the headers by which people and CRMs name them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kakehashi {

enum class Role {
    id,
    name,
    company,
    email,
    phone,
    created,
    source,
    owner,
    amount,
    stage,
    outcome,
    reason,
    closed,
    handed_off,
    responded,
    accepted,
    rejected
};
constexpr std::size_t role_count = 17;

/// As the playbook writes it: `id`, `handed off` …
std::string_view role_name(Role role);
/// By `fold_header` of the name, Japanese role names too (`会社名` for company); nothing if there is no such
/// role.
std::optional<Role> parse_role(std::string_view name);

/// The column that plays the role when nobody said which: the first header, in the order of the role's
/// vocabulary, that is a well-known name for it in English, Japanese or a usual CRM export. Nothing if there
/// is none.
std::optional<std::size_t> recognise_role(Role role, std::span<const std::string> headers);

}  // namespace kakehashi
