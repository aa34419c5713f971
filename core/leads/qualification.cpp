#include "core/leads/qualification.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "core/leads/applied_rule.hpp"
#include "core/leads/leads.hpp"

namespace kakehashi {

Qualification::Qualification(const Leads& leads)
    : leads_(leads), kept_(BoundedCache<std::shared_ptr<const Judgement>>::for_rows(leads.rows())) {}

Result<Tally> Qualification::tally(const DefinitionInForce& definition, const AsOf& as_of) const {
    const std::size_t rows = leads_.rows();
    const std::vector<std::size_t> group_of = group_of_rules(definition);
    std::vector<std::vector<double>> sums(definition.groups.size() + 1, std::vector<double>(rows, 0.0));
    Tally result{{}, std::vector<std::uint32_t>(rows, 0), std::vector<std::uint32_t>(rows, 0)};
    for (std::size_t i = 0; i < definition.rules.size(); ++i) {
        const auto rule = apply(leads_, *definition.rules[i], as_of);
        if (!rule) return error_of(rule);
        if (rule->rule->must)
            (leads_.present() - rule->holds).for_each([&](std::size_t row) { ++result.failed_musts[row]; });
        std::vector<double>& sum = sums[group_of[i]];
        rule->holds.for_each([&](std::size_t row) {
            sum[row] += rule->points(row, as_of.at(row));
            ++result.holding[row];
        });
    }
    result.scores = std::move(sums.back());
    leads_.present().for_each([&](std::size_t row) {
        double score = 0.0;
        for (std::size_t group = 0; group < definition.groups.size(); ++group)
            score += clamped(sums[group][row], *definition.groups[group]);
        result.scores[row] += score;
    });
    return result;
}

Result<Qualification::Judgement> Qualification::judge(const DefinitionInForce& definition,
                                                      const AsOf& as_of) const {
    auto counted = tally(definition, as_of);
    if (!counted) return error_of(counted);
    Judgement result{Bitmap(leads_.rows()), std::move(counted->scores)};
    leads_.present().for_each([&](std::size_t row) {
        if (passes(*definition.definition, counted->failed_musts[row] == 0, counted->holding[row],
                   result.scores[row]))
            result.qualifies.set(row);
    });
    return result;
}

/// As of a date per lead, each lead is judged by the version that was valid then.
Result<Qualification::Judgement> Qualification::judge_each(std::string_view definition,
                                                           const AsOf& as_of) const {
    const auto versions = versions_of(leads_.playbook(), definition);
    if (!versions) return error_of(versions);
    const std::size_t rows = leads_.rows();
    std::vector<const DefinitionInForce*> valid(rows, nullptr);
    leads_.present().for_each([&](std::size_t row) { valid[row] = valid_at(*versions, as_of.at(row)); });
    Judgement result{Bitmap(rows), std::vector<double>(rows, 0.0)};
    for (const DefinitionInForce& version : *versions) {
        if (std::ranges::find(valid, &version) == valid.end()) continue;
        const auto judgement = judge(version, as_of);
        if (!judgement) return error_of(judgement);
        for (std::size_t row = 0; row < rows; ++row) {
            if (valid[row] != &version) continue;
            result.scores[row] = judgement->scores[row];
            if (judgement->qualifies.test(row)) result.qualifies.set(row);
        }
    }
    return result;
}

Result<std::shared_ptr<const Qualification::Judgement>> Qualification::judged(std::string_view definition,
                                                                              const AsOf& as_of) const {
    if (!as_of.uniform()) {
        auto judgement = judge_each(definition, as_of);
        if (!judgement) return error_of(judgement);
        return std::make_shared<const Judgement>(std::move(*judgement));
    }
    const std::string key = fmt::format("{}@{}", fold(definition), as_of.instant());
    if (const auto* kept = kept_.find(key)) return *kept;
    const auto version = in_force(leads_.playbook(), definition, as_of.instant());
    if (!version) return error_of(version);
    auto judgement = judge(*version, as_of);
    if (!judgement) return error_of(judgement);
    return kept_.keep(key, std::make_shared<const Judgement>(std::move(*judgement)));
}

Result<Bitmap> Qualification::qualifying(std::string_view definition, const AsOf& as_of) const {
    const auto judgement = judged(definition, as_of);
    if (!judgement) return error_of(judgement);
    return (*judgement)->qualifies;
}

Result<std::vector<double>> Qualification::scores(std::string_view definition, const AsOf& as_of) const {
    const auto judgement = judged(definition, as_of);
    if (!judgement) return error_of(judgement);
    return (*judgement)->scores;
}

Result<double> Qualification::score(std::string_view definition, std::size_t row, Instant as_of) const {
    const auto judgement = judged(definition, as_of);
    if (!judgement) return error_of(judgement);
    return (*judgement)->scores[row];
}

Result<Bitmap> Qualification::qualified_at_hand_off() const {
    const auto& definitions = leads_.playbook().definitions;
    if (definitions.empty())
        return not_available({"The playbook has no definition by which leads could qualify.",
                              "プレイブックにリードの条件となる定義がありません。"});
    const Column* handed_off = leads_.role(Role::handed_off);
    if (!handed_off)
        return not_available(
            {"No column says when leads were handed off; bind the role handed off in [columns].",
             "引き渡し日の列が分かりません。[columns] で handed off を指定してください。"});
    const auto dates = handed_off->as_instants();
    auto result = qualifying(definitions.front().definition, AsOf(dates));
    if (result)
        for (std::size_t row = 0; row < dates.size(); ++row)
            if (dates[row] == no_instant) result->reset(row);
    return result;
}

}  // namespace kakehashi
