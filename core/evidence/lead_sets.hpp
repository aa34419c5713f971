// The sets of leads that conditions select, won and not-won ones apart, packed for counting.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <boost/align/aligned_allocator.hpp>

#include "core/evidence/population.hpp"
#include "core/support/bit_counts.hpp"
#include "core/table/bitmap.hpp"

namespace kakehashi {

/// Sets of the same rows, cut into blocks; the blocks of one range of rows lie side by side.
class RowSets {
  public:
    explicit RowSets(std::vector<std::uint32_t> rows);

    std::size_t rows() const { return rows_.size(); }
    std::size_t blocks() const { return blocks_.size(); }
    /// The block's part of the first set; those of the others follow.
    const bits::Word* block(std::size_t block) const { return blocks_[block].data(); }
    const bits::Word* block(std::size_t block, std::size_t set) const {
        return blocks_[block].data() + set * bits::block_words;
    }

    /// Adds the set of those rows that are in `selected`; returns how many.
    std::uint32_t add(const Bitmap& selected);
    void drop_last();

  private:
    using Words = std::vector<bits::Word, boost::alignment::aligned_allocator<bits::Word, 64>>;
    std::vector<std::uint32_t> rows_;
    std::vector<Words> blocks_;
};

/// How many leads a condition or rule selects.
struct LeadCounts {
    std::uint32_t won = 0;
    std::uint32_t lost = 0;  // not won

    std::uint32_t leads() const { return won + lost; }
    friend bool operator==(const LeadCounts&, const LeadCounts&) = default;
};

class LeadSets {
  public:
    explicit LeadSets(const Population& population);

    std::size_t size() const { return counts_.size(); }
    const LeadCounts& counts(std::size_t set) const { return counts_[set]; }
    const RowSets& won() const { return won_; }
    const RowSets& lost() const { return lost_; }
    std::size_t leads() const { return won_.rows() + lost_.rows(); }

    void add(const Bitmap& selected);
    void drop_last();

  private:
    RowSets won_;
    RowSets lost_;
    std::vector<LeadCounts> counts_;
};

}  // namespace kakehashi
