#include "core/duplicates/duplicates.hpp"

#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "core/duplicates/keys.hpp"
#include "core/duplicates/normalise.hpp"
#include "core/duplicates/pair_search.hpp"
#include "core/expression/name_list.hpp"
#include "core/leads/leads.hpp"
#include "core/table/headers.hpp"

namespace kakehashi {
namespace {

constexpr std::size_t most_kept = 16;

struct Compared {
    const Column* column;
    std::optional<Role> role;       // email, phone or company; nothing for all others
    const Column* names = nullptr;  // must agree, too
};

constexpr std::array<Role, 3> telling_roles = {Role::email, Role::phone, Role::company};

/// What the column holds: the role it plays, else the one that its header is known for.
std::optional<Role> telling_role(const Leads& leads, std::size_t column) {
    for (const Role role : telling_roles)
        if (leads.role_index(role) == column) return role;
    const std::array<std::string, 1> header = {leads.table().header(column)};
    for (const Role role : telling_roles)
        if (recognise_role(role, header)) return role;
    return std::nullopt;
}

Result<Compared> named_column(const Leads& leads, std::string_view name) {
    const auto column = leads.column(name);
    if (!column) return error_of(column);
    std::optional<std::size_t> index = leads.table().find(name);
    if (!index)
        if (const auto role = parse_role(name)) index = leads.role_index(*role);
    return Compared{*column, index ? telling_role(leads, *index) : std::nullopt};
}

Result<std::vector<Compared>> usual_columns(const Leads& leads) {
    std::vector<Compared> result;
    for (const Role role : telling_roles)
        if (const Column* column = leads.role(role)) result.push_back({column, role});
    if (result.empty())
        return not_available(
            {"No column is known to hold e-mails, phone numbers or companies; name the columns to compare.",
             "メール、電話番号、会社名の列が分かりません。比べる列を指定してください。"});
    if (result.back().role == Role::company &&
        leads.role_index(Role::name) != leads.role_index(Role::company))
        result.back().names = leads.role(Role::name);
    return result;
}

Result<std::vector<Compared>> columns_of(const Leads& leads, std::string_view text) {
    const std::vector<std::string> names = read_name_list(text);
    if (names.empty()) return usual_columns(leads);
    std::vector<Compared> result;
    for (const std::string& name : names) {
        const auto column = named_column(leads, name);
        if (!column) return error_of(column);
        result.push_back(*column);
    }
    return result;
}

bool search(const Compared& compared, PairSearch& pairs) {
    if (compared.role == Role::email) return pairs.equal(Keys(*compared.column, normalised_email));
    if (compared.role == Role::phone) return pairs.equal(Keys(*compared.column, normalised_phone));
    const Keys keys(*compared.column, compared.role == Role::company ? normalised_company : normalised_text);
    if (!compared.names) return pairs.similar(keys);
    return pairs.similar(keys, Keys(*compared.names, normalised_text));
}

Result<std::shared_ptr<const Duplicates::Found>> search_all(const Leads& leads, std::string_view columns,
                                                            double similarity) {
    const auto all = columns_of(leads, columns);
    if (!all) return error_of(all);
    Effort effort;
    PairCollector collector(Duplicates::most_pairs);
    PairSearch pairs(similarity, effort, collector);
    for (const Compared& compared : *all)
        if (!search(compared, pairs)) break;
    std::vector<Duplicates::Pair> found = collector.take();
    if (collector.too_many())
        return illegal_argument(
            {fmt::format("More than {} pairs agree; name a column that tells leads apart better.",
                         Duplicates::most_pairs),
             fmt::format("一致する組が {} を超えます。リードをより区別できる列を指定してください。",
                         Duplicates::most_pairs)});
    if (effort.exhausted())
        return illegal_argument(
            {"Too many values resemble each other to compare them in reasonable time; raise the "
             "similarity, or name a column that tells leads apart better.",
             "似た値が多く、現実的な時間で比べられません。類似度を上げるか、リードをより区別でき"
             "る列を指定してください。"});
    return std::make_shared<const Duplicates::Found>(Duplicates::Found{std::move(found), effort});
}

}  // namespace

Result<std::shared_ptr<const Duplicates::Found>> Duplicates::find(std::string_view columns,
                                                                  double similarity) const {
    std::string key = fmt::format("{} {}", similarity, columns);
    if (const auto kept = kept_.find(key); kept != kept_.end()) return kept->second;
    if (kept_.size() >= most_kept) kept_.clear();
    return kept_.emplace(std::move(key), search_all(leads_, columns, similarity)).first->second;
}

}  // namespace kakehashi
