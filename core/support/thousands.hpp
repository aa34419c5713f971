// Numbers as people read them: `12,480`, `8,800.5`.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>

namespace kakehashi {

/// Digits as `format_number` writes them, with a decimal point or without: `8800.5` -> `8,800.5`.
inline std::string thousands(std::string digits) {
    const auto first = static_cast<std::ptrdiff_t>(digits.find_first_of("0123456789"));
    const auto end =
        static_cast<std::ptrdiff_t>(std::min(digits.find_first_not_of("-0123456789"), digits.size()));
    for (std::ptrdiff_t at = end - 3; at > first; at -= 3) digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

inline std::string thousands(std::size_t number) {
    return thousands(std::to_string(number));
}

}  // namespace kakehashi
