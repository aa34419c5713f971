// The rules of a definition for one lead as the panel shows them: a tick or a cross, what the rule asks for
// and what the lead has, the points, and below them the score.
#pragma once

#include <string>
#include <vector>

#include "core/leads/explanation.hpp"
#include "core/panel/picture.hpp"

namespace kakehashi::panel {

struct RuleRow {
    enum class Mark { holds, fails, none };
    Mark mark = Mark::none;
    std::string text;   // `Employees ≥ 100`
    std::string value;  // what the lead has; empty where the rule has no column
    std::string points;
    bool must = false;
};

struct RuleList {
    std::vector<RuleRow> rows;
    std::string score;             // `Score 55 of 60`
    std::string alternative_text;  // the same as lines
};

RuleList rule_list(const Leads& leads, const Explanation& explanation, std::string score, Language language);

/// `width` in pixels, at least 160.
Picture draw(const RuleList& list, double width, const Theme& theme, Language language);

}  // namespace kakehashi::panel
