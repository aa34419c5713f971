// Which columns of a table rules may speak of: not those that name a lead, say when something happened, come
// after the fact or are the outcome itself.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/evidence/population.hpp"
#include "core/support/result.hpp"

namespace kakehashi {

class Leads;

struct SearchedColumns {
    std::vector<std::size_t> columns;  // of the table, in their order
    /// Filled for won leads alone, so that they give the outcome away: not among `columns`.
    std::vector<std::size_t> leaks;
};

/// Left out: the columns named in `exclude` (see `read_name_list`), those that `outcome` (the known outcomes
/// if it is blank) is made of, roles that name a lead or tell of its fate, dates of roles and stages, and the
/// second of two equal headers. #N/A if a name in `exclude` is unknown.
Result<SearchedColumns> searched_columns(const Leads& leads, const Population& population,
                                         std::string_view outcome, std::string_view exclude);

}  // namespace kakehashi
