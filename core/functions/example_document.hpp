// The small document over which the examples of the catalogue are written. Tests build it in memory and in
// Calc.
#pragma once

#include <string>
#include <vector>

#include "core/table/table.hpp"

namespace kakehashi {

/// A block of cells that formulas call by name. Texts that begin with `=` are formulas.
struct ExampleRange {
    std::string name;
    Grid cells;
};

/// `LeadRows` (a lead list), `PlaybookBlocks`, `Log` (a history log), `Signed` (a playbook with
/// sign-offs only); and the handle cells `Playbook`
/// (`=PLAYBOOK.READ(PlaybookBlocks)`), `Leads` (`=LEAD.TABLE(LeadRows;Playbook)`), `Logged`
/// (`=LEAD.TABLE(LeadRows;Playbook;Log)`); `Orders` (won and lost deals by company), `Survey` (the answers of
/// two departments), `Spend` and `Touches`;
/// `GoalRows`, `Activities` (a log) and `Goals` (`=GOAL.TABLE(GoalRows;Playbook;Activities;Leads)`);
/// `TouchHandle` (`=FUNNEL.TOUCHES(Touches)`). Later
/// ranges may refer to earlier ones. Dates are serial numbers.
const std::vector<ExampleRange>& example_document();

}  // namespace kakehashi
