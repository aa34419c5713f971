// The agreed figures of the playbook's [metrics] over leads: each means what the function of its name means.
//
// `rate` is FUNNEL.RATE, `days` the median of FUNNEL.DAYS, `entered` and `value` are FUNNEL.COUNT and VALUE,
// `win rate` is FUNNEL.WINRATE, `acceptance` that of LEAD.HANDOFF, and the others LEAD.COUNT and LEAD.STAT of
// leads created in the period. So the period bounds what it bounds there: the entry, the closing date, the
// hand-off, the created date.
#pragma once

#include <string_view>

#include "core/expression/metric_formula.hpp"
#include "core/support/result.hpp"
#include "core/table/bitmap.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

class Leads;

/// The metric of that name (compared as text), of the leads of `where`; the formula's own `where` applies
/// too. #N/A if the playbook has no such metric, Err:502 if its formula does not parse, #DIV/0! for a zero
/// denominator, else the errors of its figures.
Result<double> metric_value(const Leads& leads, std::string_view metric, const DateRange& period,
                            std::string_view where);

/// The same for a formula.
Result<double> formula_value(const Leads& leads, const MetricFormula& formula, const DateRange& period,
                             const Bitmap& where);

}  // namespace kakehashi
