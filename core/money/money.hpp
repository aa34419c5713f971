// What the funnel costs and brings, figure by figure. Table of contents of core/money: velocity.cpp,
// economics.cpp (with the cost of an entry), forecast.cpp, loss.cpp, bridge.cpp; won leads and their value in
// wins.hpp, the spend table in spend.hpp; which channels brought the wins in attribution.hpp.
//
// `where` narrows the leads of a figure, all of them: won, lost, open; never the spend. `from` and `to` bound
// the date of closing, of entries the entry. Amounts are in the list's own unit.
#pragma once

#include <string_view>

#include "core/support/result.hpp"
#include "core/table/bitmap.hpp"
#include "core/table/instant.hpp"
#include "core/table/table.hpp"

namespace kakehashi {

class Leads;

/// Open opportunities × win rate × mean won value ÷ median cycle days: won value per day. Open: not ended,
/// now at or past the playbook's `opportunity stage` (without that key: the first stage); the cycle runs from
/// there to the win, as in [cycle days]. #DIV/0! if nothing closed, nothing was won or the median is 0; #N/A
/// if no cycle is known.
Result<double> velocity(const Leads& leads, const DateRange& period, const Bitmap& where);

/// Spend of all departments in the period ÷ leads that entered the stage in it. #DIV/0! if none did.
Result<double> cost_per_entry(const Leads& leads, std::size_t stage, const Table& spend,
                              const DateRange& period, const Bitmap& where);

enum class Economics { cac, payback_months, ltv, ltv_to_cac, sales_cost_ratio, roi };

/// cac: spend of sales and marketing ÷ new customers (see wins.hpp). payback months: cac ÷ (mean customer
/// value per month × margin); #N/A if amounts are `once`. ltv: mean customer value per month × margin ÷
/// monthly churn; with `once` mean customer value × margin. sales cost ratio: spend of sales ÷ won value.
/// roi: (won value × margin − spend of all) ÷ spend of all. #N/A, naming the key, where margin or churn is
/// needed and the playbook has none; #DIV/0! for a zero denominator.
Result<double> economics(const Leads& leads, const Table& spend, Economics measure, const DateRange& period,
                         const Bitmap& where);

enum class Bound { expected, low, high };

/// The open leads' Σ P(won | stage) × amount. P = won ÷ (won + lost) among the leads that reached the stage,
/// or its Wilson 95 % bound; a blank amount is the mean won value. With `until` (else `no_instant`) each is
/// multiplied by the share of past wins from that stage that took no longer than from the lead's entry to the
/// end of `until`; leads without a date of entry are then left out. Leads at no stage are in no pipeline. A P
/// of 0 gives 0, whatever it is multiplied by. #DIV/0! where P, the mean or the share is of nothing.
Result<double> forecast(const Leads& leads, Instant until, Bound bound, const Bitmap& where);

enum class Loss { leads, value };

/// Qualifying leads, created in the period, that were rejected or never contacted: how many, and what they
/// would have brought at the win rate and mean won value of the accepted ones (which qualify and were created
/// in the period, too). Leads qualify by the definition (or expression) at their hand-off, else at the as-of
/// date. Accepted: not rejected, and accepted, won or in a stage of sales behind its first. Never contacted:
/// no date of response, and neither accepted nor lost nor disqualified. #N/A if the definition is unknown, or
/// for a bounded period if no column says when leads were created; #DIV/0! if there is a loss and no accepted
/// lead was won or lost, or none with an amount was won.
Result<double> loss(const Leads& leads, std::string_view definition, Loss measure, const DateRange& period,
                    const Bitmap& where);

enum class BridgePart { volume, rate, value, speed };

/// Won value of a period = entries into the first stage × their rate to the last stage so far × mean won
/// value × speed, where speed = wins closed in the period ÷ (entries × rate). Volume, rate, value and speed
/// are changed from period a to period b in this order, each with the ones before at their new level; the
/// four parts sum exactly to the difference in won value. Wins with a blank amount have no value to explain:
/// they are in neither mean nor speed. #DIV/0! if a period has no entry, if none of its entries is won, or if
/// no lead with an amount was won in it.
Result<double> bridge(const Leads& leads, BridgePart part, const DateRange& a, const DateRange& b,
                      const Bitmap& where);

}  // namespace kakehashi
