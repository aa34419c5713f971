#include "core/duplicates/pair_search.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "core/duplicates/similar_pairs.hpp"

namespace kakehashi {
namespace {

using Rows = std::span<const std::uint32_t>;

/// The rows of each value, ascending.
class RowsByValue {
  public:
    explicit RowsByValue(const Keys& keys) : starts_(keys.values().size() + 1, 0) {
        for (std::size_t row = 0; row < keys.rows(); ++row)
            if (keys.of(row) != Keys::blank) ++starts_[keys.of(row) + 1];
        std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
        rows_.resize(starts_.back());
        std::vector<std::size_t> next(starts_.begin(), starts_.end() - 1);
        for (std::size_t row = 0; row < keys.rows(); ++row)
            if (keys.of(row) != Keys::blank) rows_[next[keys.of(row)]++] = static_cast<std::uint32_t>(row);
    }
    Rows operator[](std::uint32_t value) const {
        return Rows(rows_).subspan(starts_[value], starts_[value + 1] - starts_[value]);
    }

  private:
    std::vector<std::size_t> starts_;
    std::vector<std::uint32_t> rows_;
};

std::vector<std::uint32_t> numbers_below(std::size_t end) {
    std::vector<std::uint32_t> result(end);
    std::iota(result.begin(), result.end(), 0u);
    return result;
}

/// Rows by their person's name; those without one under `Keys::blank`.
using People = std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>;
People people_of(const Keys& names, Rows rows) {
    People result;
    for (const std::uint32_t row : rows) result[names.of(row)].push_back(row);
    return result;
}
Rows rows_of(const People& people, std::uint32_t name) {
    const auto found = people.find(name);
    return found == people.end() ? Rows() : Rows(found->second);
}

}  // namespace

bool PairCollector::add(std::uint32_t row, std::uint32_t other) {
    pairs_.push_back({std::min(row, other), std::max(row, other)});
    if (pairs_.size() > 2 * most_) drop_repeats();
    return !too_many_;
}

void PairCollector::drop_repeats() {
    std::ranges::sort(pairs_);
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    too_many_ = pairs_.size() > most_;
}

std::vector<Duplicates::Pair> PairCollector::take() {
    drop_repeats();
    return std::move(pairs_);
}

bool PairSearch::equal(const Keys& keys) {
    const RowsByValue rows(keys);
    for (std::uint32_t value = 0; value < keys.values().size(); ++value)
        if (!pairs_within(rows[value])) return false;
    return true;
}

bool PairSearch::similar(const Keys& keys) {
    if (!equal(keys)) return false;
    const RowsByValue rows(keys);
    TextComparison comparison(keys.values(), similarity_, effort_);
    return similar_pairs(comparison, numbers_below(keys.values().size()),
                         [&](std::uint32_t a, std::uint32_t b) { return pairs_across(rows[a], rows[b]); });
}

bool PairSearch::similar(const Keys& keys, const Keys& names) {
    const RowsByValue rows(keys);
    TextComparison people(names.values(), similarity_, effort_);
    for (std::uint32_t value = 0; value < keys.values().size(); ++value)
        if (rows[value].size() > 1 && !same_people(people, names, rows[value], rows[value])) return false;
    TextComparison comparison(keys.values(), similarity_, effort_);
    return similar_pairs(
        comparison, numbers_below(keys.values().size()),
        [&](std::uint32_t a, std::uint32_t b) { return same_people(people, names, rows[a], rows[b]); });
}

bool PairSearch::pairs_within(Rows rows) {
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (!pairs_across(rows.subspan(i - 1, 1), rows.subspan(i))) return false;
    return true;
}

bool PairSearch::pairs_across(Rows rows, Rows others) {
    for (const std::uint32_t row : rows)
        for (const std::uint32_t other : others)
            if (!found_.add(row, other)) return false;
    return true;
}

/// The pairs of a row and another one whose names are similar, or of which one is blank. `rows` and `others`
/// are the same rows, or have none in common.
bool PairSearch::same_people(TextComparison& people, const Keys& names, Rows rows, Rows others) {
    effort_.spent += 20 * (rows.size() + others.size());
    const bool one_list = rows.data() == others.data();
    const People left = people_of(names, rows);
    const People right = one_list ? People() : people_of(names, others);
    const auto across = [&](std::uint32_t name, std::uint32_t other) {
        return one_list ? pairs_across(rows_of(left, name), rows_of(left, other))
                        : pairs_across(rows_of(left, name), rows_of(right, other)) &&
                              pairs_across(rows_of(left, other), rows_of(right, name));
    };
    std::vector<std::uint32_t> different;
    for (const People* part : {&left, &right})
        for (const auto& [name, with_name] : *part) {
            const bool again = part == &right && left.contains(name);
            if (name != Keys::blank && !again) different.push_back(name);
        }
    std::ranges::sort(different);

    const auto alike = [&](std::uint32_t name) {
        return one_list ? pairs_within(rows_of(left, name))
                        : pairs_across(rows_of(left, name), rows_of(right, name));
    };
    if (!alike(Keys::blank)) return false;
    for (const std::uint32_t name : different)
        if (!alike(name) || !across(name, Keys::blank)) return false;
    return similar_pairs(people, different, across);
}

}  // namespace kakehashi
