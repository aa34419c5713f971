#include "core/checks/wording.hpp"

#include <algorithm>

namespace kakehashi::checks {

std::string shortened(std::string_view text) {
    constexpr std::size_t most = 60;
    std::size_t end = std::min(text.size(), most);
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
    std::string result(text.substr(0, end));
    std::ranges::replace_if(
        result, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return end < text.size() ? result + "…" : result;
}

}  // namespace kakehashi::checks
