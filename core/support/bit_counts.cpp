#include "core/support/bit_counts.hpp"

#include <array>
#include <bit>
#include <numeric>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Counting bits is what discovery spends its time on, and the instructions for it are younger than the oldest
// processors LibreOffice runs on: each function exists once per kind of processor, and the first call
// chooses.

namespace kakehashi::bits {
namespace {

using Totals = std::span<std::uint32_t>;
using Sets = std::span<const std::uint32_t>;

struct Functions {
    void (*add_to_all)(const Word* one, const Word* many, Totals totals);
    void (*add_to_some)(const Word* one, const Word* many, Sets sets, Totals totals);
};

/// For every processor: `common` counts one block.
// NOLINTBEGIN(bugprone-macro-parentheses): an attribute cannot stand in parentheses.
#define KAKEHASHI_FUNCTIONS(processor, common)                                                              \
    processor void add_to_all_with_##common(const Word* one, const Word* many, Totals totals) {             \
        for (std::size_t i = 0; i < totals.size(); ++i)                                                     \
            totals[i] += static_cast<std::uint32_t>(common(one, many + i * block_words));                   \
    }                                                                                                       \
    processor void add_to_some_with_##common(const Word* one, const Word* many, Sets sets, Totals totals) { \
        for (std::size_t i = 0; i < sets.size(); ++i)                                                       \
            totals[i] += static_cast<std::uint32_t>(common(one, many + sets[i] * block_words));             \
    }                                                                                                       \
    constexpr Functions common##_functions = {add_to_all_with_##common, add_to_some_with_##common}
// NOLINTEND(bugprone-macro-parentheses)

inline std::uint64_t plain(const Word* a, const Word* b) {
    std::uint64_t total = 0;
    for (std::size_t w = 0; w < block_words; ++w)
        total += static_cast<std::uint64_t>(std::popcount(a[w] & b[w]));
    return total;
}
KAKEHASHI_FUNCTIONS(, plain);

#if defined(__x86_64__)

#define KAKEHASHI_POPCNT __attribute__((target("popcnt")))
KAKEHASHI_POPCNT inline std::uint64_t popcnt(const Word* a, const Word* b) {
    std::uint64_t total = 0;
    for (std::size_t w = 0; w < block_words; ++w)
        total += static_cast<std::uint64_t>(_mm_popcnt_u64(a[w] & b[w]));
    return total;
}
KAKEHASHI_FUNCTIONS(KAKEHASHI_POPCNT, popcnt);

#define KAKEHASHI_AVX512 __attribute__((target("avx512f,avx512vpopcntdq")))
KAKEHASHI_AVX512 inline std::uint64_t avx512(const Word* a, const Word* b) {
    constexpr std::size_t lanes = sizeof(__m512i) / sizeof(Word);
    __m512i total = _mm512_setzero_si512();
    for (std::size_t w = 0; w < block_words; w += lanes) {
        const __m512i both = _mm512_and_si512(_mm512_loadu_si512(a + w), _mm512_loadu_si512(b + w));
        total = _mm512_add_epi64(total, _mm512_popcnt_epi64(both));
    }
    alignas(__m512i) std::array<std::uint64_t, lanes> totals;
    _mm512_store_si512(totals.data(), total);
    return std::accumulate(totals.begin(), totals.end(), std::uint64_t{0});
}
KAKEHASHI_FUNCTIONS(KAKEHASHI_AVX512, avx512);

const Functions& fastest() {
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512vpopcntdq")) return avx512_functions;
    if (__builtin_cpu_supports("popcnt")) return popcnt_functions;
    return plain_functions;
}

#else

const Functions& fastest() {
    return plain_functions;
}

#endif

const Functions& functions() {
    static const Functions& chosen = fastest();
    return chosen;
}

}  // namespace

void add_common(const Word* one, const Word* many, std::span<std::uint32_t> totals) {
    functions().add_to_all(one, many, totals);
}

void add_common(const Word* one, const Word* many, std::span<const std::uint32_t> sets,
                std::span<std::uint32_t> totals) {
    functions().add_to_some(one, many, sets, totals);
}

void intersect(const Word* a, const Word* b, Word* result) {
    for (std::size_t w = 0; w < block_words; ++w) result[w] = a[w] & b[w];
}

}  // namespace kakehashi::bits
