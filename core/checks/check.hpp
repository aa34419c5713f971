// The data check: what in the lead list and the tables beside it falsifies figures, and what to do about it.
//
// finding.hpp       what a finding is; the kinds, with their titles and advice
// table_checks.hpp  cells that cannot be read, in any table
// lead_checks.hpp   what the leads contradict, lack or repeat
// findings_sheet.hpp  the sheet that shows them
#pragma once

#include <memory>
#include <vector>

#include "core/checks/finding.hpp"
#include "core/goals/goals.hpp"
#include "core/leads/leads.hpp"

namespace kakehashi::checks {

/// A table beside the lead list: a log, a record. Its first row holds the headers.
struct SideTable {
    sheet::Part part;
    std::shared_ptr<const Table> table;
};

struct Material {
    std::shared_ptr<const Leads> leads;            // never null
    std::shared_ptr<const ReadPlaybook> playbook;  // null: none to check
    std::shared_ptr<const Goals> goals;            // null: none to check
    std::vector<SideTable> tables;                 // stage log, activities, spend, touches, hand-offs …
};

/// Never fails: a check that cannot be made is a finding itself.
Findings check(const Material& material);

}  // namespace kakehashi::checks
