// JSON text to a tree, with the limits and the strictness that files from elsewhere call for.
#pragma once

#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/playbook/playbook.hpp"
#include "core/support/result.hpp"

namespace kakehashi {

struct JsonTree {
    nlohmann::json root;
    std::vector<PlaybookProblem> problems;  // members that stand there twice; the first one is in the tree
};

Result<JsonTree> parse_json(std::string_view text);

}  // namespace kakehashi
