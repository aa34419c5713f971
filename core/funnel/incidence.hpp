// Which share gets there by then, and whether two shares differ by more than chance.
#pragma once

#include <cstddef>

#include "core/funnel/funnel.hpp"

namespace kakehashi {

/// Which share of the leads that entered `from` in the period, with a date, comes to `to` within that time (0
/// or more, end included), corrected for those that have not had the time: 1 − Kaplan–Meier, where every lead
/// that is not there, lost and rejected ones included, is censored at the as-of date. Leads that are there
/// without a date are left out. #DIV/0! if none entered; #N/A if those that are there all lack a date.
Result<double> incidence(const Leads& leads, std::size_t from, std::size_t to, Instant within,
                         const DateRange& period, const Bitmap& where);

/// Fisher's exact test, two-sided, of the conversion rates of two groups of leads. #DIV/0! if none of a group
/// entered `from` in the period.
Result<double> conversion_p_value(const Leads& leads, std::size_t from, std::size_t to,
                                  const DateRange& period, const Bitmap& group_a, const Bitmap& group_b);

}  // namespace kakehashi
