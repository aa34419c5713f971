#include "core/expression/characters.hpp"

#include <utf8proc.h>

namespace kakehashi::grammar {

CodePoint decode(std::string_view text) {
    utf8proc_int32_t code = 0;
    const auto bytes =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                         static_cast<utf8proc_ssize_t>(text.size() < 4 ? text.size() : 4), &code);
    if (bytes <= 0) return {U'\uFFFD', 1};
    return {static_cast<char32_t>(code), static_cast<std::size_t>(bytes)};
}

char32_t narrow(char32_t code) {
    if (code >= 0xFF01 && code <= 0xFF5E) return code - 0xFEE0;
    if (code == U'\u3000') return U' ';
    if (code == U'\u2212') return U'-';
    return code;
}

std::string narrow(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const auto [code, bytes] = decode(text);
        const char32_t narrowed = narrow(code);
        if (narrowed < 0x80)
            result += static_cast<char>(narrowed);
        else
            result += text.substr(0, bytes);
        text.remove_prefix(bytes);
    }
    return result;
}

bool is_digit(char32_t code) {
    return narrow(code) >= U'0' && narrow(code) <= U'9';
}

bool is_word_character(char32_t code) {
    if (code == U'・' || code == U'･' || code == U'\u200D') return true;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(code))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME:
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO:
        case UTF8PROC_CATEGORY_PC:
            return true;
        case UTF8PROC_CATEGORY_SO:  // ㈱ and emoji; U+FFFD stands for bytes that are no text
            return code != U'\uFFFD';
        default:
            return false;
    }
}

bool is_value_character(char32_t code) {
    constexpr std::u32string_view others = U"-./&@+#:$%~";
    return is_word_character(code) || others.find(narrow(code)) != others.npos ||
           utf8proc_category(static_cast<utf8proc_int32_t>(code)) == UTF8PROC_CATEGORY_SC;
}

char32_t closing_quote(char32_t code) {
    switch (code) {
        case U'"':
        case U'\'':
        case U'＂':
        case U'＇':
        case U'”':  // what Japanese keyboards type on both sides
        case U'’':
            return code;
        case U'“':
            return U'”';
        case U'‘':
            return U'’';
        case U'「':
            return U'」';
        case U'『':
            return U'』';
        case U'｢':
            return U'｣';
        default:
            return 0;
    }
}

char32_t closing_bracket(char32_t code) {
    return code == U'[' ? U']' : code == U'［' ? U'］' : 0;
}

std::string encode(char32_t code) {
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code), bytes);
    return std::string(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (; !text.empty(); ++count) text.remove_prefix(decode(text).bytes);
    return count;
}

}  // namespace kakehashi::grammar
