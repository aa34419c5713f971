// Counts as people read them: `12,480`.
#pragma once

#include <cstddef>
#include <iterator>
#include <string>

namespace kakehashi {

inline std::string thousands(std::size_t number) {
    std::string digits = std::to_string(number);
    for (std::ptrdiff_t at = std::ssize(digits) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

}  // namespace kakehashi
