// Why a lead has its score: what each rule of a definition asks for, what the lead has, and the points.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/playbook/playbook.hpp"
#include "core/support/result.hpp"

namespace kakehashi {

class Leads;

/// The line of one rule for one lead. `points` are after decay and repeats, before the group is clamped.
struct RuleLine {
    const PlaybookRule* rule;
    bool holds;
    double points;
    std::vector<std::string> values;  // what the lead has in the rule's columns; empty texts for blanks
};
/// What clamping adds to (or takes from) a group's sum.
struct ClampLine {
    const PlaybookGroup* group;
    double points;
};
struct Explanation {
    std::vector<RuleLine> rules;    // in the order of the playbook
    std::vector<ClampLine> clamps;  // only groups that were clamped
};

/// Rule and clamp points add up to the score. #N/A if the definition is unknown or no version is valid.
Result<Explanation> explain(const Leads& leads, std::string_view definition, std::size_t row, Instant as_of);

/// One line per rule, then one per clamped group, the points last: `✓ Employees >= 100 (150) must +40`,
/// `fit: at most 50 -10`. The value is left out for rules without a column only, and lines of groups never
/// begin with ✓ or ✗: so `must` and the verdict can be read from the lines, whatever the texts say.
std::vector<std::string> lines_of(const Explanation& explanation, Language language);

}  // namespace kakehashi
