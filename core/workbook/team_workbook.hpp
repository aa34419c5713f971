// A new team workbook: every sheet of core/sheet/parts.hpp but the weekly summary and the findings of the
// data check, which their commands make.
//
// data_sheets.hpp     the tables people fill in: their columns, by key
// playbook_texts.hpp  the agreement a new workbook starts from
// sheets.hpp          one plan each
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/playbook/playbook.hpp"
#include "core/sheet/plan.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

/// What its playbook starts with, where that is not what the template says.
struct PlaybookStart {
    std::shared_ptr<const Playbook> agreed;      // taken over whole; null: the template's
    std::optional<unsigned> fiscal_year_starts;  // 1 … 12
    std::optional<StatusLimits> status_limits;
};

/// In the order of the sheets. `today` decides about the quarter of the goals and the years of the holidays.
std::vector<sheet::Sheet> team_workbook(Language language, Instant today, const PlaybookStart& start = {});

}  // namespace kakehashi
