#include "core/funnel/figures.hpp"

#include <algorithm>
#include <cmath>

#include "core/leads/leads.hpp"
#include "core/support/statistics.hpp"

namespace kakehashi {
namespace {

double ratio(std::size_t part, std::size_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
}

bool any_dated(const Bitmap& rows, const std::vector<Instant>& dates) {
    bool dated = rows.none();
    rows.for_each([&](std::size_t row) { dated = dated || dates[row] != no_instant; });
    return dated;
}

}  // namespace

Window window_of(double days) {
    constexpr double longest = 4'000'000.0;  // days; beyond all dates
    return Window{
        static_cast<Instant>(std::llround(std::min(days, longest) * static_cast<double>(ms_per_day)))};
}

Bitmap entries(const Leads& leads, std::size_t stage, const DateRange& period, const Bitmap& where) {
    return leads.derived<Funnel>().entered(stage, period) & where;
}

Result<double> amount_of(const Leads& leads, const Bitmap& rows) {
    const Column* amount = leads.role(Role::amount);
    if (!amount)
        return not_available({"No column is known to hold amounts; bind the role amount in [columns].",
                              "金額の列が分かりません。[columns] で amount を指定してください。"});
    const auto numbers = amount->as_numbers();
    Sum total;
    rows.for_each([&](std::size_t row) {
        if (!std::isnan(numbers[row])) total.add(numbers[row]);
    });
    return total.total();
}

Result<double> conversion_rate(const Leads& leads, std::size_t from, std::size_t to, const DateRange& period,
                               Window window, const Bitmap& where) {
    const Conversion& conversion = leads.derived<Funnel>().conversion(from, to, period, window);
    const std::size_t entered = (conversion.entered & where).count();
    if (entered == 0)
        return division_by_zero(
            {"No lead entered the stage in the period.", "期間中にこのステージに入ったリードがありません。"});
    return ratio((conversion.converted & where).count(), entered);
}

Result<double> days_quantile(const Leads& leads, std::size_t from, std::size_t to, double at,
                             const DateRange& period, const Bitmap& where) {
    const Durations& all = leads.derived<Funnel>().days(from, to, period);
    std::vector<double> values;
    std::size_t next = 0;
    all.rows.for_each([&](std::size_t row) {
        const double days = all.days[next++];
        if (where.test(row)) values.push_back(days);
    });
    if (values.empty())
        return not_available({"No lead entered both stages in this order.",
                              "両方のステージにこの順で入ったリードがありません。"});
    return quantile(values, at);
}

Result<double> win_rate(const Leads& leads, const DateRange& period, const Bitmap& where) {
    const auto won = leads.outcome(Outcome::won);
    if (!won) return error_of(won);
    const auto lost = leads.outcome(Outcome::lost);
    if (!lost) return error_of(lost);
    Bitmap closed = (**won | **lost) & where;
    if (period.bounded()) {
        const std::vector<Instant>& dates = leads.closed();
        // Without the dates of the losses a period would hold wins only, and the rate would be 1.
        if (!any_dated(**lost, dates))
            return not_available({"No lost lead has a closing date; bind the role closed in [columns].",
                                  "失注したリードの完了日がありません。[columns] で closed "
                                  "を指定してください。"});
        closed &= Bitmap::where(dates.size(), [&](std::size_t row) {
            return dates[row] != no_instant && period.contains(dates[row]);
        });
    }
    const std::size_t count = closed.count();
    if (count == 0)
        return division_by_zero(
            {"No lead was won or lost in the period.", "期間中に受注・失注したリードがありません。"});
    return ratio((closed & **won).count(), count);
}

}  // namespace kakehashi
