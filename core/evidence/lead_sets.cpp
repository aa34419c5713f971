#include "core/evidence/lead_sets.hpp"

#include <algorithm>
#include <bit>
#include <random>

namespace kakehashi {
namespace {

/// In an order that has nothing to do with that of the table, so that each block is like the whole and the
/// first blocks already tell a bad rule.
std::vector<std::uint32_t> shuffled_rows(const Bitmap& rows) {
    std::vector<std::uint32_t> result;
    result.reserve(rows.count());
    rows.for_each([&](std::size_t row) { result.push_back(static_cast<std::uint32_t>(row)); });
    std::ranges::shuffle(result, std::minstd_rand(20260101));
    return result;
}

}  // namespace

RowSets::RowSets(std::vector<std::uint32_t> rows)
    : rows_(std::move(rows)), blocks_((rows_.size() + bits::block_bits - 1) / bits::block_bits) {}

std::uint32_t RowSets::add(const Bitmap& selected) {
    std::uint32_t count = 0;
    for (std::size_t block = 0; block < blocks_.size(); ++block) {
        const std::size_t begin = block * bits::block_bits;
        const std::size_t size = std::min(bits::block_bits, rows_.size() - begin);
        const Bitmap part =
            Bitmap::where(size, [&](std::size_t i) { return selected.test(rows_[begin + i]); });
        const auto words = part.words();
        blocks_[block].insert(blocks_[block].end(), words.begin(), words.end());
        blocks_[block].resize(blocks_[block].size() + bits::block_words - words.size());
        count += static_cast<std::uint32_t>(part.count());
    }
    return count;
}

void RowSets::drop_last() {
    for (Words& block : blocks_) block.resize(block.size() - bits::block_words);
}

LeadSets::LeadSets(const Population& population)
    : won_(shuffled_rows(population.won)), lost_(shuffled_rows(population.leads - population.won)) {}

void LeadSets::add(const Bitmap& selected) {
    LeadCounts counts;
    counts.won = won_.add(selected);
    counts.lost = lost_.add(selected);
    counts_.push_back(counts);
}

void LeadSets::drop_last() {
    won_.drop_last();
    lost_.drop_last();
    counts_.pop_back();
}

}  // namespace kakehashi
