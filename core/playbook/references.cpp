// What the expressions of a playbook refer to: unknown names and circles.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/playbook/checker.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

void collect(const Node& node, std::vector<Predicate>& into) {
    std::visit(Overloaded{[&](const Predicate& predicate) { into.push_back(predicate); },
                          [&](const Not& negation) { collect(*negation.operand, into); },
                          [&](const And& all) {
                              for (const Expression& operand : all.operands) collect(*operand, into);
                          },
                          [&](const Or& any) {
                              for (const Expression& operand : any.operands) collect(*operand, into);
                          },
                          [](const auto&) {}},
               node.value);
}

/// What expressions define and refer to: `is hot lead`, `won`, the stages (which are worked out all at once).
struct Place {
    /// A reference, and the entry that makes it.
    struct Need {
        std::size_t place;
        Block block;
        std::size_t index;
    };
    std::string name;  // for messages
    std::vector<Need> needs;
};

class References {
  public:
    References(const Playbook& playbook, const std::vector<PlacedExpression>& expressions)
        : playbook_(playbook) {
        for (const PlaybookDefinition& definition : playbook.definitions)
            for (const std::string& name : names_of(definition))
                definitions_.emplace(name, definition.definition);
        // Every name is known before the first reference is drawn: a reference to a name that no expression
        // defines leads nowhere and closes no circle.
        for (const PlacedExpression& placed : expressions) place_of(placed);
        for (const PlacedExpression& placed : expressions) draw(placed);
    }

    void report(ProblemList& problems) {
        std::vector<Colour> colours(places_.size(), Colour::unseen);
        for (std::size_t start = 0; start < places_.size(); ++start)
            if (colours[start] == Colour::unseen) walk(start, colours, problems);
    }

  private:
    enum class Colour { unseen, open, done };

    static constexpr const char* stages = "[stages]";

    static std::string key(std::string_view name) { return "is " + fold(name); }
    static std::string key(Outcome outcome) { return std::string(outcome_name(outcome)); }

    std::size_t place_of(const PlacedExpression& placed) {
        const auto [name, key] = naming(placed);
        const auto [found, fresh] = index_.emplace(key, places_.size());
        if (fresh) places_.push_back({name, {}});
        return found->second;
    }

    /// What the expression helps to define: as a message names it, and as references find it.
    std::pair<std::string, std::string> naming(const PlacedExpression& placed) const {
        switch (placed.block) {
            case Block::rules:
                return named(playbook_.rules[placed.index].definition);
            case Block::personas:
                return named(playbook_.personas[placed.index].name);
            case Block::segments:
                return named(playbook_.segments[placed.index].name);
            case Block::stages:
                return {stages, stages};
            default:
                break;
        }
        const std::string outcome = key(playbook_.outcomes[placed.index].outcome);
        return {outcome, outcome};
    }
    /// Without the version a rule may be for.
    std::string definition(const std::string& name) const {
        const auto found = definitions_.find(fold(name));
        return found == definitions_.end() ? name : found->second;
    }
    static std::pair<std::string, std::string> named(const std::string& name) { return {name, key(name)}; }

    void draw(const PlacedExpression& placed) {
        Place& place = places_[place_of(placed)];
        for (const Predicate& predicate : predicates_of(*placed.expression))
            for (const std::string& target : targets(predicate))
                if (const auto found = index_.find(target); found != index_.end())
                    place.needs.push_back({found->second, placed.block, placed.index});
    }

    static constexpr Outcome ending[] = {Outcome::won, Outcome::lost, Outcome::disqualified,
                                         Outcome::rejected};

    static std::vector<std::string> targets(const Predicate& predicate) {
        std::vector<std::string> ends;
        for (const Outcome outcome : ending) ends.push_back(key(outcome));
        switch (predicate.kind) {
            case PredicateKind::definition:
                return {key(predicate.name)};
            case PredicateKind::reached:
                return {stages};
            case PredicateKind::at:
                ends.push_back(stages);
                return ends;  // who has ended is at no stage
            case PredicateKind::open:
                return ends;
            case PredicateKind::won:
                return {key(Outcome::won)};
            case PredicateKind::lost:
                return {key(Outcome::lost)};
            case PredicateKind::rejected:
                return {key(Outcome::rejected)};
            case PredicateKind::accepted:
                return {key(Outcome::accepted)};
            case PredicateKind::disqualified:
                return {key(Outcome::disqualified)};
            case PredicateKind::recycled:
                return {key(Outcome::recycled)};
            case PredicateKind::qualified_at_hand_off:
                break;
        }
        return {};
    }

    struct Step {
        std::size_t place;
        std::size_t next = 0;
    };

    /// Depth first, with a stack of our own: chains may be as long as the playbook.
    void walk(std::size_t start, std::vector<Colour>& colours, ProblemList& problems) const {
        std::vector<Step> path{{start}};
        colours[start] = Colour::open;
        while (!path.empty()) {
            Step& step = path.back();
            const Place& place = places_[step.place];
            if (step.next == place.needs.size()) {
                colours[step.place] = Colour::done;
                path.pop_back();
                continue;
            }
            const Place::Need& need = place.needs[step.next++];
            if (colours[need.place] == Colour::open) report_circle(path, need, problems);
            if (colours[need.place] != Colour::unseen) continue;
            colours[need.place] = Colour::open;
            path.push_back({need.place});
        }
    }

    void report_circle(const std::vector<Step>& path, const Place::Need& closing,
                       ProblemList& problems) const {
        std::string circle;
        bool inside = false;
        for (const Step& passed : path) {
            inside = inside || passed.place == closing.place;
            if (inside) circle += places_[passed.place].name + " → ";
        }
        circle += places_[closing.place].name;
        problems.add(closing.block, closing.index,
                     {fmt::format("this refers to itself: {}", circle),
                      fmt::format("自分自身を参照しています：{}", circle)});
    }

    const Playbook& playbook_;
    std::vector<Place> places_;
    std::unordered_map<std::string, std::string> definitions_;
    std::unordered_map<std::string, std::size_t> index_;
};

std::set<std::string> names_for_is(const Playbook& playbook) {
    std::set<std::string> names;
    for (const PlaybookDefinition& definition : playbook.definitions)
        names.insert(fold(definition.definition));
    for (const PlaybookSegment& persona : playbook.personas) names.insert(fold(persona.name));
    for (const PlaybookSegment& segment : playbook.segments) names.insert(fold(segment.name));
    return names;
}

}  // namespace

std::vector<Predicate> predicates_of(const Node& expression) {
    std::vector<Predicate> found;
    collect(expression, found);
    return found;
}

void check_names(const Playbook& playbook, const std::vector<PlacedExpression>& expressions,
                 ProblemList& problems) {
    const std::set<std::string> definitions = names_for_is(playbook);
    std::set<std::string> stages;
    for (const PlaybookStage& stage : playbook.stages) stages.insert(fold(stage.stage));
    for (const PlacedExpression& placed : expressions) {
        for (const Predicate& predicate : predicates_of(*placed.expression)) {
            const std::string name = fold(predicate.name);
            if (predicate.kind == PredicateKind::definition && !definitions.contains(name))
                problems.add(
                    placed.block, placed.index,
                    {fmt::format("\"{}\" is no definition, persona or segment", predicate.name),
                     fmt::format("「{}」という定義、ペルソナ、セグメントはありません", predicate.name)});
            const bool stage =
                predicate.kind == PredicateKind::reached || predicate.kind == PredicateKind::at;
            if (stage && !stages.contains(name))
                problems.add(placed.block, placed.index,
                             {fmt::format("\"{}\" is no stage", predicate.name),
                              fmt::format("「{}」というステージはありません", predicate.name)});
        }
    }
}

void check_circles(const Playbook& playbook, const std::vector<PlacedExpression>& expressions,
                   ProblemList& problems) {
    References(playbook, expressions).report(problems);
}

}  // namespace kakehashi
