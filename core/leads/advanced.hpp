// Leads that sales has carried on with, whatever else the list says of them.
#pragma once

#include "core/support/result.hpp"
#include "core/table/bitmap.hpp"

namespace kakehashi {

class Leads;

/// Leads that really entered, up to the as-of date, a stage owned by sales behind its first one: sales has
/// taken them on. #N/A if nothing says who entered one of these stages.
Result<Bitmap> advanced_in_sales(const Leads& leads);

}  // namespace kakehashi
