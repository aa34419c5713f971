#include "core/leads/definition_in_force.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

bool is_valid_at(const PlaybookDefinition& definition, Instant as_of) {
    const bool begun = definition.valid_from == no_instant || definition.valid_from <= inclusive_end(as_of);
    return begun && (definition.valid_to == no_instant || inclusive_end(definition.valid_to) >= as_of);
}

/// Entries that name the version come before those that hold for every version.
void add_groups(const Playbook& playbook, const std::string& name, DefinitionInForce& result) {
    for (const PlaybookGroup& group : playbook.groups) {
        if (fold(group.definition) != name) continue;
        const std::string key = fold(group.group);
        if (std::ranges::none_of(result.groups,
                                 [&](const PlaybookGroup* known) { return fold(known->group) == key; }))
            result.groups.push_back(&group);
    }
}

DefinitionInForce collect(const Playbook& playbook, const PlaybookDefinition& definition) {
    const std::string name = fold(definition.definition);
    const std::string versioned =
        definition.version.empty() ? name : fold(definition.definition + " v" + definition.version);
    DefinitionInForce result{&definition, {}, {}};
    for (const PlaybookRule& rule : playbook.rules)
        if (const std::string key = fold(rule.definition); key == name || key == versioned)
            result.rules.push_back(&rule);
    add_groups(playbook, versioned, result);
    add_groups(playbook, name, result);
    return result;
}

}  // namespace

Result<std::vector<DefinitionInForce>> versions_of(const Playbook& playbook, std::string_view definition) {
    const std::string name = fold(definition);
    std::vector<DefinitionInForce> versions;
    for (const PlaybookDefinition& version : playbook.definitions)
        if (fold(version.definition) == name) versions.push_back(collect(playbook, version));
    if (versions.empty())
        return not_available({fmt::format("The playbook has no definition \"{}\".", definition),
                              fmt::format("プレイブックに定義「{}」がありません。", definition)});
    return versions;
}

const DefinitionInForce* valid_at(const std::vector<DefinitionInForce>& versions, Instant as_of) {
    const DefinitionInForce* best = nullptr;
    for (const DefinitionInForce& version : versions)
        if (is_valid_at(*version.definition, as_of) &&
            (best == nullptr || version.definition->valid_from >= best->definition->valid_from))
            best = &version;
    return best;
}

Result<DefinitionInForce> in_force(const Playbook& playbook, std::string_view definition, Instant as_of) {
    const auto versions = versions_of(playbook, definition);
    if (!versions) return error_of(versions);
    if (const DefinitionInForce* valid = valid_at(*versions, as_of)) return *valid;
    return not_available(
        {fmt::format("No version of \"{}\" is valid on {}.", definition, format_instant(as_of)),
         fmt::format("「{}」には {} に有効な版がありません。", definition, format_instant(as_of))});
}

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

double clamped(double points, const PlaybookGroup& group) {
    if (group.cap) points = std::min(points, *group.cap);
    if (group.floor) points = std::max(points, *group.floor);
    return points;
}

bool passes(const PlaybookDefinition& definition, bool musts_hold, std::size_t holding, double score) {
    if (!musts_hold) return false;
    if (definition.at_least && static_cast<double>(holding) < *definition.at_least) return false;
    return !definition.threshold || score >= *definition.threshold;
}

}  // namespace kakehashi
