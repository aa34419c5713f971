#include "core/evidence/rule_search.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "core/evidence/best_rules.hpp"

namespace kakehashi {
namespace {

using bits::Word;

/// Third conditions of a pair that may still make one of the best rules; one entry of each list per
/// condition.
struct Candidates {
    std::vector<std::uint32_t> conditions;
    std::vector<std::uint32_t> won;
    std::vector<std::uint32_t> lost;
    std::vector<std::int64_t> most_lost;  // with more it is out

    std::size_t size() const { return conditions.size(); }
    void clear() { resize(0); }
    void add(std::uint32_t condition, std::int64_t least_lost) {
        conditions.push_back(condition);
        won.push_back(0);
        lost.push_back(0);
        most_lost.push_back(least_lost);
    }
    template <class Holds>
    void keep_where(Holds&& holds) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < size(); ++i) {
            if (!holds(i)) continue;
            conditions[kept] = conditions[i];
            won[kept] = won[i];
            lost[kept] = lost[i];
            most_lost[kept++] = most_lost[i];
        }
        resize(kept);
    }

  private:
    void resize(std::size_t size) {
        conditions.resize(size);
        won.resize(size);
        lost.resize(size);
        most_lost.resize(size);
    }
};

constexpr std::int64_t whole(std::uint32_t count) {
    return static_cast<std::int64_t>(count);
}

class RuleSearch {
  public:
    RuleSearch(const LeadSets& sets, const RuleWish& wish)
        : sets_(sets), wish_(wish), size_(sets.size()), best_(sets, wish) {}

    std::vector<Rule> run() {
        for (std::uint32_t a = 0; a < size_; ++a) best_.offer(make_rule(sets_.counts(a), a));
        if (wish_.terms > 1) search_pairs();
        if (wish_.terms > 2) search_triples();
        return best_.rules();
    }

  private:
    void search_pairs();
    void count_pairs(std::uint32_t a, std::vector<LeadCounts>& counts);
    void search_triples();
    void start_from_best_pairs();
    void complete(std::uint32_t a, std::uint32_t b, std::uint32_t first);
    void collect(std::uint32_t a, std::uint32_t b, std::uint32_t first);
    template <class AfterBlock>
    void count(const RowSets& rows, std::uint32_t a, std::uint32_t b, std::vector<std::uint32_t>& totals,
               AfterBlock&& after_block);

    /// Of two different conditions, in any order.
    const LeadCounts& pair(std::uint32_t a, std::uint32_t b) const {
        return a < b ? pairs_[a * size_ + b] : pairs_[b * size_ + a];
    }
    /// Whether a third condition can make a new rule of the pair.
    bool can_grow(LeadCounts both, std::uint32_t a, std::uint32_t b) const {
        return both.won > 0 && both.leads() >= wish_.minimum_leads && both != sets_.counts(a) &&
               both != sets_.counts(b);
    }

    const LeadSets& sets_;
    RuleWish wish_;
    std::size_t size_;
    BestRules best_;
    std::vector<LeadCounts> pairs_;  // a * size + b for a < b, for rules of three; 0 where nothing can grow
    std::vector<std::uint32_t> totals_;
    Candidates candidates_;
};

/// Counts of all pairs (a, b > a).
void RuleSearch::count_pairs(std::uint32_t a, std::vector<LeadCounts>& counts) {
    const auto count = [&](const RowSets& rows, auto member) {
        totals_.assign(size_ - a - 1, 0);
        for (std::size_t block = 0; block < rows.blocks(); ++block)
            bits::add_common(rows.block(block, a), rows.block(block, a + 1), totals_);
        for (std::size_t i = 0; i < totals_.size(); ++i) counts[a + 1 + i].*member = totals_[i];
    };
    count(sets_.won(), &LeadCounts::won);
    count(sets_.lost(), &LeadCounts::lost);
}

void RuleSearch::search_pairs() {
    if (wish_.terms > 2) pairs_.resize(size_ * size_);
    std::vector<LeadCounts> counts(size_);
    for (std::uint32_t a = 0; a + 1 < size_; ++a) {
        count_pairs(a, counts);
        for (std::uint32_t b = a + 1; b < size_; ++b) {
            const LeadCounts both = counts[b];
            if (static_cast<std::int64_t>(both.lost) <= best_.most_lost(both.won))
                best_.offer(make_rule(both, a, b));
            if (wish_.terms > 2 && can_grow(both, a, b)) pairs_[a * size_ + b] = both;
        }
    }
}

/// Third conditions from `first` on that the counts of the three pairs do not rule out.
void RuleSearch::collect(std::uint32_t a, std::uint32_t b, std::uint32_t first) {
    candidates_.clear();
    const LeadCounts ab = pair(a, b);
    const std::int64_t outside_a = whole(sets_.counts(a).lost) - whole(ab.lost);
    const std::int64_t outside_b = whole(sets_.counts(b).lost) - whole(ab.lost);
    for (std::uint32_t c = first; c < size_; ++c) {
        if (c == a || c == b) continue;
        const LeadCounts ac = pair(a, c);
        const LeadCounts bc = pair(b, c);
        const std::uint32_t most_won = std::min({ab.won, ac.won, bc.won});
        const std::int64_t least_lost =
            std::max({whole(ac.lost) - outside_a, whole(bc.lost) - outside_b,
                      whole(ac.lost) + whole(bc.lost) - whole(sets_.counts(c).lost), std::int64_t{0}});
        if (least_lost <= best_.most_lost_up_to(most_won)) candidates_.add(c, least_lost);
    }
}

/// Adds up how many rows of a, b and each candidate there are.
template <class AfterBlock>
void RuleSearch::count(const RowSets& rows, std::uint32_t a, std::uint32_t b,
                       std::vector<std::uint32_t>& totals, AfterBlock&& after_block) {
    alignas(64) std::array<Word, bits::block_words> both;
    for (std::size_t block = 0; block < rows.blocks() && candidates_.size() > 0; ++block) {
        bits::intersect(rows.block(block, a), rows.block(block, b), both.data());
        bits::add_common(both.data(), rows.block(block), candidates_.conditions, totals);
        after_block();
    }
}

/// Offers what third conditions from `first` on make of the pair.
void RuleSearch::complete(std::uint32_t a, std::uint32_t b, std::uint32_t first) {
    if (best_.most_lost_up_to(pair(a, b).won) < 0) return;
    collect(a, b, first);
    count(sets_.won(), a, b, candidates_.won, [] {});
    candidates_.keep_where([&](std::size_t i) {
        const std::int64_t least_lost =
            std::exchange(candidates_.most_lost[i], best_.most_lost(candidates_.won[i]));
        return least_lost <= candidates_.most_lost[i];
    });
    count(sets_.lost(), a, b, candidates_.lost, [&] {
        candidates_.keep_where(
            [&](std::size_t i) { return whole(candidates_.lost[i]) <= candidates_.most_lost[i]; });
    });
    for (std::size_t i = 0; i < candidates_.size(); ++i)
        best_.offer(make_rule({candidates_.won[i], candidates_.lost[i]}, a, b, candidates_.conditions[i]));
}

/// Rules as good as can be had cheaply, so that the bounds bite from the beginning.
void RuleSearch::start_from_best_pairs() {
    constexpr std::size_t most_starts = 200;
    std::vector<Rule> starts;
    for (std::uint32_t a = 0; a + 1 < size_; ++a)
        for (std::uint32_t b = a + 1; b < size_; ++b)
            if (pair(a, b).won > 0) starts.push_back(make_rule(pair(a, b), a, b));
    const auto end = starts.begin() + static_cast<std::ptrdiff_t>(std::min(most_starts, starts.size()));
    std::partial_sort(starts.begin(), end, starts.end(),
                      [](const Rule& x, const Rule& y) { return x.low > y.low; });
    std::for_each(starts.begin(), end,
                  [&](const Rule& start) { complete(start.conditions[0], start.conditions[1], 0); });
}

void RuleSearch::search_triples() {
    start_from_best_pairs();
    for (std::uint32_t a = 0; a + 2 < size_; ++a)
        for (std::uint32_t b = a + 1; b + 1 < size_; ++b)
            if (pair(a, b).won > 0) complete(a, b, b + 1);
}

}  // namespace

std::vector<Rule> search_rules(const LeadSets& sets, const RuleWish& wish) {
    return RuleSearch(sets, wish).run();
}

}  // namespace kakehashi
