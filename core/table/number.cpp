// Numbers as people type them, and as we write them.
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <utility>

#include "core/table/characters.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

constexpr bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
constexpr bool is_currency(char32_t c) {
    return c == U'¥' || c == U'$' || c == U'€' || c == U'£';
}
constexpr bool is_minus(char32_t c) {
    return c == U'-' || c == U'△' || c == U'▲';
}
/// The blanks that only typesetting puts inside a number.
constexpr bool is_fixed_blank(char32_t c) {
    return c == U'\u00A0' || c == U'\u202F' || c == U'\u2009';
}

/// What stands around the digits; each may occur once.
struct Marks {
    bool signed_ = false;
    bool negative = false;
    bool currency = false;
    bool percent = false;
    bool opened = false;
    bool closed = false;
    int zeros = 0;  // that 千, 万, 億 … stand for
};

/// How many zeros a Japanese unit behind the digits stands for; 0 if it is none. 百万 is two of them.
constexpr int zeros_of(char32_t c) {
    switch (c) {
        case U'百':
            return 2;
        case U'千':
            return 3;
        case U'万':
            return 4;
        case U'億':
            return 8;
        case U'兆':
            return 12;
        default:
            return 0;
    }
}

bool once(bool& seen) {
    return !std::exchange(seen, true);
}

bool take_front(char32_t c, Marks& marks) {
    if (c == U'+') return once(marks.signed_);
    if (is_minus(c)) {
        marks.negative = true;
        return once(marks.signed_);
    }
    if (is_currency(c)) return once(marks.currency);
    if (c == U'(') return once(marks.opened);
    return false;
}

bool take_back(char32_t c, Marks& marks) {
    if (c == U'-') {
        marks.negative = true;
        return once(marks.signed_);
    }
    if (is_currency(c) || c == U'円') return once(marks.currency);
    if (c == U'%') return once(marks.percent);
    if (c == U')') return once(marks.closed);
    if (const int zeros = zeros_of(c); zeros > 0) {
        // From behind: 百万 and 千億 are units, 万百 is none.
        const bool smaller = marks.zeros == 0 || (zeros < 4 && marks.zeros >= 4);
        marks.zeros += zeros;
        return smaller && marks.zeros < 16;
    }
    return false;
}

bool is_body(char32_t c) {
    return is_digit(c) || c == U'.' || c == U',';
}

/// Takes blanks and marks off both ends; false if something else is there.
bool strip(std::u32string_view& text, Marks& marks) {
    while (!text.empty() && !is_body(text.front())) {
        if (!is_blank(text.front()) && !take_front(text.front(), marks)) return false;
        text.remove_prefix(1);
    }
    while (!text.empty() && !is_body(text.back())) {
        if (!is_blank(text.back()) && !take_back(text.back(), marks)) return false;
        text.remove_suffix(1);
    }
    const bool bracketed = marks.opened;
    return !text.empty() && marks.opened == marks.closed && !(bracketed && marks.signed_) &&
           !(marks.percent && (marks.currency || marks.zeros > 0));
}

/// The digits as std::from_chars reads them.
class Plain {
  public:
    void add(char c) { buffer_[length_++] = c; }
    std::optional<double> value() const {
        double number = 0;
        const char* end = buffer_.data() + length_;
        const auto [stopped, error] = std::from_chars(buffer_.data(), end, number);
        if (error != std::errc{} || stopped != end || !std::isfinite(number)) return std::nullopt;
        return number;
    }

  private:
    std::array<char, ReadableText::capacity + 4> buffer_{};
    std::size_t length_ = 0;
};

class Body {
  public:
    Body(std::u32string_view text, const ReadingLocale& locale) : text_(text), locale_(locale) {}

    /// `zeros`: by how many places the point moves to the right.
    std::optional<double> read(int zeros) {
        if (!whole() || !fraction() || (digits_ == 0)) return std::nullopt;
        if (zeros != 0) {
            // Shifting the point is exact where multiplying or dividing would round a second time.
            for (const char c : "e" + std::to_string(zeros)) plain_.add(c);
        } else {
            exponent();
        }
        if (at_ != text_.size()) return std::nullopt;
        return plain_.value();
    }

  private:
    char32_t peek() const { return at_ < text_.size() ? text_[at_] : U'\0'; }
    std::size_t take_digits() {
        const std::size_t begin = at_;
        for (; is_digit(peek()); ++at_) plain_.add(static_cast<char>(peek()));
        digits_ += at_ - begin;
        return at_ - begin;
    }
    bool is_group_separator(char32_t c) const {
        if (locale_.decimal_separator == ',') return c == U'.' || is_fixed_blank(c);
        return c == U',';
    }

    /// Digits, either plain or in groups of three by one and the same separator.
    bool whole() {
        const std::size_t first = take_digits();
        const char32_t separator = peek();
        if (!is_group_separator(separator)) return true;
        if (first == 0 || first > 3) return false;
        grouped_ = true;
        while (peek() == separator) {
            ++at_;
            if (take_digits() != 3) return false;
        }
        return true;
    }
    bool fraction() {
        if (peek() != static_cast<char32_t>(locale_.decimal_separator)) return true;
        ++at_;
        plain_.add('.');
        take_digits();
        return true;
    }
    void exponent() {
        if (grouped_ || (peek() != U'e' && peek() != U'E')) return;
        ++at_;
        plain_.add('e');
        if (peek() == U'-' || peek() == U'+') {
            if (peek() == U'-') plain_.add('-');
            ++at_;
        }
        if (take_digits() == 0) at_ = text_.size() + 1;
    }

    std::u32string_view text_;
    const ReadingLocale& locale_;
    Plain plain_;
    std::size_t at_ = 0;
    std::size_t digits_ = 0;
    bool grouped_ = false;
};

}  // namespace

std::optional<double> read_number(std::string_view text, const ReadingLocale& locale) {
    const ReadableText readable(text);
    if (!readable) return std::nullopt;
    std::u32string_view characters = readable.view();
    Marks marks;
    if (!strip(characters, marks)) return std::nullopt;
    const auto number = Body(characters, locale).read(marks.percent ? -2 : marks.zeros);
    if (!number) return std::nullopt;
    return marks.negative || marks.opened ? 0.0 - *number : *number;
}

std::string format_number(double number) {
    if (!std::isfinite(number)) return {};
    if (number == 0) return "0";  // also -0
    const double size = std::fabs(number);
    const auto format =
        size >= 1e-5 && size < 1e21 ? std::chars_format::fixed : std::chars_format::scientific;
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, format).ptr;
    return std::string(buffer.data(), end);
}

}  // namespace kakehashi
