// Texts that mean the same: folding and trimming.
#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include <utf8proc.h>

#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

constexpr bool is_ascii_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}
constexpr char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}
constexpr unsigned byte_at(std::string_view text, std::size_t i) {
    return static_cast<unsigned char>(text[i]);
}

/// Unicode's white space beyond ASCII, and the invisible marks that exports leave at the ends of texts.
constexpr std::array<std::string_view, 21> wide_blanks = {
    "\u0085", "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003",
    "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A",
    "\u200B", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000", "\uFEFF"};

std::size_t leading_blank(std::string_view text) {
    if (text.empty()) return 0;
    if (is_ascii_blank(text.front())) return 1;
    if (byte_at(text, 0) < 0x80) return 0;
    const auto found = std::ranges::find_if(wide_blanks, [&](auto blank) { return text.starts_with(blank); });
    return found == wide_blanks.end() ? 0 : found->size();
}

std::size_t trailing_blank(std::string_view text) {
    if (text.empty()) return 0;
    if (is_ascii_blank(text.back())) return 1;
    if (byte_at(text, text.size() - 1) < 0x80) return 0;
    const auto found = std::ranges::find_if(wide_blanks, [&](auto blank) { return text.ends_with(blank); });
    return found == wide_blanks.end() ? 0 : found->size();
}

/// Length of a three-byte character that NFKC and case folding leave alone whatever stands beside it (kana
/// that are not combining marks or ligatures, the common ideographs, 、 and 。); 0 if the text begins with
/// something else.
std::size_t inert_length(std::string_view text) {
    if (text.size() < 3) return 0;
    const auto continues = [](unsigned byte) { return (byte & 0xC0u) == 0x80u; };
    const unsigned lead = byte_at(text, 0);
    if ((lead & 0xF0u) != 0xE0u || !continues(byte_at(text, 1)) || !continues(byte_at(text, 2))) return 0;
    const unsigned code = (lead & 0x0Fu) << 12 | (byte_at(text, 1) & 0x3Fu) << 6 | (byte_at(text, 2) & 0x3Fu);
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
    return result;
}

}  // namespace kakehashi
