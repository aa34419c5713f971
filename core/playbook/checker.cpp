#include "core/playbook/checker.hpp"

#include <algorithm>
#include <map>

#include "core/table/reading.hpp"

namespace kakehashi {

void ProblemList::add(Block block, std::size_t index, Text message) {
    const std::string name(form_of(block).name);
    const auto rows = read_.rows.find(name);
    const bool known = rows != read_.rows.end() && index < rows->second.size();
    problems_.push_back({name, known ? rows->second[index] : index + 1, std::move(message)});
}

void ProblemList::add(Block block, Text message) {
    problems_.push_back({std::string(form_of(block).name), 0, std::move(message)});
}

std::vector<PlaybookProblem> ProblemList::sorted() && {
    std::map<std::string, std::size_t> ranks;
    for (const PlaybookProblem& problem : problems_) {
        if (ranks.contains(problem.block)) continue;
        const auto block = find_block(problem.block);
        ranks[problem.block] = block ? static_cast<std::size_t>(*block) : block_count;
    }
    const auto before = [&](const PlaybookProblem& a, const PlaybookProblem& b) {
        return std::pair{ranks[a.block], a.row} < std::pair{ranks[b.block], b.row};
    };
    std::stable_sort(problems_.begin(), problems_.end(), before);
    return std::move(problems_);
}

std::vector<std::string> names_of(const PlaybookDefinition& definition) {
    std::vector<std::string> names{fold(definition.definition)};
    if (!definition.version.empty()) names.push_back(fold(definition.definition + " v" + definition.version));
    return names;
}

}  // namespace kakehashi
