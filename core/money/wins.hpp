// Won leads, and what they are worth.
#pragma once

#include <cstddef>
#include <optional>

#include "core/support/result.hpp"
#include "core/table/bitmap.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

class Leads;

/// Won leads of `where` that closed in the period (`Leads::closed`). Wins without a date count only in
/// unbounded periods.
Result<Bitmap> wins(const Leads& leads, const DateRange& period, const Bitmap& where);

/// Amounts that are there: blank ones are in neither number.
struct Amounts {
    double total = 0.0;
    std::size_t count = 0;
};
/// #N/A without the role `amount`.
Result<Amounts> amounts_of(const Leads& leads, const Bitmap& rows);

/// The mean amount of won leads, blank amounts left out. #DIV/0! if there are none.
Result<double> mean_won_value(const Leads& leads, const Bitmap& won);

/// Won leads of `where` that made a new customer: all of them, or with the role `company` each company's
/// first one by date of closing (ties by row, wins without a date last), whenever it closed. Wins without a
/// company count each.
Result<Bitmap> new_customers(const Leads& leads, const Bitmap& where);

/// Won value per customer: the amounts of `won` ÷ the companies that they belong to (without the role
/// `company`, or where it is blank, each won lead is a customer). Blank amounts are left out. #DIV/0! if
/// there are none.
Result<double> mean_customer_value(const Leads& leads, const Bitmap& won);

/// The playbook's `opportunity stage`; nothing if it names none. #N/A if it is no stage.
Result<std::optional<std::size_t>> opportunity_stage(const Leads& leads);

}  // namespace kakehashi
