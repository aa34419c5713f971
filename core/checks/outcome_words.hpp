// Words in the stage column that say how a lead ended: no stages, but known to the playbook.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/leads/leads.hpp"

namespace kakehashi::checks {

class OutcomeWords {
  public:
    explicit OutcomeWords(const Leads& leads);

    /// The name of an outcome that the playbook has, a word with which the expression of one compares the
    /// stage, or, for outcomes without an expression, a usual word for one. `word` as in the list.
    bool contains(std::string_view word) const;

  private:
    struct Pattern {
        Comparison comparison;  // contains, starts_with or ends_with
        std::string text;       // folded
    };
    void collect(const Node& node);
    bool is_stage(std::string_view column) const;

    const Leads& leads_;
    bool by_vocabulary_[outcome_count] = {};    // nobody agreed on an expression
    bool named_[outcome_count] = {};            // in the block [outcomes]
    std::unordered_set<std::string> compared_;  // folded
    std::vector<Pattern> patterns_;
};

}  // namespace kakehashi::checks
