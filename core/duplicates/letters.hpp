// Characters of names that are compared: the step between the text of a cell and its normalised form.
#pragma once

#include <string>
#include <string_view>

namespace kakehashi {

/// The characters of a text in UTF-8; U+FFFD for bytes that are none.
std::u32string characters_of(std::string_view text);

/// Folded, one unit per character; each kana, hyphen and kanji that is written in two ways in one of them.
std::u32string plain_letters(std::string_view text);

/// Blanks, punctuation and control characters.
bool is_separator(char32_t c);

/// Without separators, except that one `-` stays between two digits: 1-23 is not 12-3.
std::u32string without_separators(std::u32string_view text);

}  // namespace kakehashi
