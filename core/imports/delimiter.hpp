// Which character parts the cells of a text.
#pragma once

#include <optional>
#include <string_view>

#include "core/support/result.hpp"

namespace kakehashi::imports {

/// The delimiter under which the most lines of the beginning have equally many cells: comma, tab, semicolon,
/// bar; others (`^`, `~`, `:`, blanks …) only if none of these parts anything. A comma if nothing does. A
/// first line `sep=;` decides.
char find_delimiter(std::string_view text);

/// What people write for one: `comma`, `tab`, `\t`, `;`, `セミコロン` … Err:502 if it is no single character.
Result<char> parse_delimiter(std::string_view name);
/// For people: `comma`, `tab`, or the character itself.
Text delimiter_name(char delimiter);

/// Whether the text begins with Excel's line `sep=;`; if so, the character.
std::optional<char> declared_delimiter(std::string_view text);

}  // namespace kakehashi::imports
