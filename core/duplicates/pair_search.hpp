// The pairs of rows that agree in a column, collected from one column after the other.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/duplicates/duplicates.hpp"
#include "core/duplicates/keys.hpp"
#include "core/duplicates/similarity.hpp"

namespace kakehashi {

/// Each pair once, up to a limit.
class PairCollector {
  public:
    explicit PairCollector(std::size_t most) : most_(most) {}

    /// False once there are too many.
    bool add(std::uint32_t row, std::uint32_t other);
    bool too_many() const { return too_many_; }
    /// In the order of the table.
    std::vector<Duplicates::Pair> take();

  private:
    void drop_repeats();

    std::size_t most_;
    std::vector<Duplicates::Pair> pairs_;
    bool too_many_ = false;
};

/// Each search stops early, and returns false, once there are too many pairs or the effort is exhausted.
class PairSearch {
  public:
    PairSearch(double similarity, Effort& effort, PairCollector& found)
        : similarity_(similarity), effort_(effort), found_(found) {}

    bool equal(const Keys& keys);
    bool similar(const Keys& keys);
    /// Similar in `keys`, and in `names` if both rows have one.
    bool similar(const Keys& keys, const Keys& names);

  private:
    using Rows = std::span<const std::uint32_t>;

    bool pairs_within(Rows rows);
    bool pairs_across(Rows rows, Rows others);
    bool same_people(TextComparison& people, const Keys& names, Rows rows, Rows others);

    double similarity_;
    Effort& effort_;
    PairCollector& found_;
};

}  // namespace kakehashi
