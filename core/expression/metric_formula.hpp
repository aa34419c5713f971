// The language of [metrics]: one figure, or two of them joined by one operator.
//
//   win rate
//   value [Won] / entered [MQL]
//   rate [MQL] to [Won] within 90 days where Source = Web
//   転換率 [MQL] から [受注] 90日以内 条件 流入元 = Web
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/expression/expression.hpp"

namespace kakehashi {

enum class MetricKind { count, sum, mean, median, entered, value, rate, days, win_rate, acceptance };
constexpr bool names_stages(MetricKind kind) {
    return kind == MetricKind::entered || kind == MetricKind::value || kind == MetricKind::rate ||
           kind == MetricKind::days;
}

struct MetricFigure {
    MetricKind kind = MetricKind::count;
    std::string name;            // the column, the stage, or of `rate` and `days` the stage they start at
    std::string to;              // of `rate` and `days`
    std::optional<double> days;  // window of `rate`, more than 0
    std::string where;           // as written; empty: all leads
    Expression condition;        // the same, parsed; null: all leads
};

enum class MetricOperator { divide, multiply, add, subtract };

struct MetricFormula {
    MetricFigure first;
    std::optional<MetricOperator> joined;  // to `second`
    MetricFigure second;
};

/// Err:502 with the position (1-based, in characters) and what was expected there, if it does not parse. An
/// operator joins only where it stands between blanks outside of quotes, brackets and parentheses: dates like
/// 2026-01-01 hold hyphens, `where` texts anything.
Result<MetricFormula> parse_metric_formula(std::string_view text);

}  // namespace kakehashi
