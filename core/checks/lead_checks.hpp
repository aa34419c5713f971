// What the leads contradict, lack or repeat.
#pragma once

#include "core/checks/finding_list.hpp"
#include "core/checks/table_checks.hpp"
#include "core/leads/leads.hpp"

namespace kakehashi::checks {

/// What the columns of the lead list must hold, by roles and stages.
Expected expected_of_leads(const Leads& leads);

/// Columns for the roles, and something in them.
void check_roles(const Leads& leads, FindingList& findings);
void check_ids(const Leads& leads, FindingList& findings);
/// Words for stages, outcomes and reasons that the playbook does not know; one finding per word. In the stage
/// column a word for an outcome is none of them (outcome_words.hpp).
void check_words(const Leads& leads, FindingList& findings);
/// Dates of stages and hand-offs that do not follow each other.
void check_order(const Leads& leads, FindingList& findings);
/// Dates, owners, amounts, closing dates and reasons that are not there.
void check_gaps(const Leads& leads, FindingList& findings);
/// Nothing where the list knows companies alone: no name of a person, no e-mail, no phone number.
void check_duplicates(const Leads& leads, FindingList& findings);

}  // namespace kakehashi::checks
