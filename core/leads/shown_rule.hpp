// A rule of a definition, and what the lead has there, in the words of people: panel, cards, questions.
// LEAD.WHY prints rules as the playbook has them (explanation.hpp).
#pragma once

#include <string>

#include "core/leads/explanation.hpp"
#include "core/support/text.hpp"

namespace kakehashi {

/// `Employees ≥ 100`, `従業員数が100以上`. As it is written if it cannot be read.
std::string shown_rule(const Leads& leads, const PlaybookRule& rule, Language language);

/// `240`, `2026-06-10`, `blank`; several of them separated by commas, nothing for a rule without a column.
std::string shown_values(const Leads& leads, const RuleLine& line, Language language);

}  // namespace kakehashi
