#include "core/leads/qualification.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "core/leads/leads.hpp"
#include "core/leads/stages.hpp"

namespace kakehashi {
namespace {

CellError no_such_definition(std::string_view name) {
    return {ErrorCode::not_available,
            {fmt::format("The playbook has no definition \"{}\".", name),
             fmt::format("プレイブックに定義「{}」がありません。", name)}};
}

bool is_valid_at(const PlaybookDefinition& definition, Instant as_of) {
    const bool begun = definition.valid_from == no_instant || definition.valid_from <= inclusive_end(as_of);
    return begun && (definition.valid_to == no_instant || inclusive_end(definition.valid_to) >= as_of);
}

bool is_date(const Literal& literal) {
    return std::holds_alternative<DateLiteral>(literal) || std::holds_alternative<TodayLiteral>(literal);
}

/// Columns that the expression itself treats as dates.
void date_columns(const Node& node, std::vector<std::string>& columns) {
    const auto add = [&](const std::string& column) {
        if (std::ranges::find(columns, column) == columns.end()) columns.push_back(column);
    };
    std::visit(
        [&](const auto& part) {
            using Part = std::decay_t<decltype(part)>;
            if constexpr (std::is_same_v<Part, Within>) {
                add(part.column);
            } else if constexpr (std::is_same_v<Part, Compare>) {
                if (is_date(part.value)) add(part.column);
            } else if constexpr (std::is_same_v<Part, Between>) {
                if (is_date(part.low) || is_date(part.high)) add(part.column);
            } else if constexpr (std::is_same_v<Part, In>) {
                if (std::ranges::any_of(part.values, is_date)) add(part.column);
            } else if constexpr (std::is_same_v<Part, Not>) {
                date_columns(*part.operand, columns);
            } else if constexpr (std::is_same_v<Part, And> || std::is_same_v<Part, Or>) {
                for (const Expression& operand : part.operands) date_columns(*operand, columns);
            }
        },
        node.value);
}

/// The column from which a rule's age counts; nothing if it has none, or more than one.
std::optional<std::string> only_date_column(const Node& node) {
    std::vector<std::string> dates;
    date_columns(node, dates);
    if (dates.empty()) dates = columns_of(node);
    if (dates.size() != 1) return std::nullopt;
    return dates.front();
}

/// What the lead has in the columns of an expression: `Web, 240`; dates as dates.
Result<std::string> shown_value(const Leads& leads, const Node& node, std::size_t row, Instant as_of) {
    std::vector<std::string> dates;
    date_columns(node, dates);
    std::string shown;
    for (const std::string& name : columns_of(node)) {
        const auto column = leads.column(name, as_of);
        if (!column) return error_of(column);
        if (!shown.empty()) shown += ", ";
        const bool is_date_column = std::ranges::find(dates, name) != dates.end();
        const Instant instant = is_date_column ? (*column)->as_instants()[row] : no_instant;
        shown += instant != no_instant ? format_instant(instant) : (*column)->text(row);
    }
    return shown;
}

double decayed(double points, std::optional<double> half_life, Instant since, Instant as_of) {
    if (!half_life || since == no_instant) return points;
    const double age = std::max(0.0, static_cast<double>(as_of - since) / static_cast<double>(ms_per_day));
    return points * std::exp2(-age / *half_life);
}

double clamp(double points, const PlaybookGroup& group) {
    if (group.cap) points = std::min(points, *group.cap);
    if (group.floor) points = std::max(points, *group.floor);
    return points;
}

/// Where each rule's points go: the index of its group, or groups.size() for rules whose sum nothing clamps.
std::vector<std::size_t> group_of_rules(const DefinitionInForce& definition) {
    std::vector<std::size_t> result;
    for (const PlaybookRule* rule : definition.rules) {
        const std::string key = fold(rule->group);
        const auto found = std::ranges::find_if(
            definition.groups, [&](const PlaybookGroup* group) { return fold(group->group) == key; });
        result.push_back(static_cast<std::size_t>(found - definition.groups.begin()));
    }
    return result;
}

bool passes(const PlaybookDefinition& definition, bool musts_hold, std::size_t holding, double score) {
    if (!musts_hold) return false;
    if (definition.at_least && static_cast<double>(holding) < *definition.at_least) return false;
    return !definition.threshold || score >= *definition.threshold;
}

}  // namespace

DefinitionInForce Qualification::collect(const PlaybookDefinition& definition) const {
    const std::string name = fold(definition.definition);
    const std::string versioned = fold(definition.definition + " v" + definition.version);
    const auto belongs = [&](const std::string& to) {
        const std::string key = fold(to);
        return key == name || (!definition.version.empty() && key == versioned);
    };
    DefinitionInForce result{&definition, {}, {}};
    for (const PlaybookRule& rule : leads_.playbook().rules)
        if (belongs(rule.definition)) result.rules.push_back(&rule);
    for (const PlaybookGroup& group : leads_.playbook().groups)
        if (belongs(group.definition)) result.groups.push_back(&group);
    return result;
}

Result<DefinitionInForce> Qualification::in_force(std::string_view definition, Instant as_of) const {
    const std::string name = fold(definition);
    const PlaybookDefinition* best = nullptr;
    bool known = false;
    for (const PlaybookDefinition& version : leads_.playbook().definitions) {
        if (fold(version.definition) != name) continue;
        known = true;
        if (is_valid_at(version, as_of) && (!best || version.valid_from >= best->valid_from)) best = &version;
    }
    if (!known) return tl::unexpected(no_such_definition(definition));
    if (!best)
        return not_available(
            {fmt::format("No version of \"{}\" is valid on {}.", definition, format_instant(as_of)),
             fmt::format("「{}」には {} に有効な版がありません。", definition, format_instant(as_of))});
    return collect(*best);
}

double Qualification::AppliedRule::points(std::size_t row, Instant as_of) const {
    if (!holds.test(row)) return 0.0;
    if (stages && (rule->repeats || rule->decay_days)) {
        std::vector<Instant> entries;
        stages->for_each_entry(stage, row, inclusive_end(as_of),
                               [&](Instant entry) { entries.push_back(entry); });
        const std::size_t limit = rule->repeats ? static_cast<std::size_t>(std::max(0.0, *rule->repeats)) : 1;
        if (entries.empty()) return rule->points;  // passed without a date of its own
        double sum = 0.0;
        for (std::size_t i = entries.size(); i-- > 0 && entries.size() - i <= limit;)
            sum += decayed(rule->points, rule->decay_days, entries[i], as_of);
        return sum;
    }
    return decayed(rule->points, rule->decay_days, dates.empty() ? no_instant : dates[row], as_of);
}

Result<Qualification::AppliedRule> Qualification::apply(const PlaybookRule& rule, const AsOf& as_of) const {
    const bool usual = as_of.uniform() && as_of.instant() == leads_.as_of();
    AppliedRule applied{&rule, {}, {}};
    if (usual) {
        const auto kept = leads_.where(rule.rule);
        if (!kept) return error_of(kept);
        applied.holds = **kept;
    } else {
        auto made = leads_.where(rule.rule, as_of);
        if (!made) return error_of(made);
        applied.holds = std::move(*made);
    }
    const Result<Expression>& node = leads_.parsed(rule.rule);
    if (!node || !*node) return applied;  // a blank rule holds for everyone
    if (const auto* predicate = std::get_if<Predicate>(&(*node)->value);
        predicate && predicate->kind == PredicateKind::reached) {
        const auto stages = leads_.stages();
        if (!stages) return error_of(stages);
        const auto stage = (*stages)->index(predicate->name);
        if (!stage) return error_of(stage);
        applied.stages = *stages;
        applied.stage = *stage;
    } else if (rule.decay_days) {
        if (const auto name = only_date_column(**node)) {
            const auto column = leads_.column(*name, as_of);
            if (!column) return error_of(column);
            applied.dates = (*column)->as_instants();
        }
    }
    return applied;
}

Result<Qualification::Judgement> Qualification::judge(const DefinitionInForce& definition,
                                                      const AsOf& as_of) const {
    const std::size_t rows = leads_.rows();
    const std::vector<std::size_t> group_of = group_of_rules(definition);
    std::vector<std::vector<double>> sums(definition.groups.size() + 1, std::vector<double>(rows, 0.0));
    std::vector<std::uint32_t> holding(rows, 0);
    Bitmap musts = leads_.present();
    for (std::size_t i = 0; i < definition.rules.size(); ++i) {
        const auto rule = apply(*definition.rules[i], as_of);
        if (!rule) return error_of(rule);
        if (rule->rule->must) musts &= rule->holds;
        std::vector<double>& sum = sums[group_of[i]];
        rule->holds.for_each([&](std::size_t row) {
            sum[row] += rule->points(row, as_of.at(row));
            ++holding[row];
        });
    }
    Judgement result{Bitmap(rows), std::vector<double>(rows, 0.0)};
    leads_.present().for_each([&](std::size_t row) {
        double score = 0.0;
        for (std::size_t group = 0; group < definition.groups.size(); ++group)
            score += clamp(sums[group][row], *definition.groups[group]);
        score += sums.back()[row];
        result.scores[row] = score;
        if (passes(*definition.definition, musts.test(row), holding[row], score)) result.qualifies.set(row);
    });
    return result;
}

/// As of a date per lead, each lead is judged by the version that was valid then.
Result<Qualification::Judgement> Qualification::judge_each(std::string_view definition,
                                                           const AsOf& as_of) const {
    Judgement result{Bitmap(leads_.rows()), std::vector<double>(leads_.rows(), 0.0)};
    const std::string name = fold(definition);
    bool known = false;
    for (const PlaybookDefinition& version : leads_.playbook().definitions) {
        if (fold(version.definition) != name) continue;
        known = true;
        const auto judgement = judge(collect(version), as_of);
        if (!judgement) return error_of(judgement);
        leads_.present().for_each([&](std::size_t row) {
            const auto valid = in_force(definition, as_of.at(row));
            if (!valid || valid->definition != &version) return;
            result.scores[row] = judgement->scores[row];
            if (judgement->qualifies.test(row)) result.qualifies.set(row);
        });
    }
    if (!known) return tl::unexpected(no_such_definition(definition));
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
    if (const auto found = kept_.find(key); found != kept_.end()) return found->second;
    const auto version = in_force(definition, as_of.instant());
    if (!version) return error_of(version);
    auto judgement = judge(*version, as_of);
    if (!judgement) return error_of(judgement);
    return kept_[key] = std::make_shared<const Judgement>(std::move(*judgement));
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

Result<Explanation> Qualification::explain(std::string_view definition, std::size_t row,
                                           Instant as_of) const {
    const auto version = in_force(definition, as_of);
    if (!version) return error_of(version);
    const std::vector<std::size_t> group_of = group_of_rules(*version);
    std::vector<double> sums(version->groups.size() + 1, 0.0);
    Explanation result{false, 0.0, {}, {}};
    bool musts_hold = true;
    std::size_t holding = 0;
    for (std::size_t i = 0; i < version->rules.size(); ++i) {
        const auto rule = apply(*version->rules[i], as_of);
        if (!rule) return error_of(rule);
        RuleLine line{rule->rule, rule->holds.test(row), rule->points(row, as_of), {}};
        if (const Result<Expression>& node = leads_.parsed(rule->rule->rule)) {
            const auto value = shown_value(leads_, **node, row, as_of);
            if (!value) return error_of(value);
            line.value = *value;
        }
        sums[group_of[i]] += line.points;
        musts_hold = musts_hold && (line.holds || !rule->rule->must);
        holding += line.holds ? 1u : 0u;
        result.rules.push_back(std::move(line));
    }
    for (std::size_t group = 0; group < version->groups.size(); ++group) {
        const double clamped = clamp(sums[group], *version->groups[group]);
        if (clamped != sums[group]) result.clamps.push_back({version->groups[group], clamped - sums[group]});
        result.score += clamped;
    }
    result.score += sums.back();
    result.qualifies = passes(*version->definition, musts_hold, holding, result.score);
    return result;
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
