#include "core/duplicates/similarity.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

#include <edlib.h>

namespace kakehashi {
namespace {

constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t characters = 0x110000;

/// Whether the distance is at most `most` (Myers' bit-vector algorithm in a band around the diagonal).
bool within(const std::string& a, const std::string& b, std::size_t most) {
    const auto config =
        edlibNewAlignConfig(static_cast<int>(most), EDLIB_MODE_NW, EDLIB_TASK_DISTANCE, nullptr, 0);
    const EdlibAlignResult result =
        edlibAlign(a.data(), static_cast<int>(a.size()), b.data(), static_cast<int>(b.size()), config);
    const bool found = result.status == EDLIB_STATUS_OK && result.editDistance >= 0;
    edlibFreeAlignResult(result);
    return found;
}

}  // namespace

std::size_t most_differences(std::size_t length, double similarity) {
    // The little more keeps 0.9 from costing a difference that 1 − 1 ÷ 10 allows.
    return static_cast<std::size_t>(static_cast<double>(length) * (1.0 - similarity) + 1e-9);
}

TextComparison::TextComparison(std::span<const std::u32string_view> texts, double similarity, Effort& effort)
    : texts_(texts), similarity_(similarity), effort_(effort), numbers_(characters, 0), encoded_(nobody) {
    letters_.reserve(texts.size());
    for (const std::u32string_view text : texts) letters_.push_back(letters_of(text));
}

TextComparison::Letters TextComparison::letters_of(std::u32string_view text) {
    Letters result = {0, 0};
    std::u32string sorted(text);
    std::ranges::sort(sorted);
    std::uint64_t repeats = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        repeats = i > 0 && sorted[i] == sorted[i - 1] ? repeats + 1 : 0;
        const std::uint64_t hash = (sorted[i] + (repeats << 21)) * 0x9E3779B97F4A7C15u;
        result[hash >> 63] |= std::uint64_t{1} << (hash >> 57 & 63);
    }
    return result;
}

bool TextComparison::similar(std::uint32_t a, std::uint32_t b) {
    ++effort_.candidates;
    ++effort_.spent;
    const std::size_t longer = std::max(texts_[a].size(), texts_[b].size());
    const std::size_t shorter = std::min(texts_[a].size(), texts_[b].size());
    const std::size_t most = differences(longer);
    if (longer - shorter > most) return false;
    // Each difference takes at most one character of either text away from what they have in common.
    const auto missing = [](const Letters& from, const Letters& in) {
        const int count = std::popcount(from[0] & ~in[0]) + std::popcount(from[1] & ~in[1]);
        return static_cast<std::size_t>(count);
    };
    if (missing(letters_[a], letters_[b]) > most || missing(letters_[b], letters_[a]) > most) return false;
    if (texts_[a] == texts_[b]) return true;
    if (most == 0) return false;

    ++effort_.alignments;
    effort_.spent += 200 + shorter * (1 + most / 32);
    encode(a);
    if (!encodable_) {
        std::swap(a, b);
        encode(a);
    }
    if (!encodable_) return false;
    other_.clear();
    for (const char32_t c : texts_[b]) other_ += static_cast<char>(numbers_[c]);
    return within(bytes_, other_, most);
}

void TextComparison::encode(std::uint32_t a) {
    if (a == encoded_) return;
    if (encoded_ != nobody)
        for (const char32_t c : texts_[encoded_]) numbers_[c] = 0;
    encoded_ = a;
    encodable_ = true;
    bytes_.clear();
    std::uint8_t last = 0;
    for (const char32_t c : texts_[a]) {
        if (numbers_[c] == 0) {
            encodable_ = last < 255;
            if (!encodable_) return;
            numbers_[c] = ++last;
        }
        bytes_ += static_cast<char>(numbers_[c]);
    }
}

}  // namespace kakehashi
