// Writes what a merge has planned: few large blocks of cells, texts as texts, dates with a date format.
#pragma once

#include "addin/imports/target_table.hpp"

namespace kakehashi::addin {

/// False if somebody cancelled. Headers of new columns first, then changed cells, then new rows.
bool write_merge(Session& session, const TargetTable& target, const imports::Source& source,
                 const imports::MergePlan& plan);

}  // namespace kakehashi::addin
