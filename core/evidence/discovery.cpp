#include "core/evidence/discovery.hpp"

#include <algorithm>

#include "core/evidence/conditions.hpp"
#include "core/evidence/population.hpp"
#include "core/evidence/rule_search.hpp"
#include "core/evidence/searched_columns.hpp"
#include "core/leads/leads.hpp"

namespace kakehashi {
namespace {

/// What is left to learn from when the latest leads are held out.
Population training_part(const Leads& leads, const Population& all) {
    const auto parts = hold_out(leads, all.leads);
    if (!parts) return all;
    return {parts->training, all.won & parts->training};
}

std::string text_of(const Rule& rule, const Conditions& conditions) {
    std::string text;
    for (const std::uint32_t condition : rule.parts()) {
        if (!text.empty()) text += " and ";
        text += conditions.texts[condition];
    }
    return text;
}

}  // namespace

Result<std::vector<DiscoveredRule>> Discovery::search(const DiscoveryQuestion& question) const {
    const auto all = population(leads_, question.outcome, {}, {});
    if (!all) return error_of(all);
    const auto searched = searched_columns(leads_, *all, question.outcome, question.exclude);
    if (!searched) return error_of(searched);
    const auto conditions =
        make_conditions(leads_, training_part(leads_, *all), searched->columns, question.wish);
    if (!conditions) return error_of(conditions);
    std::vector<DiscoveredRule> result;
    for (const Rule& rule : search_rules(conditions->sets, question.wish))
        result.push_back({text_of(rule, *conditions), rule.counts, rule.low});
    if (result.empty())
        return not_available({"No rule has enough leads and a won one among them.",
                              "十分な件数があり、受注を含むルールはありません。"});
    return result;
}

Result<std::vector<DiscoveredRule>> Discovery::rules(const DiscoveryQuestion& question) const {
    constexpr std::size_t most_kept = 16;
    const auto known = std::ranges::find(kept_, question, [](const auto& entry) { return entry.first; });
    if (known != kept_.end()) return known->second;
    if (kept_.size() == most_kept) kept_.erase(kept_.begin());
    kept_.emplace_back(question, search(question));
    return kept_.back().second;
}

Result<std::vector<std::string>> Discovery::leaks(std::string_view outcome) const {
    const auto all = population(leads_, outcome, {}, {});
    if (!all) return error_of(all);
    const auto searched = searched_columns(leads_, *all, outcome, {});
    if (!searched) return error_of(searched);
    std::vector<std::string> headers;
    for (const std::size_t column : searched->leaks) headers.push_back(leads_.table().header(column));
    if (headers.empty())
        return not_available(
            {"No column is filled for won leads only.", "受注したリードだけに値がある列はありません。"});
    return headers;
}

}  // namespace kakehashi
