// The characters of a short text that may be a number or a date, with full-width forms made plain.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace kakehashi {

/// Characters of one short text; lives on the stack. Full-width forms are ASCII, ￥ is ¥, the minus sign
/// U+2212 is
/// `-`. Deliberately not NFKC, which would read `10²` as 102.
class ReadableText {
  public:
    static constexpr std::size_t capacity = 96;

    explicit ReadableText(std::string_view text);

    /// False if the text is too long, empty or no UTF-8: then it is neither number nor date.
    explicit operator bool() const { return length_ > 0; }
    std::u32string_view view() const { return {characters_.data(), length_}; }

  private:
    std::array<char32_t, capacity> characters_;  // filled up to length_
    std::size_t length_ = 0;
};

/// Unicode's white space, and the invisible marks U+200B and U+FEFF that exports leave in texts.
constexpr bool is_blank(char32_t c) {
    if (c < 0x80) return c == U' ' || (c >= U'\t' && c <= U'\r');
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

}  // namespace kakehashi
