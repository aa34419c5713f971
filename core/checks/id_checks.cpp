// Leads that cannot be told apart.
#include <fmt/format.h>

#include "core/checks/lead_checks.hpp"
#include "core/checks/lead_place.hpp"
#include "core/duplicates/duplicates.hpp"
#include "core/support/thousands.hpp"

namespace kakehashi::checks {
namespace {

/// In longer lists names are compared letter by letter: the search for similar ones may take many seconds.
constexpr std::size_t most_rows_for_similar = 5'000;
constexpr double similar = 0.9;
constexpr double equal = 1.0;

std::string rows(std::size_t count) {
    return count == 1 ? "1 row" : thousands(count) + " rows";
}

/// Deals of one customer share the company; only what belongs to a person tells one lead twice from two
/// leads.
bool knows_persons(const Leads& leads) {
    for (const Role role : {Role::name, Role::email, Role::phone})
        if (const Column* cells = leads.role(role); cells && cells->blank().count() < cells->size())
            return true;
    return false;
}

}  // namespace

void check_ids(const Leads& leads, FindingList& findings) {
    const auto index = leads.role_index(Role::id);
    if (!index) return;
    LeadReport report(leads, findings);
    const Column::Keys& keys = leads.table().column(*index).keys();
    constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
    std::vector<std::size_t> first(keys.keys.size() + 1, nowhere);
    for (std::size_t row = 0; row < keys.codes.size(); ++row) {
        if (!leads.present().test(row)) continue;
        const std::uint32_t code = keys.codes[row];
        if (code == 0) {
            report.add(Kind::blank_id, row, *index, [] {
                return Text{"This lead has no id.", "番号がありません。"};
            });
        } else if (first[code] == nowhere) {
            first[code] = row;
        } else {
            report.add(Kind::repeated_id, row, *index, [&] {
                const std::string id(keys.texts[code - 1]);
                return Text{
                    fmt::format("\"{}\" stands in the list before, {} above.", id, rows(row - first[code])),
                    fmt::format("「{}」は {} 行上にもあります。", id, thousands(row - first[code]))};
            });
        }
    }
}

void check_duplicates(const Leads& leads, FindingList& findings) {
    if (!knows_persons(leads)) return;
    const bool few = leads.present().count() <= most_rows_for_similar;
    const auto found = leads.derived<Duplicates>().find("", few ? similar : equal);
    if (!found) {
        if (leads.role(Role::email) || leads.role(Role::phone) || leads.role(Role::company))
            findings.add(Kind::not_checked, {}, [&] { return found.error().message; });
        return;
    }
    LeadReport report(leads, findings);
    const Column* ids = leads.role(Role::id);
    const Column* companies = leads.role(Role::company);
    const auto shown = [&](std::size_t row) {
        const std::string id = ids != nullptr ? ids->text(row) : std::string();
        const std::string company = companies != nullptr ? companies->text(row) : std::string();
        return id.empty() || company.empty() ? id + company : fmt::format("{} ({})", id, company);
    };
    for (const Duplicates::Pair& pair : (*found)->pairs) {
        report.add(Kind::duplicate, pair.second, std::nullopt, [&] {
            const std::size_t distance = pair.second - pair.first;
            return Text{
                fmt::format("Looks like {}, {} above.", shown(pair.first), rows(distance)),
                fmt::format("{} 行上の {} と同じかもしれません。", thousands(distance), shown(pair.first))};
        });
    }
}

}  // namespace kakehashi::checks
