#include <cmath>
#include <vector>

#include "core/funnel/figures.hpp"
#include "core/leads/leads.hpp"
#include "core/leads/pseudo_columns.hpp"
#include "core/money/money.hpp"
#include "core/money/wins.hpp"
#include "core/support/statistics.hpp"

namespace kakehashi {
namespace {

/// [cycle days], whatever the list itself calls by that name.
struct CycleDays {
    explicit CycleDays(const Leads& leads) : column(pseudo_column(leads, "cycle days", leads.as_of())) {}
    Result<Column> column;
};

Result<Bitmap> open_opportunities(const Leads& leads) {
    const auto stages = leads.stages();
    if (!stages) return error_of(stages);
    if (const auto sound = (*stages)->check_all(); !sound) return error_of(sound);
    const auto first = opportunity_stage(leads);
    if (!first) return error_of(first);
    const auto ended = leads.ended();
    if (!ended) return error_of(ended);
    Bitmap result(leads.rows());
    for (std::size_t stage = first->value_or(0); stage < (*stages)->count(); ++stage) {
        const auto at = leads.derived<Funnel>().at(stage);
        if (!at) return error_of(at);
        result |= **at;
    }
    return (result & leads.present()) - **ended;
}

Result<double> median_cycle(const Leads& leads, const Bitmap& won) {
    const Result<Column>& column = leads.derived<CycleDays>().column;
    if (!column) return error_of(column);
    const auto numbers = column->as_numbers();
    std::vector<double> days;
    won.for_each([&](std::size_t row) {
        if (!std::isnan(numbers[row])) days.push_back(numbers[row]);
    });
    if (days.empty())
        return not_available({"No won lead has both dates of its cycle: the opportunity and the win.",
                              "商談化の日と受注日の両方がある受注がありません。"});
    const double median = quantile(days, 0.5);
    if (median == 0.0)
        return division_by_zero({"The median cycle is 0 days.", "サイクル日数の中央値が 0 日です。"});
    return median;
}

}  // namespace

Result<double> velocity(const Leads& leads, const DateRange& period, const Bitmap& where) {
    const auto open = open_opportunities(leads);
    if (!open) return error_of(open);
    const auto rate = win_rate(leads, period, where);
    if (!rate) return error_of(rate);
    const auto won = wins(leads, period, where);
    if (!won) return error_of(won);
    const auto value = mean_won_value(leads, *won);
    if (!value) return error_of(value);
    const auto days = median_cycle(leads, *won);
    if (!days) return error_of(days);
    return static_cast<double>((*open & where).count()) * *rate * *value / *days;
}

}  // namespace kakehashi
