// Several names in one text, as arguments give them: `Source, Industry, [Size, in people]`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kakehashi {

/// Separated by commas, in any width; names with commas stand in brackets, where `]]` is a `]`. Blanks around
/// a name and empty names are left out.
std::vector<std::string> read_name_list(std::string_view text);

}  // namespace kakehashi
