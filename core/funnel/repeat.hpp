// Companies that come back.
#pragma once

#include "core/support/result.hpp"
#include "core/table/bitmap.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

class Leads;

/// The share of the companies (role `company`, compared as text; blank ones left out) won in the period that
/// had been won before: of which one of these wins follows an earlier one, in or before the period. So
/// without a period it is the share of the companies won at least twice. Two wins at the same time, or on the
/// same day where either has no time, do not follow one another. `where` narrows both. #N/A without a company
/// column, or if no won lead has a closing date; #DIV/0! if no company was won.
Result<double> repeat_share(const Leads& leads, const DateRange& period, const Bitmap& where);

}  // namespace kakehashi
