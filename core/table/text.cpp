// Texts that mean the same: folding and trimming.
#include <algorithm>
#include <vector>

#include <utf8proc.h>

#include "core/table/characters.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

constexpr char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}
constexpr unsigned byte_at(std::string_view text, std::size_t i) {
    return static_cast<unsigned char>(text[i]);
}

/// The character of three bytes that the text begins with; 0 if it begins with something else.
constexpr char32_t three_byte_character(std::string_view text) {
    constexpr auto continues = [](unsigned byte) { return (byte & 0xC0u) == 0x80u; };
    if (text.size() < 3 || (byte_at(text, 0) & 0xF0u) != 0xE0u) return 0;
    if (!continues(byte_at(text, 1)) || !continues(byte_at(text, 2))) return 0;
    const char32_t code =
        (byte_at(text, 0) & 0x0Fu) << 12 | (byte_at(text, 1) & 0x3Fu) << 6 | (byte_at(text, 2) & 0x3Fu);
    return code < 0x800 ? 0 : code;  // less is an overlong form, which is no UTF-8
}

// Bytes of the blank that the text begins or ends with; 0 if there is none. All blanks have one byte, three,
// or two with the first one 0xC2 and the second one equal to the character.

std::size_t leading_blank(std::string_view text) {
    if (text.empty()) return 0;
    const unsigned first = byte_at(text, 0);
    if (first < 0x80) return is_blank(first) ? 1 : 0;
    if (first == 0xC2) return text.size() > 1 && is_blank(byte_at(text, 1)) ? 2 : 0;
    return is_blank(three_byte_character(text)) ? 3 : 0;
}

std::size_t trailing_blank(std::string_view text) {
    if (text.empty()) return 0;
    const unsigned last = byte_at(text, text.size() - 1);
    if (last < 0x80) return is_blank(last) ? 1 : 0;
    if (text.size() < 2) return 0;
    if (byte_at(text, text.size() - 2) == 0xC2) return is_blank(last) ? 2 : 0;
    return text.size() > 2 && is_blank(three_byte_character(text.substr(text.size() - 3))) ? 3 : 0;
}

/// Length of a three-byte character that NFKC and case folding leave alone whatever stands beside it (kana
/// that are not combining marks or ligatures, the common ideographs, 、 and 。); 0 if the text begins with
/// something else.
std::size_t inert_length(std::string_view text) {
    const char32_t code = three_byte_character(text);
    const bool inert = (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3041 && code <= 0x3096) ||
                       (code >= 0x30A1 && code <= 0x30FC) || code == 0x3001 || code == 0x3002;
    return inert ? 3 : 0;
}

/// True if lowering A … Z is all there is to fold. Columns may hold a million different texts, nearly all
/// like this.
bool folds_like_ascii(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = byte_at(text, i) < 0x80 ? 1 : inert_length(text.substr(i));
        if (length == 0) return false;
        i += length;
    }
    return true;
}

std::string lowered(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), ascii_lower);
    return result;
}

std::string with_replacements(std::string_view text) {
    std::string result;
    result.reserve(text.size() + replacement_character.size());
    for (std::size_t i = 0; i < text.size();) {
        utf8proc_int32_t code = 0;
        const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + i);
        const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - i), &code);
        if (length <= 0) {
            result += replacement_character;
            ++i;
        } else {
            result += text.substr(i, static_cast<std::size_t>(length));
            i += static_cast<std::size_t>(length);
        }
    }
    return result;
}

constexpr auto fold_options = static_cast<utf8proc_option_t>(
    UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);

utf8proc_ssize_t decompose(std::string_view text, std::vector<utf8proc_int32_t>& codes) {
    return utf8proc_decompose(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                              static_cast<utf8proc_ssize_t>(text.size()), codes.data(),
                              static_cast<utf8proc_ssize_t>(codes.size()), fold_options);
}

/// NFKC case folding of any bytes.
std::string nfkc_casefold(std::string_view text) {
    std::vector<utf8proc_int32_t> codes(text.size() + 8);
    auto length = decompose(text, codes);
    if (length == UTF8PROC_ERROR_INVALIDUTF8) return nfkc_casefold(with_replacements(text));
    if (length > static_cast<utf8proc_ssize_t>(codes.size())) {
        codes.resize(static_cast<std::size_t>(length));
        length = decompose(text, codes);
    }
    if (length < 0) return lowered(text);                // longer than utf8proc can count: no cell is
    codes.resize(static_cast<std::size_t>(length) + 1);  // utf8proc_reencode ends the text with a zero
    const auto bytes = utf8proc_reencode(codes.data(), length, fold_options);
    if (bytes < 0) return lowered(text);
    return std::string(reinterpret_cast<const char*>(codes.data()), static_cast<std::size_t>(bytes));
}

}  // namespace

std::string_view trim(std::string_view text) {
    while (const std::size_t blank = leading_blank(text)) text.remove_prefix(blank);
    while (const std::size_t blank = trailing_blank(text)) text.remove_suffix(blank);
    return text;
}

std::string fold(std::string_view text) {
    text = trim(text);
    if (folds_like_ascii(text)) return lowered(text);
    std::string folded = nfkc_casefold(text);
    const std::string_view kept = trim(folded);  // folding makes blanks of characters that were none
    if (kept.size() == folded.size()) return folded;
    return std::string(kept);
}

std::string fold_header(std::string_view header) {
    const std::string folded = fold(header);
    std::string result;
    result.reserve(folded.size());
    for (std::size_t i = 0; i < folded.size();) {
        const std::size_t blank = leading_blank(std::string_view(folded).substr(i));
        if (blank == 0 && folded[i] != '_' && folded[i] != '-') result += folded[i];
        i += blank == 0 ? 1 : blank;
    }
    // Marks that a blank kept apart may now follow each other and have to be put in order.
    if (result.size() != folded.size() && !folds_like_ascii(result)) return fold(result);
    return result;
}

}  // namespace kakehashi
