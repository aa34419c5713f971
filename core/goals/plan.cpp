#include "core/goals/plan.hpp"

#include "core/funnel/figures.hpp"
#include "core/leads/leads.hpp"
#include "core/money/wins.hpp"

namespace kakehashi {
namespace {

/// From the end of the as-of day to the end of `by`.
Result<Window> time_left(const Leads& leads, Instant by) {
    if (by == no_instant) return Window{};
    const Instant left = inclusive_end(by) - inclusive_end(leads.as_of());
    if (left < 0)
        return illegal_argument({"The date lies before the as-of date.", "期日が基準日より前です。"});
    return Window{left};
}

}  // namespace

Result<double> planned_leads(const Leads& leads, std::size_t stage, double value, Instant by,
                             const DateRange& period, const Bitmap& where) {
    const auto stages = leads.stages();
    if (!stages) return error_of(stages);
    const auto window = time_left(leads, by);
    if (!window) return error_of(window);
    const auto rate = conversion_rate(leads, stage, (*stages)->count() - 1, period, *window, where);
    if (!rate) return error_of(rate);
    const auto won = wins(leads, period, where);
    if (!won) return error_of(won);
    const auto mean = mean_won_value(leads, *won);
    if (!mean) return error_of(mean);
    if (*rate * *mean == 0)
        return division_by_zero({"At the measured rate and value nothing would be won.",
                                 "測定した率と金額では、受注が見込めません。"});
    return value / (*rate * *mean);
}

Result<double> planned_day(const Leads& leads, std::size_t stage, Instant by, const DateRange& period,
                           const Bitmap& where) {
    const auto stages = leads.stages();
    if (!stages) return error_of(stages);
    const auto lag = days_quantile(leads, stage, (*stages)->count() - 1, 0.5, period, where);
    if (!lag) return error_of(lag);
    return serial_from_instant(by) - *lag;
}

}  // namespace kakehashi
