// Leads that a definition only just turns away: the ones worth a second look.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/support/result.hpp"
#include "core/table/bitmap.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

class Leads;

/// Rows among `candidates` that do not qualify and fail by at most `unmet` criteria: each must rule that does
/// not hold, each rule missing of `at least`, and 1 if the score is below the threshold. Best score first,
/// equal ones as in the table. #N/A for an unknown definition.
Result<std::vector<std::size_t>> near_misses(const Leads& leads, std::string_view definition, double unmet,
                                             Instant as_of, const Bitmap& candidates);

}  // namespace kakehashi
