#include "core/table/characters.hpp"

#include <utf8proc.h>

#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

constexpr char32_t plain(char32_t c) {
    if (c >= U'\uFF01' && c <= U'\uFF5E') return c - U'\uFF01' + U'!';
    if (c == U'\uFFE5') return U'¥';
    if (c == U'\uFFE1') return U'£';
    if (c == U'\u2212') return U'-';
    return c;
}

}  // namespace

ReadableText::ReadableText(std::string_view text) {
    text = trim(text);
    if (text.size() > 4 * capacity) return;
    std::size_t length = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (length == capacity) return;
        utf8proc_int32_t code = static_cast<unsigned char>(text[i]);
        utf8proc_ssize_t bytes = 1;
        if (code >= 0x80) {
            const auto* data = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + i);
            bytes = utf8proc_iterate(data, static_cast<utf8proc_ssize_t>(text.size() - i), &code);
            if (bytes <= 0) return;
        }
        characters_[length++] = plain(static_cast<char32_t>(code));
        i += static_cast<std::size_t>(bytes);
    }
    length_ = length;
}

}  // namespace kakehashi
