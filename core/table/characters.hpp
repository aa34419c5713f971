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

constexpr bool is_blank(char32_t c) {
    return c == U' ' || (c >= U'\t' && c <= U'\r') || c == U'\u00A0' || (c >= U'\u2000' && c <= U'\u200B') ||
           c == U'\u202F' || c == U'\u3000' || c == U'\uFEFF';
}

}  // namespace kakehashi
