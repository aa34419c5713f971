// Whether one lead meets a definition, and what it lacks: criteria as LEAD.NEARMISS counts them.
#pragma once

#include <cstddef>
#include <string>

#include "core/leads/explanation.hpp"
#include "core/support/text.hpp"

namespace kakehashi {

struct Verdict {
    bool qualifies = false;
    double score = 0;
    std::size_t failed_musts = 0;
    std::size_t missing_rules = 0;  // of `at least`
    double missing_points = 0;      // up to the threshold

    std::size_t unmet() const { return failed_musts + missing_rules + (missing_points > 0 ? 1 : 0); }
};

struct Judgement {
    const PlaybookDefinition* definition;  // the version in force
    Explanation explanation;
    Verdict verdict;
};
/// As of the leads' own date. #N/A if the definition is unknown or no version is valid.
Result<Judgement> judge(const Leads& leads, std::string_view definition, std::size_t row);

/// `1 must-have and 25 points`; blank for a lead that qualifies.
Text what_is_missing(const Verdict& verdict);

}  // namespace kakehashi
