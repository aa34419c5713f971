// The best rules found so far, and what a rule must be like to join them.
//
// Order: Wilson's lower bound of precision, then support, then fewer terms, then the conditions' order. With
// a capacity: won leads first. A rule that selects the same leads as another only restates it: the one with
// fewer terms, then earlier conditions, stays.
#pragma once

#include <cstdint>
#include <vector>

#include "core/evidence/rule.hpp"

namespace kakehashi {

class BestRules {
  public:
    /// `sets` are those that the rules' conditions count in.
    BestRules(const LeadSets& sets, const RuleWish& wish);

    /// Takes the rule if it is one of the best and enough leads, but not too many, are in it.
    void offer(const Rule& rule);
    /// Best first.
    const std::vector<Rule>& rules() const { return rules_; }

    /// A rule with `won` won leads and more lost ones than this is not among the best; -1 if none is. May
    /// be too high, never too low.
    std::int64_t most_lost(std::uint32_t won) const {
        if (bounds_[won].state != state_) bounds_[won] = {state_, bound(won)};
        return bounds_[won].most_lost;
    }
    /// The same for rules with any number of won leads up to `won`.
    std::int64_t most_lost_up_to(std::uint32_t won) const;

  private:
    bool is_better(const Rule& a, const Rule& b) const;
    bool selects_the_same(const Rule& a, const Rule& b) const;
    bool full() const { return rules_.size() == wish_.rules; }
    std::int64_t bound(std::uint32_t won) const;

    const LeadSets& sets_;
    RuleWish wish_;
    std::vector<Rule> rules_;

    /// Worked out when first needed after the list has changed.
    struct Bound {
        std::uint32_t state = 0;
        std::int64_t most_lost = 0;
    };
    std::uint32_t state_ = 1;
    mutable std::vector<Bound> bounds_;  // by won leads
};

}  // namespace kakehashi
