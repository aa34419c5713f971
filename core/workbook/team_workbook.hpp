// A new team workbook: every sheet of core/sheet/parts.hpp but the weekly summary and the findings of the
// data check, which their commands make.
//
// data_sheets.hpp     the tables people fill in: their columns, by key
// playbook_texts.hpp  the agreement a new workbook starts from
// sheets.hpp          one plan each
#pragma once

#include <vector>

#include "core/sheet/plan.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

/// In the order of the sheets. `today` decides about the quarter of the goals and the years of the holidays.
std::vector<sheet::Sheet> team_workbook(Language language, Instant today);

}  // namespace kakehashi
