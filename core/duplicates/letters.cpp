#include "core/duplicates/letters.hpp"

#include <array>
#include <utility>

#include <utf8proc.h>

#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

/// NFKC makes a blank and a combining mark of the voicing marks ゛ and ゜ that stand alone; as combining
/// marks they join the kana before them.
std::string with_joining_marks(std::string_view text) {
    static constexpr std::string_view voiced = "\xE3\x82\x9B";
    static constexpr std::string_view half_voiced = "\xE3\x82\x9C";
    std::string result(text);
    for (std::size_t at = 0; (at = result.find("\xE3\x82", at)) != std::string::npos; ++at) {
        if (result.compare(at, 3, voiced) == 0) result[at + 2] = '\x99';
        if (result.compare(at, 3, half_voiced) == 0) result[at + 2] = '\x9A';
    }
    return result;
}

/// Katakana that can be drawn out. ン, ッ and ー cannot: the hyphen of セブン-イレブン is one.
constexpr bool can_be_long(char32_t c) {
    return c >= U'ァ' && c <= U'ヺ' && c != U'ン' && c != U'ッ';
}

constexpr bool is_hyphen(char32_t c) {
    return c == U'-' || (c >= U'\u2010' && c <= U'\u2015') || c == U'\u2212' || c == U'\u2500';
}

/// Small kana as large ones: キヤノン and 富士フイルム are written both ways, and bank data know no small
/// ones. Kanji outside of JIS X 0208 as the forms by which people without them write the same name.
char32_t plain(char32_t c) {
    static constexpr std::array<std::pair<char32_t, char32_t>, 27> forms = {{
        {U'ぁ', U'あ'},     {U'ぃ', U'い'},         {U'ぅ', U'う'}, {U'ぇ', U'え'}, {U'ぉ', U'お'},
        {U'っ', U'つ'},     {U'ゃ', U'や'},         {U'ゅ', U'ゆ'}, {U'ょ', U'よ'}, {U'ゎ', U'わ'},
        {U'ゕ', U'か'},     {U'ゖ', U'け'},         {U'ァ', U'ア'}, {U'ィ', U'イ'}, {U'ゥ', U'ウ'},
        {U'ェ', U'エ'},     {U'ォ', U'オ'},         {U'ッ', U'ツ'}, {U'ャ', U'ヤ'}, {U'ュ', U'ユ'},
        {U'ョ', U'ヨ'},     {U'ヮ', U'ワ'},         {U'ヵ', U'カ'}, {U'ヶ', U'ケ'}, {U'髙', U'高'},
        {U'\uFA11', U'崎'}, {U'\U00020BB7', U'吉'},
    }};
    if (c < U'ぁ') return c;
    for (const auto& [written, meant] : forms)
        if (written == c) return meant;
    return c;
}

bool is_digit(char32_t c) {
    return c < 0x80 ? c >= U'0' && c <= U'9'
                    : utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_ND;
}

}  // namespace

std::u32string characters_of(std::string_view text) {
    std::u32string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t code = 0;
        const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
        const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &code);
        result += length > 0 ? static_cast<char32_t>(code) : U'\uFFFD';
        at += length > 0 ? static_cast<std::size_t>(length) : 1;
    }
    return result;
}

std::u32string plain_letters(std::string_view text) {
    std::u32string letters = characters_of(fold(with_joining_marks(text)));
    char32_t before = 0;
    for (char32_t& c : letters) {
        const char32_t written = c;
        c = is_hyphen(c) && can_be_long(before) ? U'ー' : plain(c);
        before = written;
    }
    return letters;
}

bool is_separator(char32_t c) {
    if (c < 0x80) {
        const bool letter = (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
        return !letter && c != U'+' && c != U'$';  // C++, A+
    }
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
        case UTF8PROC_CATEGORY_PC:
        case UTF8PROC_CATEGORY_PD:
        case UTF8PROC_CATEGORY_PS:
        case UTF8PROC_CATEGORY_PE:
        case UTF8PROC_CATEGORY_PI:
        case UTF8PROC_CATEGORY_PF:
        case UTF8PROC_CATEGORY_PO:
        case UTF8PROC_CATEGORY_ZS:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_CF:
            return true;
        default:
            return false;
    }
}

std::u32string without_separators(std::u32string_view text) {
    std::u32string result;
    result.reserve(text.size());
    bool separated = false;
    for (const char32_t c : text) {
        if (is_separator(c)) {
            separated = true;
            continue;
        }
        if (separated && !result.empty() && is_digit(result.back()) && is_digit(c)) result += U'-';
        result += c;
        separated = false;
    }
    return result;
}

}  // namespace kakehashi
