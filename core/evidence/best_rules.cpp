#include "core/evidence/best_rules.hpp"

#include <cmath>

#include <boost/math/distributions/normal.hpp>

namespace kakehashi {
namespace {

/// The most leads among which `won` have a lower Wilson bound of at least `low`, at most one too many:
/// w/n − (z/√n)·√(low(1 − low)) >= low, solved for n.
double most_leads_for(double low, double won) {
    static const double z = boost::math::quantile(boost::math::normal(), 0.975);
    const double b = 2.0 * won * low + z * z * low * (1.0 - low);
    const double root = std::sqrt(std::max(0.0, b * b - 4.0 * low * low * won * won));
    return std::floor(2.0 * won * won / (b + root)) + 1.0;
}

/// Whether both rules select the same of these rows.
bool same_rows(const RowSets& sets, const Rule& a, const Rule& b) {
    for (std::size_t block = 0; block < sets.blocks(); ++block)
        for (std::size_t w = 0; w < bits::block_words; ++w) {
            bits::Word in_a = ~bits::Word{0};
            bits::Word in_b = ~bits::Word{0};
            for (const std::uint32_t condition : a.parts()) in_a &= sets.block(block, condition)[w];
            for (const std::uint32_t condition : b.parts()) in_b &= sets.block(block, condition)[w];
            if (in_a != in_b) return false;
        }
    return true;
}

}  // namespace

BestRules::BestRules(const LeadSets& sets, const RuleWish& wish)
    : sets_(sets), wish_(wish), bounds_(sets.won().rows() + 1) {}

bool BestRules::is_better(const Rule& a, const Rule& b) const {
    if (wish_.capacity && a.counts.won != b.counts.won) return a.counts.won > b.counts.won;
    if (a.low != b.low) return a.low > b.low;
    if (a.counts.leads() != b.counts.leads()) return a.counts.leads() > b.counts.leads();
    if (a.terms != b.terms) return a.terms < b.terms;
    return a.conditions < b.conditions;
}

bool BestRules::selects_the_same(const Rule& a, const Rule& b) const {
    return a.counts == b.counts && same_rows(sets_.won(), a, b) && same_rows(sets_.lost(), a, b);
}

void BestRules::offer(const Rule& rule) {
    const std::size_t leads = rule.counts.leads();
    if (rule.counts.won == 0 || leads < wish_.minimum_leads) return;
    if (wish_.capacity && leads > *wish_.capacity) return;
    if (full() && !is_better(rule, rules_.back())) return;
    const auto same =
        std::ranges::find_if(rules_, [&](const Rule& known) { return selects_the_same(known, rule); });
    if (same != rules_.end()) {
        if (!is_better(rule, *same)) return;
        rules_.erase(same);
    } else if (full()) {
        rules_.pop_back();
    }
    const auto place =
        std::ranges::find_if(rules_, [&](const Rule& known) { return is_better(rule, known); });
    rules_.insert(place, rule);
    ++state_;
}

std::int64_t BestRules::bound(std::uint32_t won) const {
    if (won == 0) return -1;
    auto most_leads = static_cast<std::int64_t>(sets_.leads());
    if (wish_.capacity) most_leads = std::min(most_leads, static_cast<std::int64_t>(*wish_.capacity));
    if (full()) {
        const Rule& last = rules_.back();
        if (!wish_.capacity) {
            const double leads = most_leads_for(last.low, won);
            if (leads < static_cast<double>(most_leads)) most_leads = static_cast<std::int64_t>(leads);
        } else if (won < last.counts.won) {
            return -1;
        } else if (won == last.counts.won) {
            most_leads = std::min(most_leads, static_cast<std::int64_t>(last.counts.leads()));
        }
    }
    if (most_leads < static_cast<std::int64_t>(wish_.minimum_leads)) return -1;
    return most_leads - static_cast<std::int64_t>(won);
}

std::int64_t BestRules::most_lost_up_to(std::uint32_t won) const {
    if (!wish_.capacity) return most_lost(won);  // which grows with the won leads
    const std::uint32_t least = full() ? rules_.back().counts.won : 1;
    return won < least ? -1 : static_cast<std::int64_t>(*wish_.capacity) - static_cast<std::int64_t>(least);
}

}  // namespace kakehashi
