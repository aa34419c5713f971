// The leads that a definition is tested on: whose result is known, and which of them were won. Nothing looks
// ahead: definitions are judged at the lead's hand-off if it has one.
#pragma once

#include <span>
#include <string_view>

#include "core/support/result.hpp"
#include "core/table/bitmap.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

class Leads;

/// When leads were created, by row; #N/A if no column says so.
Result<std::span<const Instant>> created_dates(const Leads& leads);

struct Population {
    Bitmap leads;
    Bitmap won;  // a part of them
};

/// The leads of `where` that were created in the period. Without `outcome` those whose result is known (won,
/// lost, rejected or disqualified); with it all of them, and the expression says which were won. #N/A for a
/// bounded period if no column says when leads were created.
Result<Population> population(const Leads& leads, std::string_view outcome, std::string_view where,
                              const DateRange& created);

/// The leads that a definition, persona or segment of that name selects, else an expression. `today`,
/// `within`, decay and history are taken at the lead's hand-off if it has one, else at the as-of date. #N/A
/// for plain words that are neither: the name of no definition.
Result<Bitmap> selected(const Leads& leads, std::string_view definition);

/// The latest third of the leads by created date (ties by their order in the table, leads without a date
/// first) is kept apart, to see whether what was learnt from the others still holds.
struct HoldOut {
    Bitmap training;
    Bitmap held_out;  // a third, rounded down
};
/// #N/A if no column says when leads were created.
Result<HoldOut> hold_out(const Leads& leads, const Bitmap& population);

}  // namespace kakehashi
