// Counting what sets of rows have in common, a block of words at a time, with the best instructions that the
// processor has for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace kakehashi::bits {

using Word = std::uint64_t;
/// Small enough that blocks of hundreds of sets stay in the processor's cache together.
constexpr std::size_t block_words = 64;
constexpr std::size_t block_bits = block_words * 64;

/// Adds to totals[i] how many bits `one` has in common with block i of `many`.
void add_common(const Word* one, const Word* many, std::span<std::uint32_t> totals);

/// Adds to totals[i] how many bits `one` has in common with block sets[i] of `many`.
void add_common(const Word* one, const Word* many, std::span<const std::uint32_t> sets,
                std::span<std::uint32_t> totals);

/// What two blocks have in common.
void intersect(const Word* a, const Word* b, Word* result);

}  // namespace kakehashi::bits
