#include "core/funnel/repeat.hpp"

#include <algorithm>
#include <vector>

#include "core/leads/leads.hpp"
#include "core/leads/stages.hpp"

namespace kakehashi {
namespace {

/// Before for certain: a day without a time may be any moment of it.
bool comes_before(Instant a, Instant b) {
    return a != no_instant && b != no_instant && !not_before(a, b);
}

}  // namespace

Result<double> repeat_share(const Leads& leads, const DateRange& period, const Bitmap& where) {
    const Column* company = leads.role(Role::company);
    if (company == nullptr)
        return not_available({"No column is known to hold companies; bind the role company in [columns].",
                              "会社の列が分かりません。[columns] で company を指定してください。"});
    const auto all_won = leads.outcome(Outcome::won);
    if (!all_won) return error_of(all_won);
    const Bitmap won = **all_won & where;
    const std::vector<Instant>& closed = leads.closed();
    const Column::Keys& keys = company->keys();

    // The last win in the period is the one that follows an earlier one if any does.
    std::vector<bool> asked(keys.keys.size() + 1, false);
    std::vector<Instant> last(keys.keys.size() + 1, no_instant);
    bool any_dated = won.none();
    won.for_each([&](std::size_t row) {
        const Instant date = closed[row];
        any_dated = any_dated || date != no_instant;
        const std::uint32_t code = keys.codes[row];
        const bool inside = date == no_instant ? !period.bounded() : period.contains(date);
        if (code == 0 || !inside) return;
        asked[code] = true;
        last[code] = std::max(last[code], date);
    });
    if (!any_dated)
        return not_available(
            {"No won lead has a closing date; bind the role closed in [columns].",
             "受注したリードの完了日がありません。[columns] で closed を指定してください。"});
    std::vector<bool> repeated(asked.size(), false);
    won.for_each([&](std::size_t row) {
        const std::uint32_t code = keys.codes[row];
        if (asked[code] && comes_before(closed[row], last[code])) repeated[code] = true;
    });
    const auto companies = std::ranges::count(asked, true);
    if (companies == 0)
        return division_by_zero({"No company was won in the period.", "期間中に受注した会社がありません。"});
    return static_cast<double>(std::ranges::count(repeated, true)) / static_cast<double>(companies);
}

}  // namespace kakehashi
