#include "core/playbook/problems.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/expression/metric_formula.hpp"
#include "core/playbook/checker.hpp"
#include "core/playbook/fingerprint.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

class Checker {
  public:
    explicit Checker(const ReadPlaybook& read) : playbook_(read.playbook), problems_(read) {
        for (const PlaybookDefinition& definition : playbook_.definitions)
            for (const std::string& name : names_of(definition))
                named_[name].definitions.push_back(&definition);
        for (const PlaybookRule& rule : playbook_.rules) named_[fold(rule.definition)].rules.push_back(&rule);
        for (const PlaybookGroup& group : playbook_.groups)
            named_[fold(group.definition)].groups.push_back(&group);
    }

    std::vector<PlaybookProblem> run() && {
        check_settings();
        check_repeats();
        check_stages();
        check_definitions();
        check_rules();
        check_groups();
        check_metrics();
        check_signoffs();
        parse_expressions();
        check_names(playbook_, expressions_, problems_);
        check_names(playbook_, metric_conditions_, problems_);
        check_circles(playbook_, expressions_, problems_);
        return std::move(problems_).sorted();
    }

  private:
    /// Everything under one of the names that rules and groups may use.
    struct Named {
        std::vector<const PlaybookDefinition*> definitions;
        std::vector<const PlaybookRule*> rules;
        std::vector<const PlaybookGroup*> groups;
    };

    void check_settings() {
        const auto share = [&](const std::optional<double>& value, const char* en, const char* ja) {
            if (!value || (*value >= 0 && *value <= 1)) return;
            problems_.add(Block::playbook,
                          {fmt::format("{} {} is not between 0 and 1", en, format_number(*value)),
                           fmt::format("{} {} が 0〜1 の範囲にありません", ja, format_number(*value))});
        };
        share(playbook_.margin, "margin", "粗利率");
        share(playbook_.churn, "churn", "解約率");
        const StatusLimits& limits = playbook_.status_limits;
        if (limits.ahead < limits.on_track || limits.on_track < limits.behind)
            problems_.add(Block::playbook, {"status limits do not descend from ahead to behind",
                                            "状況の境目が ahead から behind へ小さくなっていません"});
        if (!playbook_.opportunity_stage.empty() && !knows_stage(playbook_.opportunity_stage))
            problems_.add(
                Block::playbook,
                {fmt::format("opportunity stage: \"{}\" is no stage", playbook_.opportunity_stage),
                 fmt::format("商談ステージ：「{}」というステージはありません", playbook_.opportunity_stage)});
    }

    bool knows_stage(std::string_view name) const {
        const std::string folded = fold(name);
        return std::any_of(playbook_.stages.begin(), playbook_.stages.end(),
                           [&](const PlaybookStage& stage) { return fold(stage.stage) == folded; });
    }

    /// Reports every entry whose name came before in the same block.
    template <class E, class Name>
    void check_unique(Block block, const std::vector<E>& entries, Name name) {
        std::set<std::string> seen;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const std::string shown = name(entries[i]);
            if (seen.insert(fold(shown)).second) continue;
            problems_.add(
                block, i,
                {fmt::format("\"{}\" stands here twice", shown), fmt::format("「{}」が二度あります", shown)});
        }
    }

    void check_repeats() {
        check_unique(Block::stages, playbook_.stages, [](const auto& entry) { return entry.stage; });
        check_unique(Block::definitions, playbook_.definitions, [](const PlaybookDefinition& entry) {
            return entry.version.empty() ? entry.definition : entry.definition + " v" + entry.version;
        });
        check_unique(Block::groups, playbook_.groups,
                     [](const auto& entry) { return entry.definition + " / " + entry.group; });
        check_unique(Block::reasons, playbook_.reasons, [](const auto& entry) { return entry.reason; });
        check_unique(Block::terms, playbook_.terms, [](const auto& entry) { return entry.term; });
        check_unique(Block::metrics, playbook_.metrics, [](const auto& entry) { return entry.metric; });
        check_unique(Block::personas, playbook_.personas, [](const auto& entry) { return entry.name; });
        check_unique(Block::segments, playbook_.segments, [](const auto& entry) {
            return entry.scheme.empty() ? entry.name : entry.scheme + " / " + entry.name;
        });
        check_unique(Block::holidays, playbook_.holidays,
                     [](const auto& entry) { return format_instant(entry.date); });
        check_shared_names();
    }

    /// `is [X]` can mean one thing only.
    void check_shared_names() {
        std::map<std::string, Block> seen;
        for (const PlaybookDefinition& definition : playbook_.definitions)
            seen.emplace(fold(definition.definition), Block::definitions);
        const auto check = [&](Block block, const std::vector<PlaybookSegment>& entries) {
            for (std::size_t i = 0; i < entries.size(); ++i) {
                const auto [found, fresh] = seen.emplace(fold(entries[i].name), block);
                if (fresh || found->second == block) continue;
                const std::string_view other = form_of(found->second).name;
                problems_.add(block, i,
                              {fmt::format("\"{}\" is also a name in [{}]", entries[i].name, other),
                               fmt::format("「{}」は [{}] にもある名前です", entries[i].name, other)});
            }
        };
        check(Block::personas, playbook_.personas);
        check(Block::segments, playbook_.segments);
    }

    void check_not_negative(Block block, std::size_t index, const char* header,
                            const std::optional<double>& value) {
        if (!value || *value >= 0) return;
        problems_.add(block, index,
                      {fmt::format("{} is negative", header), fmt::format("{} が負の値です", header)});
    }

    void check_stages() {
        for (std::size_t i = 0; i < playbook_.stages.size(); ++i) {
            check_not_negative(Block::stages, i, "within days", playbook_.stages[i].within_days);
            check_not_negative(Block::stages, i, "within hours", playbook_.stages[i].within_hours);
        }
    }

    void check_definitions() {
        for (std::size_t i = 0; i < playbook_.definitions.size(); ++i) {
            const PlaybookDefinition& definition = playbook_.definitions[i];
            check_not_negative(Block::definitions, i, "at least", definition.at_least);
            check_not_negative(Block::definitions, i, "capacity per week", definition.capacity_per_week);
            check_validity(i);
            check_reachable(i);
        }
    }

    void check_validity(std::size_t index) {
        const PlaybookDefinition& definition = playbook_.definitions[index];
        const auto [from, to] = validity(definition);
        if (from > to)
            return problems_.add(Block::definitions, index,
                                 {"valid to is before valid from", "適用終了が適用開始より前です"});
        for (const PlaybookDefinition* other : named_[fold(definition.definition)].definitions) {
            if (other == &definition) return;
            const auto [other_from, other_to] = validity(*other);
            if (other_from > other_to || to < other_from || other_to < from) continue;
            if (fold(other->version) == fold(definition.version)) continue;  // reported as a repetition
            return problems_.add(
                Block::definitions, index,
                {fmt::format("versions \"{}\" and \"{}\" of \"{}\" are valid at the same time",
                             other->version, definition.version, definition.definition),
                 fmt::format("「{}」の版「{}」と「{}」の適用期間が重なっています", definition.definition,
                             other->version, definition.version)});
        }
    }

    static std::pair<Instant, Instant> validity(const PlaybookDefinition& definition) {
        return {definition.valid_from == no_instant ? earliest : definition.valid_from,
                definition.valid_to == no_instant ? latest : inclusive_end(definition.valid_to)};
    }

    /// Rules and groups of the definition, however they call it.
    Named belonging_to(const PlaybookDefinition& definition) {
        Named all;
        for (const std::string& name : names_of(definition)) {
            const Named& part = named_[name];
            all.rules.insert(all.rules.end(), part.rules.begin(), part.rules.end());
            all.groups.insert(all.groups.end(), part.groups.begin(), part.groups.end());
        }
        return all;
    }

    /// The most points the rules can give.
    static double best_score(const Named& named) {
        std::map<std::string, double> best;  // by group
        for (const PlaybookRule* rule : named.rules)
            best[fold(rule->group)] += std::max(0.0, rule->points) * std::max(1.0, rule->repeats.value_or(1));
        for (const PlaybookGroup* group : named.groups) {
            const auto found = best.find(fold(group->group));
            if (found == best.end()) continue;
            if (group->floor) found->second = std::max(found->second, *group->floor);
            if (group->cap) found->second = std::min(found->second, *group->cap);
        }
        double score = 0;
        for (const auto& [group, points] : best) score += points;
        return score;
    }

    void check_reachable(std::size_t index) {
        const PlaybookDefinition& definition = playbook_.definitions[index];
        const Named named = belonging_to(definition);
        const std::size_t rules = named.rules.size();
        const double score = best_score(named);
        if (rules == 0)
            return problems_.add(Block::definitions, index,
                                 {fmt::format("\"{}\" has no rules", definition.definition),
                                  fmt::format("「{}」にルールがありません", definition.definition)});
        if (definition.threshold && *definition.threshold > score + 1e-9)
            problems_.add(Block::definitions, index,
                          {fmt::format("the threshold {} cannot be reached: the rules give {} at most",
                                       format_number(*definition.threshold), format_number(score)),
                           fmt::format("しきい値 {} に届きません。ルールの合計は最大 {} です",
                                       format_number(*definition.threshold), format_number(score))});
        if (definition.at_least && *definition.at_least > static_cast<double>(rules))
            problems_.add(Block::definitions, index,
                          {fmt::format("at least {} rules cannot hold: there are {}",
                                       format_number(*definition.at_least), rules),
                           fmt::format("最低数 {} に対してルールが {} 件しかありません",
                                       format_number(*definition.at_least), rules)});
    }

    void check_rules() {
        for (std::size_t i = 0; i < playbook_.rules.size(); ++i) {
            const PlaybookRule& rule = playbook_.rules[i];
            if (named_[fold(rule.definition)].definitions.empty())
                problems_.add(Block::rules, i,
                              {fmt::format("\"{}\" is no definition", rule.definition),
                               fmt::format("「{}」という定義はありません", rule.definition)});
            if (rule.decay_days && !(*rule.decay_days > 0))
                problems_.add(Block::rules, i,
                              {"decay days must be more than 0", "半減日数は 0 より大きい値が必要です"});
            if (rule.repeats && !(*rule.repeats >= 1 && std::floor(*rule.repeats) == *rule.repeats))
                problems_.add(Block::rules, i,
                              {"repeats must be a whole number from 1", "回数は 1 以上の整数が必要です"});
        }
    }

    std::string without_version(const std::string& name) {
        const Named& named = named_[fold(name)];
        return fold(named.definitions.empty() ? name : named.definitions.front()->definition);
    }

    void check_groups() {
        std::set<std::pair<std::string, std::string>> used;
        for (const PlaybookRule& rule : playbook_.rules)
            used.emplace(without_version(rule.definition), fold(rule.group));
        for (std::size_t i = 0; i < playbook_.groups.size(); ++i) {
            const PlaybookGroup& group = playbook_.groups[i];
            if (!used.contains({without_version(group.definition), fold(group.group)}))
                problems_.add(
                    Block::groups, i,
                    {fmt::format("no rule of \"{}\" is in the group \"{}\"", group.definition, group.group),
                     fmt::format("「{}」にグループ「{}」のルールがありません", group.definition,
                                 group.group)});
            if (group.floor && group.cap && *group.floor > *group.cap)
                problems_.add(Block::groups, i, {"the floor is above the cap", "下限が上限を超えています"});
        }
    }

    void check_metrics() {
        for (std::size_t i = 0; i < playbook_.metrics.size(); ++i) {
            const PlaybookMetric& metric = playbook_.metrics[i];
            if (trim(metric.formula).empty()) continue;  // a name that waits for its formula
            const auto formula = parse_metric_formula(metric.formula);
            if (!formula) {
                problems_.add(Block::metrics, i, formula.error().message);
                continue;
            }
            check_figure(i, formula->first);
            if (formula->joined) check_figure(i, formula->second);
        }
    }

    /// The stages a figure of a metric names, and what its condition refers to.
    void check_figure(std::size_t index, const MetricFigure& figure) {
        if (names_stages(figure.kind))
            for (const std::string& stage : {figure.name, figure.to})
                if (!stage.empty() && !knows_stage(stage))
                    problems_.add(Block::metrics, index,
                                  {fmt::format("\"{}\" is no stage", stage),
                                   fmt::format("「{}」というステージはありません", stage)});
        if (figure.condition) metric_conditions_.push_back({Block::metrics, index, figure.condition});
    }

    void check_signoffs() {
        for (std::size_t i = 0; i < playbook_.signoffs.size(); ++i) {
            const PlaybookSignoff& signoff = playbook_.signoffs[i];
            if (!is_department(signoff.department))
                problems_.add(
                    Block::signoffs, i,
                    {fmt::format("\"{}\" is neither marketing nor sales", signoff.department),
                     fmt::format("「{}」はマーケティングでも営業でもありません", signoff.department)});
            if (fold(signoff.fingerprint).empty())
                problems_.add(
                    Block::signoffs, i,
                    {"a sign-off without a fingerprint does not count", "指紋のない署名は有効になりません"});
            else if (!signed_fingerprint(signoff))
                problems_.add(Block::signoffs, i,
                              {fmt::format("\"{}\" is no fingerprint (12 hexadecimal digits)",
                                           playbook_.signoffs[i].fingerprint),
                               fmt::format("「{}」は指紋（16 進数 12 桁）ではありません",
                                           playbook_.signoffs[i].fingerprint)});
        }
    }

    void parse(Block block, std::size_t index, const std::string& text) {
        if (text.empty()) return;
        Result<Expression> parsed = parse_expression(text);
        if (!parsed) return problems_.add(block, index, parsed.error().message);
        expressions_.push_back({block, index, std::move(*parsed)});
    }

    template <class E>
    void parse_all(Block block, const std::vector<E>& entries, std::string E::*text) {
        for (std::size_t i = 0; i < entries.size(); ++i) parse(block, i, entries[i].*text);
    }

    void parse_expressions() {
        parse_all(Block::stages, playbook_.stages, &PlaybookStage::when);
        parse_all(Block::outcomes, playbook_.outcomes, &PlaybookOutcome::when);
        parse_all(Block::rules, playbook_.rules, &PlaybookRule::rule);
        parse_all(Block::personas, playbook_.personas, &PlaybookSegment::when);
        parse_all(Block::segments, playbook_.segments, &PlaybookSegment::when);
    }

    const Playbook& playbook_;
    ProblemList problems_;
    std::map<std::string, Named> named_;
    std::vector<PlacedExpression> expressions_;
    std::vector<PlacedExpression> metric_conditions_;  // nothing refers to them, so they close no circle
};

}  // namespace

std::vector<PlaybookProblem> problems_of(const ReadPlaybook& read) {
    return Checker(read).run();
}

std::string problem_text(const PlaybookProblem& problem, Language language) {
    const std::string& message = problem.message.in(language);
    if (problem.block.empty()) return message;
    const std::string_view colon = language == Language::japanese ? "：" : ": ";
    if (problem.row == 0) return fmt::format("{}{}{}", problem.block, colon, message);
    return fmt::format("{} {}{}{}", problem.block, problem.row, colon, message);
}

}  // namespace kakehashi
