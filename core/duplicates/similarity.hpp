// How alike two normalised texts are: 1 − d ÷ the length of the longer one in characters, d being the fewest
// insertions, deletions and replacements that make one of the other (Levenshtein 1966).
//
// Not thread-safe.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kakehashi {

/// Bounds the time that a search may take, by steps of some nanoseconds rather than by the clock, so that
/// equal cells have equal results. Also counts what was done.
struct Effort {
    static constexpr std::uint64_t most = 2'500'000'000;  // some 20 s

    std::uint64_t spent = 0;
    std::uint64_t candidates = 0;  // pairs that were looked at
    std::uint64_t alignments = 0;  // of them, those whose distance had to be worked out

    bool exhausted() const { return spent > most; }
};

/// Differences that two texts may have of which the longer one has `length` characters: the largest d with
/// 1 − d ÷ length ≥ similarity.
std::size_t most_differences(std::size_t length, double similarity);

/// Compares texts of a list by their numbers.
class TextComparison {
  public:
    /// `texts` are not empty, and stay where they are. `similarity` > 0, at most 1.
    TextComparison(std::span<const std::u32string_view> texts, double similarity, Effort& effort);

    std::u32string_view text(std::uint32_t i) const { return texts_[i]; }
    std::size_t differences(std::size_t length) const { return most_differences(length, similarity_); }
    Effort& effort() const { return effort_; }

    /// Whether the texts are at least as similar as asked for; texts of more than 255 different characters
    /// both are only if they are equal. Fast if `a` is the one of the call before.
    bool similar(std::uint32_t a, std::uint32_t b);

  private:
    /// The set of (character, how many of them came before), hashed to bits.
    using Letters = std::array<std::uint64_t, 2>;
    static Letters letters_of(std::u32string_view text);
    void encode(std::uint32_t a);

    std::span<const std::u32string_view> texts_;
    double similarity_;
    Effort& effort_;
    std::vector<Letters> letters_;
    // edlib compares bytes: the different characters of one text are numbered, all others are byte 0.
    std::vector<std::uint8_t> numbers_;  // by character
    std::uint32_t encoded_;              // whose characters are numbered
    bool encodable_ = true;              // it has at most 255 different ones
    std::string bytes_;                  // that text
    std::string other_;                  // the text it is compared with
};

}  // namespace kakehashi
