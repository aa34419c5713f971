#include "core/leads/applied_rule.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "core/leads/leads.hpp"
#include "core/leads/stages.hpp"

namespace kakehashi {
namespace {

bool is_date(const Literal& literal) {
    return std::holds_alternative<DateLiteral>(literal) || std::holds_alternative<TodayLiteral>(literal);
}

void add_date_columns(const Node& node, std::vector<std::string>& columns) {
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
                add_date_columns(*part.operand, columns);
            } else if constexpr (std::is_same_v<Part, And> || std::is_same_v<Part, Or>) {
                for (const Expression& operand : part.operands) add_date_columns(*operand, columns);
            }
        },
        node.value);
}

/// The column from which a rule's age counts; nothing if it has none, or more than one.
std::optional<std::string> only_date_column(const Node& node) {
    std::vector<std::string> dates = date_columns(node);
    if (dates.empty()) dates = columns_of(node);
    if (dates.size() != 1) return std::nullopt;
    return dates.front();
}

double decayed(double points, std::optional<double> half_life, Instant since, Instant as_of) {
    if (!half_life || !(*half_life > 0.0) || since == no_instant) return points;
    const double passed = static_cast<double>(as_of) - static_cast<double>(since);
    const double age = std::max(0.0, passed / static_cast<double>(ms_per_day));
    return points * std::exp2(-age / *half_life);
}

}  // namespace

std::vector<std::string> date_columns(const Node& expression) {
    std::vector<std::string> columns;
    add_date_columns(expression, columns);
    return columns;
}

double AppliedRule::points(std::size_t row, Instant as_of) const {
    if (!holds.test(row)) return 0.0;
    if (stages && (rule->repeats || rule->decay_days)) {
        std::vector<Instant> entries;
        stages->for_each_entry(stage, row, inclusive_end(as_of),
                               [&](Instant entry) { entries.push_back(entry); });
        const std::size_t limit =
            rule->repeats ? static_cast<std::size_t>(std::clamp(*rule->repeats, 0.0, 1e9)) : 1;
        if (entries.empty()) return rule->points;  // passed without a date of its own
        double sum = 0.0;
        for (std::size_t i = entries.size(); i-- > 0 && entries.size() - i <= limit;)
            sum += decayed(rule->points, rule->decay_days, entries[i], as_of);
        return sum;
    }
    return decayed(rule->points, rule->decay_days, dates.empty() ? no_instant : dates[row], as_of);
}

Result<AppliedRule> apply(const Leads& leads, const PlaybookRule& rule, const AsOf& as_of) {
    const bool usual = as_of.uniform() && as_of.instant() == leads.as_of();
    AppliedRule applied{&rule, {}, {}};
    if (usual) {
        const auto kept = leads.where(rule.rule);
        if (!kept) return error_of(kept);
        applied.holds = **kept;
    } else {
        auto made = leads.where(rule.rule, as_of);
        if (!made) return error_of(made);
        applied.holds = std::move(*made);
    }
    const Result<Expression>& node = leads.parsed(rule.rule);
    if (!node || !*node) return applied;  // a blank rule holds for everyone
    if (const auto* predicate = std::get_if<Predicate>(&(*node)->value);
        predicate && predicate->kind == PredicateKind::reached) {
        const auto stages = leads.stages();
        if (!stages) return error_of(stages);
        const auto stage = (*stages)->index(predicate->name);
        if (!stage) return error_of(stage);
        applied.stages = *stages;
        applied.stage = *stage;
    } else if (rule.decay_days) {
        if (const auto name = only_date_column(**node)) {
            const auto column = leads.column(*name, as_of);
            if (!column) return error_of(column);
            applied.dates = (*column)->as_instants();
        }
    }
    return applied;
}

}  // namespace kakehashi
