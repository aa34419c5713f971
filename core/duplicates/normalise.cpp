#include "core/duplicates/normalise.hpp"

#include <algorithm>

#include "core/duplicates/legal_forms.hpp"
#include "core/duplicates/letters.hpp"
#include "core/table/characters.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

constexpr std::size_t shortest_phone = 7;

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

/// What ends a number that is complete: the word before an extension, or a second number.
bool ends_number(char32_t c) {
    return !is_separator(c) || c == U'/' || c == U',' || c == U';' || c == U'#' || c == U'*' || c == U'、';
}

std::string_view between_angles(std::string_view text) {
    const std::size_t open = text.rfind('<');
    const std::size_t close = text.rfind('>');
    if (open == text.npos || close == text.npos || close < open) return text;
    return trim(text.substr(open + 1, close - open - 1));
}

bool is_address(std::u32string_view text) {
    const std::size_t at = text.find(U'@');
    if (at == text.npos || at == 0 || at + 1 == text.size()) return false;
    if (text.find(U'@', at + 1) != text.npos) return false;
    return std::ranges::none_of(text, [](char32_t c) {
        return is_blank(c) || c == U',' || c == U';' || c == U'<' || c == U'>' || c == U'"' || c == U'(' ||
               c == U')';
    });
}

}  // namespace

std::u32string normalised_email(std::string_view text) {
    const std::string folded = fold(text);
    std::string_view address = between_angles(folded);
    if (address.starts_with("mailto:")) {
        address.remove_prefix(7);
        address = trim(address.substr(0, address.find('?')));
    }
    const std::u32string letters = characters_of(address);
    return is_address(letters) ? letters : std::u32string();
}

std::u32string normalised_phone(std::string_view text) {
    std::u32string digits;
    bool international = false;
    for (const char32_t c : characters_of(fold(text))) {
        if (is_digit(c)) {
            digits += c;
        } else if (c == U'+' && digits.empty()) {
            international = true;
        } else if (digits.size() >= shortest_phone && ends_number(c)) {
            break;
        }
    }
    if (international && digits.starts_with(U"81")) digits.replace(0, 2, 1, U'0');
    if (digits.size() < shortest_phone) return {};
    digits.erase(0, digits.find_first_not_of(U'0'));
    return digits;
}

std::u32string normalised_text(std::string_view text) {
    return without_separators(plain_letters(text));
}

std::u32string normalised_company(std::string_view text) {
    return without_separators(without_legal_forms(plain_letters(text)));
}

}  // namespace kakehashi
