// Texts in lines of a given width, as Japanese and English want it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kakehashi::panel {

/// How wide a text will be, in pixels; an estimate from the classes of its characters, since core has no
/// fonts.
double text_width(std::string_view text, double size);
/// The text, or as much of it as fits, ending with `…`.
std::string fitted(std::string_view text, double size, double width);
/// In lines of that width, broken at blanks and between Japanese characters; the last of `most` lines is
/// `fitted`. At least one line.
std::vector<std::string> wrapped(std::string_view text, double size, double width, std::size_t most);

/// The text in lines of that many times its font's size, with line breaks between them.
std::string broken(std::string_view text, double width);

/// Whether it has any character as wide as the font is high: Japanese.
bool has_wide_characters(std::string_view text);

}  // namespace kakehashi::panel
