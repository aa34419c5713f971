// What is wrong with a playbook, for the people who wrote it.
#pragma once

#include <string>
#include <vector>

#include "core/playbook/playbook.hpp"

namespace kakehashi {

/// What reading found, and what the content itself contradicts: repeated names, expressions that do not
/// parse, names that mean nothing, circles, limits that make no sense. In the order of the blocks, by row.
std::vector<PlaybookProblem> problems_of(const ReadPlaybook& read);

/// `rules 3: …`; without the row if it is the whole block, without the block if it is the whole playbook.
std::string problem_text(const PlaybookProblem& problem, Language language);

}  // namespace kakehashi
