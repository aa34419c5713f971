// The parts of a text that is a date with a time: what instant.cpp puts together.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string_view>

#include "core/table/characters.hpp"
#include "core/table/instant.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {

constexpr bool is_ascii_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
constexpr char32_t ascii_lower(char32_t c) {
    return c >= U'A' && c <= U'Z' ? c + 32 : c;
}
constexpr bool is_ascii_letter(char32_t c) {
    return ascii_lower(c) >= U'a' && ascii_lower(c) <= U'z';
}

/// A number of some digits.
struct Digits {
    int value;
    std::size_t count;
};

/// Reads from the front; every `take` leaves the text alone if it does not find what it looks for.
class DateReader {
  public:
    explicit DateReader(std::u32string_view rest) : rest_(rest) {}

    bool at_end() const { return rest_.empty(); }
    char32_t peek() const { return rest_.empty() ? U'\0' : rest_.front(); }

    bool take(char32_t c) {
        if (rest_.empty() || ascii_lower(rest_.front()) != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    bool take(std::u32string_view text) {
        if (rest_.size() < text.size()) return false;
        for (std::size_t i = 0; i < text.size(); ++i)
            if (ascii_lower(rest_[i]) != text[i]) return false;
        rest_.remove_prefix(text.size());
        return true;
    }
    bool take_blanks() {
        const std::size_t before = rest_.size();
        while (!rest_.empty() && is_blank(rest_.front())) rest_.remove_prefix(1);
        return rest_.size() != before;
    }
    /// All digits that follow; nothing if they are fewer or more than asked for.
    std::optional<Digits> digits(std::size_t least, std::size_t most) {
        std::size_t count = 0;
        int value = 0;
        for (; count < rest_.size() && is_ascii_digit(rest_[count]); ++count) {
            if (count == most) return std::nullopt;
            value = value * 10 + static_cast<int>(rest_[count] - U'0');
        }
        if (count < least) return std::nullopt;
        rest_.remove_prefix(count);
        return Digits{value, count};
    }
    /// ASCII letters, in lower case; at most as many as fit.
    std::u32string_view letters(std::array<char32_t, 12>& buffer) {
        std::size_t count = 0;
        for (; count < rest_.size() && count < buffer.size() && is_ascii_letter(rest_[count]); ++count)
            buffer[count] = ascii_lower(rest_[count]);
        rest_.remove_prefix(count);
        return {buffer.data(), count};
    }

  private:
    std::u32string_view rest_;
};

/// The date that the text begins with, in any of the forms of `read_instant`; the reader stands behind it.
std::optional<std::chrono::year_month_day> take_date(DateReader& reader, DateOrder order);
/// Skips `(土)` or `（土曜日）` behind a date.
void take_weekday(DateReader& reader);
/// The time of day behind a date, up to the end of the text; nothing if what follows is no time.
std::optional<Instant> take_time(DateReader& reader);

}  // namespace kakehashi
