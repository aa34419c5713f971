// Code points of an expression's text, and what each may be part of.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kakehashi::grammar {

struct CodePoint {
    char32_t code;
    std::size_t bytes;
};

/// The code point at the front of `text`, which is not empty; U+FFFD of one byte where it is not UTF-8.
CodePoint decode(std::string_view text);

/// Full-width forms as their ASCII twins, the ideographic space as a space, `−` as `-`; the rest as it is.
char32_t narrow(char32_t code);
/// All of `text` narrowed, its case kept.
std::string narrow(std::string_view text);

/// 0 … 9 in any width.
bool is_digit(char32_t code);
/// Letters of any script, marks, digits, `_`, the middle dot and symbols such as ㈱.
bool is_word_character(char32_t code);
/// What an unquoted text may consist of: word characters and `- . / & @ + # : $ % ~` and currency signs.
bool is_value_character(char32_t code);

/// The closing counterpart of an opening quote; 0 if the code point opens no quoted text.
char32_t closing_quote(char32_t code);

/// `]` for `[`, in the same width; 0 for anything else.
char32_t closing_bracket(char32_t code);

std::string encode(char32_t code);

/// How many characters, counted as code points, `text` has.
std::size_t count_characters(std::string_view text);

}  // namespace kakehashi::grammar
