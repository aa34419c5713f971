#include "core/leads/verdict.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "core/leads/definition_in_force.hpp"
#include "core/leads/leads.hpp"
#include "core/leads/qualification.hpp"
#include "core/support/thousands.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

/// With at most one decimal, rounded up: 0.02 points are missing too.
std::string points_text(double points) {
    return thousands(format_number(std::ceil(points * 10 - 1e-9) / 10));
}

std::string counted(std::size_t count, const char* one, const char* many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// The score is not summed up here: it must be the same to the last bit as that of LEAD.SCORE.
Verdict verdict_of(const PlaybookDefinition& definition, const Explanation& explanation, double score) {
    Verdict verdict;
    verdict.score = score;
    std::size_t holding = 0;
    for (const RuleLine& line : explanation.rules) {
        holding += line.holds ? 1 : 0;
        verdict.failed_musts += line.rule->must && !line.holds ? 1 : 0;
    }
    verdict.qualifies = passes(definition, verdict.failed_musts == 0, holding, score);
    if (definition.at_least)
        verdict.missing_rules = static_cast<std::size_t>(
            std::max(0.0, std::ceil(*definition.at_least - static_cast<double>(holding))));
    if (definition.threshold) verdict.missing_points = std::max(0.0, *definition.threshold - score);
    return verdict;
}

}  // namespace

Result<Judgement> judge(const Leads& leads, std::string_view definition, std::size_t row) {
    const auto version = in_force(leads.playbook(), definition, leads.as_of());
    if (!version) return error_of(version);
    auto explanation = explain(leads, definition, row, leads.as_of());
    if (!explanation) return error_of(explanation);
    const auto score = leads.derived<Qualification>().score(definition, row, leads.as_of());
    if (!score) return error_of(score);
    const Verdict verdict = verdict_of(*version->definition, *explanation, *score);
    return Judgement{version->definition, std::move(*explanation), verdict};
}

Text what_is_missing(const Verdict& verdict) {
    std::vector<Text> parts;
    if (verdict.failed_musts > 0)
        parts.push_back({counted(verdict.failed_musts, "must-have", "must-haves"),
                         fmt::format("必須条件 {} 件", verdict.failed_musts)});
    if (verdict.missing_rules > 0)
        parts.push_back({counted(verdict.missing_rules, "rule", "rules"),
                         fmt::format("条件 {} 件", verdict.missing_rules)});
    if (verdict.missing_points > 0) {
        const std::string points = points_text(verdict.missing_points);
        parts.push_back({points + (points == "1" ? " point" : " points"), points + " 点"});
    }
    Text text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text.en += i + 1 == parts.size() ? " and " : ", ";
        if (i > 0) text.ja += "、";
        text.en += parts[i].en;
        text.ja += parts[i].ja;
    }
    return text;
}

}  // namespace kakehashi
