// A set of rows, one bit each: what a filter selects. Word-wise, so that counting and combining a million
// rows costs microseconds.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace kakehashi {

class Bitmap {
  public:
    using Word = std::uint64_t;
    static constexpr std::size_t word_bits = 64;

    Bitmap() = default;
    explicit Bitmap(std::size_t size, bool value = false)
        : size_(size), words_((size + word_bits - 1) / word_bits, value ? ~Word{0} : Word{0}) {
        clear_tail();
    }

    /// The rows for which `holds(row)` is true. Written word by word: no read-modify-write per row.
    template <class Predicate>
    static Bitmap where(std::size_t size, Predicate&& holds) {
        Bitmap result(size);
        result.assign(0, size, holds);
        return result;
    }
    /// The same for the rows `begin` … `end` alone; `begin` is a multiple of 64, `end` too or the size.
    template <class Predicate>
    void assign(std::size_t begin, std::size_t end, Predicate&& holds) {
        for (std::size_t first = begin; first < end; first += word_bits) {
            const std::size_t last = first + word_bits < end ? first + word_bits : end;
            Word word = 0;
            for (std::size_t row = first; row < last; ++row)
                word |= Word{holds(row) ? 1u : 0u} << (row - first);
            words_[first / word_bits] = word;
        }
    }

    std::size_t size() const { return size_; }
    std::span<const Word> words() const { return words_; }

    bool test(std::size_t row) const { return (words_[row / word_bits] >> (row % word_bits)) & 1u; }
    void set(std::size_t row) { words_[row / word_bits] |= Word{1} << (row % word_bits); }
    void reset(std::size_t row) { words_[row / word_bits] &= ~(Word{1} << (row % word_bits)); }

    std::size_t count() const {
        std::size_t total = 0;
        for (Word word : words_) total += static_cast<std::size_t>(std::popcount(word));
        return total;
    }
    bool none() const {
        for (Word word : words_)
            if (word != 0) return false;
        return true;
    }

    Bitmap& operator&=(const Bitmap& other) {
        return combine(other, [](Word a, Word b) { return a & b; });
    }
    Bitmap& operator|=(const Bitmap& other) {
        return combine(other, [](Word a, Word b) { return a | b; });
    }
    /// Rows of this set that are not in the other.
    Bitmap& operator-=(const Bitmap& other) {
        return combine(other, [](Word a, Word b) { return a & ~b; });
    }
    Bitmap& flip() {
        for (Word& word : words_) word = ~word;
        clear_tail();
        return *this;
    }

    friend Bitmap operator&(Bitmap a, const Bitmap& b) { return a &= b; }
    friend Bitmap operator|(Bitmap a, const Bitmap& b) { return a |= b; }
    friend Bitmap operator-(Bitmap a, const Bitmap& b) { return a -= b; }
    friend bool operator==(const Bitmap&, const Bitmap&) = default;

    /// Calls `visit(row)` for each row of the set, ascending.
    template <class Visitor>
    void for_each(Visitor&& visit) const {
        for_each(0, size_, visit);
    }
    /// The same for the rows `begin` … `end` alone; `begin` is a multiple of 64, `end` too or the size.
    template <class Visitor>
    void for_each(std::size_t begin, std::size_t end, Visitor&& visit) const {
        for (std::size_t w = begin / word_bits; w * word_bits < end; ++w)
            for (Word word = words_[w]; word != 0; word &= word - 1)
                visit(w * word_bits + static_cast<std::size_t>(std::countr_zero(word)));
    }

  private:
    template <class Operation>
    Bitmap& combine(const Bitmap& other, Operation operation) {
        for (std::size_t w = 0; w < words_.size(); ++w) words_[w] = operation(words_[w], other.words_[w]);
        return *this;
    }
    void clear_tail() {
        if (size_ % word_bits != 0) words_.back() &= (Word{1} << (size_ % word_bits)) - 1;
    }

    std::size_t size_ = 0;
    std::vector<Word> words_;
};

}  // namespace kakehashi
