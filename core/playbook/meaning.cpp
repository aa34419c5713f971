#include "core/playbook/meaning.hpp"

#include <fmt/format.h>

#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

template <class E>
const std::string* find(const std::vector<E>& entries, std::string E::*name, const std::string& folded) {
    for (const E& entry : entries)
        if (!entry.meaning.empty() && fold(entry.*name) == folded) return &entry.meaning;
    return nullptr;
}

bool valid_at(const PlaybookDefinition& definition, Instant instant) {
    const bool begun = definition.valid_from == no_instant || definition.valid_from <= instant;
    return begun && (definition.valid_to == no_instant || instant <= inclusive_end(definition.valid_to));
}

const std::string* find_definition(const Playbook& playbook, const std::string& folded, Instant now) {
    const Instant as_of = playbook.as_of == no_instant ? now : playbook.as_of;
    for (const PlaybookDefinition& definition : playbook.definitions)
        if (!definition.meaning.empty() && fold(definition.definition) == folded &&
            valid_at(definition, as_of))
            return &definition.meaning;
    return find(playbook.definitions, &PlaybookDefinition::definition, folded);
}

}  // namespace

Result<std::string> meaning(const Playbook& playbook, std::string_view term, Instant now) {
    const std::string folded = fold(term);
    const std::string* found = find(playbook.terms, &PlaybookTerm::term, folded);
    if (found == nullptr) found = find(playbook.stages, &PlaybookStage::stage, folded);
    if (found == nullptr) found = find_definition(playbook, folded, now);
    if (found == nullptr) found = find(playbook.metrics, &PlaybookMetric::metric, folded);
    if (found != nullptr) return *found;
    return not_available({fmt::format("The playbook does not say what \"{}\" means.", term),
                          fmt::format("「{}」の意味はプレイブックに書かれていません。", term)});
}

}  // namespace kakehashi
