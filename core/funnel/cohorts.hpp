// Cohorts: leads by the calendar period in which they entered a stage, and how many of each had come to
// another by the end of each following period.
#pragma once

#include <cstddef>
#include <vector>

#include "core/calendar/calendar.hpp"
#include "core/funnel/funnel.hpp"

namespace kakehashi {

struct Cohorts {
    std::vector<std::size_t> sizes;    // from the first to the last cohort, empty ones between included
    std::size_t columns = 1;           // as many as the first cohort has seen periods end; at least one
    std::vector<std::size_t> reached;  // sizes × columns: by the end of the k-th period after its own
    std::size_t over = 0;              // how many of the first cohort's periods are over

    /// Whether that end is not after the as-of date.
    bool observable(std::size_t cohort, std::size_t k) const { return cohort + k < over; }
};

/// Cohorts of entries into `from` in the period. Leads without a date of entry are in none; those that came
/// to `to` on an unknown day count in the size only. #N/A if there is no cohort; Err:502 if the matrix would
/// have more than a million cells or more columns than a sheet.
Result<Cohorts> cohorts(const Leads& leads, std::size_t from, std::size_t to, PeriodUnit unit,
                        const DateRange& period, const Bitmap& where);

}  // namespace kakehashi
