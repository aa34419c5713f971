// What findings quote.
#pragma once

#include <string>
#include <string_view>

namespace kakehashi::checks {

/// At most some 60 bytes of a text, whole characters, on one line.
std::string shortened(std::string_view text);

}  // namespace kakehashi::checks
