// Leads that sales has carried on with, whatever else the list says of them.
#pragma once

#include <optional>
#include <string>

#include "core/support/result.hpp"
#include "core/table/bitmap.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

class Leads;

/// Leads that really entered, up to the as-of date, a stage owned by sales behind its first one: sales has
/// taken them on. #N/A if nothing says who entered one of these stages.
Result<Bitmap> advanced_in_sales(const Leads& leads);

/// By which of these stages, and since when: the earliest entry.
struct Advance {
    std::string stage;
    Instant since = no_instant;  // none: entered without a date
};
/// Nothing if the lead entered none of them.
std::optional<Advance> advance_of(const Leads& leads, std::size_t row);

}  // namespace kakehashi
