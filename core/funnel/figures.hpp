// Figures over the funnel, as cells and agreed metrics both ask for them. The leads' stages must be sound:
// `leads.stages()` and the index of each stage have been asked before. `where` narrows the leads.
#pragma once

#include <cstddef>

#include "core/funnel/funnel.hpp"

namespace kakehashi {

/// A window of so many days (more than 0), its end included.
Window window_of(double days);

/// Leads whose entry into the stage lies in the period, implied passages included.
Bitmap entries(const Leads& leads, std::size_t stage, const DateRange& period, const Bitmap& where);

/// The sum of the role `amount`; blank amounts count 0. #N/A without that role.
Result<double> amount_of(const Leads& leads, const Bitmap& rows);

/// Which share of the leads that entered `from` in the period reached `to`; 0 … 1. #DIV/0! if none entered.
Result<double> conversion_rate(const Leads& leads, std::size_t from, std::size_t to, const DateRange& period,
                               Window window, const Bitmap& where);

/// The quantile (0 … 1, R type 7) of the days from `from`, entered in the period, to `to`, among the leads
/// that really entered both in this order. #N/A if there are none.
Result<double> days_quantile(const Leads& leads, std::size_t from, std::size_t to, double at,
                             const DateRange& period, const Bitmap& where);

/// Won ÷ (won + lost), closed in the period; 0 … 1. #DIV/0! if there are none; #N/A for a bounded period if
/// no lost lead has a closing date. Needs no stages.
Result<double> win_rate(const Leads& leads, const DateRange& period, const Bitmap& where);

}  // namespace kakehashi
