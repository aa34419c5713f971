#include "core/money/wins.hpp"

#include <cmath>
#include <span>
#include <vector>

#include "core/leads/leads.hpp"
#include "core/leads/needed_role.hpp"
#include "core/leads/stages.hpp"
#include "core/support/statistics.hpp"

namespace kakehashi {
namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

tl::unexpected<CellError> nothing_won() {
    return division_by_zero({"No lead with an amount was won, so there is no mean won value.",
                             "金額のある受注がないため、平均受注額がありません。"});
}

Result<std::span<const double>> amounts(const Leads& leads) {
    const auto column = needed_role(leads, Role::amount);
    if (!column) return error_of(column);
    return (*column)->as_numbers();
}

}  // namespace

Result<Bitmap> wins(const Leads& leads, const DateRange& period, const Bitmap& where) {
    const auto won = leads.outcome(Outcome::won);
    if (!won) return error_of(won);
    Bitmap result = **won & where;
    if (!period.bounded()) return result;
    const std::vector<Instant>& closed = leads.closed();
    return result &= Bitmap::where(closed.size(), [&](std::size_t row) {
               return closed[row] != no_instant && period.contains(closed[row]);
           });
}

Result<Amounts> amounts_of(const Leads& leads, const Bitmap& rows) {
    const auto numbers = amounts(leads);
    if (!numbers) return error_of(numbers);
    Sum total;
    Amounts result;
    rows.for_each([&](std::size_t row) {
        if (std::isnan((*numbers)[row])) return;
        total.add((*numbers)[row]);
        ++result.count;
    });
    result.total = total.total();
    return result;
}

Result<double> mean_won_value(const Leads& leads, const Bitmap& won) {
    const auto value = amounts_of(leads, won);
    if (!value) return error_of(value);
    if (value->count == 0) return nothing_won();
    return value->total / static_cast<double>(value->count);
}

Result<Bitmap> new_customers(const Leads& leads, const Bitmap& where) {
    const auto won = wins(leads, DateRange{}, where);
    if (!won) return error_of(won);
    const Column* company = leads.role(Role::company);
    if (company == nullptr) return *won;
    const Column::Keys& keys = company->keys();
    const std::vector<Instant>& closed = leads.closed();
    const auto order = [&](std::size_t row) { return closed[row] == no_instant ? latest : closed[row]; };
    std::vector<std::size_t> first(keys.keys.size() + 1, nowhere);
    Bitmap result(leads.rows());
    won->for_each([&](std::size_t row) {
        if (keys.codes[row] == 0) return result.set(row);
        std::size_t& known = first[keys.codes[row]];
        if (known == nowhere || order(row) < order(known)) known = row;
    });
    for (const std::size_t row : first)
        if (row != nowhere) result.set(row);
    return result;
}

Result<double> mean_customer_value(const Leads& leads, const Bitmap& won) {
    const auto numbers = amounts(leads);
    if (!numbers) return error_of(numbers);
    const Column* company = leads.role(Role::company);
    const Column::Keys* keys = company == nullptr ? nullptr : &company->keys();
    std::vector<bool> seen(keys == nullptr ? 0 : keys->keys.size() + 1, false);
    Sum total;
    std::size_t customers = 0;
    won.for_each([&](std::size_t row) {
        if (std::isnan((*numbers)[row])) return;
        total.add((*numbers)[row]);
        const std::uint32_t code = keys == nullptr ? 0 : keys->codes[row];
        if (code == 0 || !seen[code]) ++customers;
        if (code != 0) seen[code] = true;
    });
    if (customers == 0) return nothing_won();
    return total.total() / static_cast<double>(customers);
}

Result<std::optional<std::size_t>> opportunity_stage(const Leads& leads) {
    if (trim(leads.playbook().opportunity_stage).empty()) return std::nullopt;
    const auto stages = leads.stages();
    if (!stages) return error_of(stages);
    const auto stage = (*stages)->index(leads.playbook().opportunity_stage);
    if (!stage) return error_of(stage);
    return std::optional(*stage);
}

}  // namespace kakehashi
