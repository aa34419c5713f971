#include "core/evidence/searched_columns.hpp"

#include <optional>

#include <fmt/format.h>

#include "core/evidence/outcome_columns.hpp"
#include "core/expression/name_list.hpp"
#include "core/leads/leads.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

/// Roles that name a lead, say when something happened to it, or how it ended.
constexpr std::array unsearched_roles = {Role::id,         Role::name,      Role::email,    Role::phone,
                                         Role::outcome,    Role::stage,     Role::reason,   Role::closed,
                                         Role::handed_off, Role::responded, Role::accepted, Role::rejected,
                                         Role::created};

Result<std::size_t> column_named(const Leads& leads, std::string_view name) {
    if (const auto found = leads.table().find(name)) return *found;
    const auto role = parse_role(name);
    if (const auto found = role ? leads.role_index(*role) : std::nullopt) return *found;
    return not_available({fmt::format("The table has no column \"{}\" to exclude.", name),
                          fmt::format("除外する列「{}」が表にありません。", name)});
}

/// Filled for some won lead and for no other.
bool is_leak(const Column& column, const Population& population, const Bitmap& not_won) {
    const Bitmap filled = population.leads - column.blank();
    return !(filled & population.won).none() && (filled & not_won).none();
}

}  // namespace

Result<SearchedColumns> searched_columns(const Leads& leads, const Population& population,
                                         std::string_view outcome, std::string_view exclude) {
    std::set<std::size_t> left_out = outcome_columns(leads, outcome);
    for (const std::string& name : read_name_list(exclude)) {
        const auto column = column_named(leads, name);
        if (!column) return error_of(column);
        left_out.insert(*column);
    }
    for (const Role role : unsearched_roles)
        if (const auto column = leads.role_index(role)) left_out.insert(*column);
    for (const PlaybookStage& stage : leads.playbook().stages) {
        const bool has_column = !trim(stage.column).empty();
        if (!has_column && !trim(stage.when).empty()) continue;
        if (const auto column = leads.table().find(has_column ? stage.column : stage.stage))
            left_out.insert(*column);
    }

    const Bitmap not_won = population.leads - population.won;
    const bool can_leak = !not_won.none();
    SearchedColumns result;
    for (std::size_t column = 0; column < leads.table().columns(); ++column) {
        if (left_out.contains(column) || leads.table().find(leads.table().header(column)) != column) continue;
        const bool leaks = can_leak && is_leak(leads.table().column(column), population, not_won);
        (leaks ? result.leaks : result.columns).push_back(column);
    }
    return result;
}

}  // namespace kakehashi
