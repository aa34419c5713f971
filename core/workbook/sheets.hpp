// The sheets of a new team workbook, one function each.
#pragma once

#include "core/sheet/plan.hpp"
#include "core/table/instant.hpp"
#include "core/workbook/data_sheets.hpp"
#include "core/workbook/team_workbook.hpp"

namespace kakehashi::workbook {

sheet::Sheet start_plan(Language language);
sheet::Sheet playbook_plan(Language language, Instant today, const PlaybookStart& start);
/// A data sheet with its title, its purpose, its headers and these rows below them.
sheet::Sheet data_plan(const DataSheet& data, Language language,
                       std::vector<std::vector<sheet::Cell>> rows = {});
std::vector<std::vector<sheet::Cell>> goal_rows(Language language, Instant today);
std::vector<std::vector<sheet::Cell>> market_rows(Language language);

}  // namespace kakehashi::workbook
