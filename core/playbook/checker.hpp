// Shared by the checks of problems.cpp and of core/leads/table_problems.cpp: where to report, and the names a
// playbook knows.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/expression/expression.hpp"
#include "core/playbook/form.hpp"
#include "core/playbook/playbook.hpp"

namespace kakehashi {

/// An expression of the playbook, and where it stands.
struct PlacedExpression {
    Block block;
    std::size_t index;      // of the entry
    Expression expression;  // parsed
};

class ProblemList {
  public:
    explicit ProblemList(const ReadPlaybook& read) : ProblemList(read, read.problems) {}
    /// To add to problems that are known already.
    ProblemList(const ReadPlaybook& read, std::vector<PlaybookProblem> known)
        : read_(read), problems_(std::move(known)) {}

    void add(Block block, std::size_t index, Text message);
    void add(Block block, Text message);
    /// In the order of the blocks, by row.
    std::vector<PlaybookProblem> sorted() &&;

  private:
    const ReadPlaybook& read_;
    std::vector<PlaybookProblem> problems_;
};

/// How rules and groups may call the definition: folded, by its name or by name and version (`hot lead v2`).
std::vector<std::string> names_of(const PlaybookDefinition& definition);

/// All predicates in an expression, in order.
std::vector<Predicate> predicates_of(const Node& expression);

/// Names in predicates that mean nothing in this playbook.
void check_names(const Playbook& playbook, const std::vector<PlacedExpression>& expressions,
                 ProblemList& problems);
/// Definitions, stages and outcomes that refer to themselves, directly or by way of others.
void check_circles(const Playbook& playbook, const std::vector<PlacedExpression>& expressions,
                   ProblemList& problems);

}  // namespace kakehashi
