#include "core/evidence/outcome_columns.hpp"

#include <algorithm>
#include <string>
#include <variant>

#include "core/leads/leads.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

class Collector {
  public:
    explicit Collector(const Leads& leads) : leads_(leads), playbook_(leads.playbook()) {}

    /// Each text once: definitions may go in circles.
    void expression(std::string_view text) {
        if (trim(text).empty() || !seen_.insert(std::string(text)).second) return;
        if (const auto& parsed = leads_.parsed(text)) node(**parsed);
    }
    void known_outcomes() {
        for (const Outcome end : {Outcome::won, Outcome::lost, Outcome::rejected, Outcome::disqualified})
            outcome(end);
    }
    std::set<std::size_t> take() { return std::move(columns_); }

  private:
    void node(const Node& node) {
        std::visit([this](const auto& part) { collect(part); }, node.value);
    }
    void collect(const Not& part) { node(*part.operand); }
    void collect(const And& part) {
        for (const Expression& operand : part.operands) node(*operand);
    }
    void collect(const Or& part) {
        for (const Expression& operand : part.operands) node(*operand);
    }
    template <class Condition>
    void collect(const Condition& condition) {
        column(condition.column);
    }
    void collect(const Predicate& part) {
        switch (part.kind) {
            case PredicateKind::won:
                return outcome(Outcome::won);
            case PredicateKind::lost:
                return outcome(Outcome::lost);
            case PredicateKind::rejected:
                return outcome(Outcome::rejected);
            case PredicateKind::accepted:
                return outcome(Outcome::accepted);
            case PredicateKind::disqualified:
                return outcome(Outcome::disqualified);
            case PredicateKind::recycled:
                return outcome(Outcome::recycled);
            case PredicateKind::open:
                return known_outcomes();
            case PredicateKind::reached:
            case PredicateKind::at:
                return stages();
            case PredicateKind::definition:
                return definition(part.name);
            case PredicateKind::qualified_at_hand_off:
                if (!playbook_.definitions.empty()) definition(playbook_.definitions.front().definition);
                return role(Role::handed_off);
        }
    }

    void column(std::string_view name) {
        if (const auto found = leads_.table().find(name)) {
            columns_.insert(*found);
        } else if (const auto known = parse_role(name); known && leads_.role_index(*known)) {
            role(*known);
        } else {
            pseudo_column(fold(name));
        }
    }
    void pseudo_column(const std::string& name) {
        if (name == "outcome" || name == "結果") {
            known_outcomes();
            outcome(Outcome::recycled);
            return outcome(Outcome::accepted);
        }
        for (const std::string_view score : {"score ", "得点 "})
            if (name.starts_with(score)) return definition(std::string_view(name).substr(score.size()));
        stages();  // [stage], [stage now], [days in stage], [cycle days]
    }
    void role(Role role) {
        if (const auto found = leads_.role_index(role)) columns_.insert(*found);
    }
    void outcome(Outcome outcome) {
        bool agreed = false;
        for (const PlaybookOutcome& entry : playbook_.outcomes) {
            if (entry.outcome != outcome || trim(entry.when).empty()) continue;
            expression(entry.when);
            agreed = true;
        }
        if (agreed) return;
        role(Role::outcome);
        role(Role::stage);
        if (outcome == Outcome::won) stages();
        if (outcome == Outcome::accepted) role(Role::accepted);
        if (outcome == Outcome::rejected) role(Role::rejected);
    }
    /// A later stage implies the earlier ones, so that each may depend on all.
    void stages() {
        role(Role::stage);
        for (const PlaybookStage& stage : playbook_.stages) {
            if (const auto found =
                    leads_.table().find(trim(stage.column).empty() ? stage.stage : stage.column))
                columns_.insert(*found);
            expression(stage.when);
        }
    }
    void definition(std::string_view name) {
        const std::string key = fold(name);
        for (const auto* list : {&playbook_.personas, &playbook_.segments})
            for (const PlaybookSegment& segment : *list)
                if (fold(segment.name) == key) expression(segment.when);
        for (const PlaybookRule& rule : playbook_.rules)
            if ((fold(rule.definition) + " ").starts_with(key + " "))
                expression(rule.rule);  // `Hot lead v2`, too
    }

    const Leads& leads_;
    const Playbook& playbook_;
    std::set<std::string> seen_;
    std::set<std::size_t> columns_;
};

}  // namespace

std::set<std::size_t> outcome_columns(const Leads& leads, std::string_view expression) {
    Collector collector(leads);
    if (trim(expression).empty()) {
        collector.known_outcomes();
    } else {
        collector.expression(expression);
    }
    return collector.take();
}

}  // namespace kakehashi
