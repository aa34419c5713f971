#include "core/metrics/metric.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/funnel/figures.hpp"
#include "core/handoff/hand_off.hpp"
#include "core/leads/figures.hpp"
#include "core/leads/leads.hpp"
#include "core/leads/needed_role.hpp"
#include "core/leads/stages.hpp"

namespace kakehashi {
namespace {

/// The leads created in the period; all of them if it is unbounded.
Result<Bitmap> created_in(const Leads& leads, const DateRange& period, const Bitmap& rows) {
    if (!period.bounded()) return rows;
    const auto created = needed_role(leads, Role::created);
    if (!created) return error_of(created);
    const auto dates = (*created)->as_instants();
    Bitmap result = rows;
    rows.for_each([&](std::size_t row) {
        if (dates[row] == no_instant || !period.contains(dates[row])) result.reset(row);
    });
    return result;
}

std::string_view statistic_of(MetricKind kind) {
    return kind == MetricKind::sum ? "sum" : kind == MetricKind::mean ? "mean" : "median";
}

/// `count`, `sum Amount` …
Result<double> plain_value(const Leads& leads, const MetricFigure& figure, const DateRange& period,
                           const Bitmap& rows) {
    const Column* column = nullptr;
    if (figure.kind != MetricKind::count) {
        const auto found = leads.column(figure.name);
        if (!found) return error_of(found);
        column = *found;
    }
    const auto created = created_in(leads, period, rows);
    if (!created) return error_of(created);
    if (column == nullptr) return static_cast<double>(created->count());
    return column_statistic(*column, statistic_of(figure.kind), *created);
}

/// `entered [MQL]`, `value [Won]`
Result<double> stage_value(const Leads& leads, const MetricFigure& figure, const DateRange& period,
                           const Bitmap& rows) {
    const auto stages = leads.stages();
    if (!stages) return error_of(stages);
    const auto stage = (*stages)->index(figure.name);
    if (!stage) return error_of(stage);
    const Bitmap entered = entries(leads, *stage, period, rows);
    if (figure.kind == MetricKind::value) return amount_of(leads, entered);
    return static_cast<double>(entered.count());
}

/// `rate [MQL] to [Won] within 90 days`, `days [MQL] to [Won]`
Result<double> passage_value(const Leads& leads, const MetricFigure& figure, const DateRange& period,
                             const Bitmap& rows) {
    const auto stages = leads.stages();
    if (!stages) return error_of(stages);
    const auto from = (*stages)->index(figure.name);
    if (!from) return error_of(from);
    const auto to = (*stages)->index(figure.to);
    if (!to) return error_of(to);
    if (figure.kind == MetricKind::days) return days_quantile(leads, *from, *to, 0.5, period, rows);
    const Window window = figure.days ? window_of(*figure.days) : Window{};
    return conversion_rate(leads, *from, *to, period, window, rows);
}

Result<double> figure_value(const Leads& leads, const MetricFigure& figure, const DateRange& period,
                            const Bitmap& where) {
    const auto own = leads.where(figure.where);
    if (!own) return error_of(own);
    const Bitmap rows = **own & where;
    switch (figure.kind) {
        case MetricKind::count:
        case MetricKind::sum:
        case MetricKind::mean:
        case MetricKind::median:
            return plain_value(leads, figure, period, rows);
        case MetricKind::entered:
        case MetricKind::value:
            return stage_value(leads, figure, period, rows);
        case MetricKind::rate:
        case MetricKind::days:
            return passage_value(leads, figure, period, rows);
        case MetricKind::win_rate:
            return win_rate(leads, period, rows);
        default:
            return leads.derived<HandOffs>().acceptance(period, rows);
    }
}

Result<double> joined(MetricOperator by, double first, double second) {
    switch (by) {
        case MetricOperator::divide:
            if (second == 0)
                return division_by_zero(
                    {"The second figure of the metric is 0.", "指標の2つ目の数値が0です。"});
            return first / second;
        case MetricOperator::multiply:
            return first * second;
        case MetricOperator::add:
            return first + second;
        default:
            return first - second;
    }
}

}  // namespace

Result<double> formula_value(const Leads& leads, const MetricFormula& formula, const DateRange& period,
                             const Bitmap& where) {
    auto first = figure_value(leads, formula.first, period, where);
    if (!first || !formula.joined) return first;
    const auto second = figure_value(leads, formula.second, period, where);
    if (!second) return error_of(second);
    auto result = joined(*formula.joined, *first, *second);
    if (result && !std::isfinite(*result))
        return illegal_argument({"The metric's value is too large.", "指標の値が大きすぎます。"});
    return result;
}

Result<double> metric_value(const Leads& leads, std::string_view metric, const DateRange& period,
                            std::string_view where) {
    const auto& metrics = leads.playbook().metrics;
    const std::string name = fold(metric);
    const auto found = std::ranges::find_if(
        metrics, [&](const PlaybookMetric& known) { return fold(known.metric) == name; });
    if (found == metrics.end())
        return not_available({fmt::format("The playbook has no metric \"{}\".", metric),
                              fmt::format("プレイブックに指標「{}」がありません。", metric)});
    const auto formula = parse_metric_formula(found->formula);
    if (!formula) return error_of(formula);
    const auto rows = leads.where(where);
    if (!rows) return error_of(rows);
    return formula_value(leads, *formula, period, **rows);
}

}  // namespace kakehashi
