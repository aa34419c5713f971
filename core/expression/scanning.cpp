#include "core/expression/scanning.hpp"

#include <algorithm>

#include "core/expression/characters.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::grammar {
namespace {

template <class Kind>
bool begins_with(std::string_view text, Kind is_kind) {
    return !text.empty() && is_kind(decode(text).code);
}

/// Longer words than any of the language's own are not folded to be looked up.
constexpr std::size_t longest_own_word = 48;

template <class Words>
bool is_one_of(const Words& words, std::string_view word) {
    if (word.size() > longest_own_word) return false;
    const std::string folded = fold(word);
    return std::ranges::find(words, folded) != words.end();
}

template <class Entries>
auto find_prefix(const Entries& entries, std::string_view text) -> decltype(entries.data()) {
    const auto found =
        std::ranges::find_if(entries, [&](const auto& entry) { return text.starts_with(entry.spelling); });
    return found == entries.end() ? nullptr : &*found;
}

const OutcomeWord* find_outcome(std::string_view word) {
    if (word.size() > longest_own_word) return nullptr;
    const auto found = std::ranges::find(outcome_words, fold(word), &OutcomeWord::spelling);
    return found == outcome_words.end() ? nullptr : &*found;
}

struct FoundSymbol {
    const ComparisonWord* word;
    std::size_t bytes;
};

/// Symbols may mix widths, so they are compared narrowed; none has more than two characters.
FoundSymbol find_symbol(std::string_view text) {
    if (text.empty()) return {nullptr, 0};
    const std::size_t first = decode(text).bytes;
    const std::size_t second = first < text.size() ? decode(text.substr(first)).bytes : 0;
    const std::string one = narrow(text.substr(0, first));
    const ComparisonWord* found = find_prefix(comparison_symbols, one + narrow(text.substr(first, second)));
    if (found == nullptr) return {nullptr, 0};
    return {found, found->spelling.size() == one.size() ? first : first + second};
}

}  // namespace

std::size_t word_length(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size()) {
        const auto [code, bytes] = decode(text.substr(length));
        const char32_t plain = narrow(code);
        const bool joins = length > 0 && (plain == U'-' || plain == U'.') &&
                           begins_with(text.substr(length + bytes), is_word_character);
        if (!joins && !is_word_character(code)) break;
        length += bytes;
    }
    return length;
}

std::size_t column_word_length(std::string_view text) {
    const std::size_t length = word_length(text);
    const std::string_view word = text.substr(0, length);
    return is_one_of(connective_words, word) || is_one_of(operator_words, word) ? 0 : length;
}

std::size_t name_word_length(std::string_view text) {
    const std::size_t length = word_length(text);
    return is_one_of(connective_words, text.substr(0, length)) ? 0 : length;
}

std::size_t value_length(std::string_view text) {
    std::size_t length = 0;
    while (begins_with(text.substr(length), is_value_character)) length += decode(text.substr(length)).bytes;
    return length;
}

std::size_t value_word_length(std::string_view text) {
    const std::size_t length = value_length(text);
    return is_one_of(connective_words, text.substr(0, length)) ? 0 : length;
}

std::size_t value_length_before_comparison(std::string_view text) {
    const std::size_t end = value_word_length(text);
    for (std::size_t at = 0; at < end; at += decode(text.substr(at)).bytes) {
        if (at == 0) continue;
        const std::size_t length = postfix_japanese_length(text.substr(at));
        if (length > 0 && ends_japanese_keyword(text.substr(at + length))) return at;
    }
    return end;
}

std::size_t spelling_length(std::string_view spelling, std::string_view text) {
    std::size_t length = 0;
    for (char expected : spelling) {
        if (length == text.size()) return 0;
        const auto [code, bytes] = decode(text.substr(length));
        const char32_t plain = narrow(code);
        const bool upper = plain >= U'A' && plain <= U'Z';
        if ((upper ? plain + 32 : plain) != static_cast<char32_t>(expected)) return 0;
        length += bytes;
    }
    return length;
}

std::size_t enclosed_length(std::string_view text, char32_t closing) {
    for (std::size_t at = decode(text).bytes; at < text.size();) {
        const auto [code, bytes] = decode(text.substr(at));
        at += bytes;
        if (code != closing) continue;
        if (at == text.size() || decode(text.substr(at)).code != closing) return at;
        at += bytes;
    }
    return 0;
}

bool ends_value(std::string_view text) {
    return ends_japanese_keyword(text) || postfix_japanese_length(text) > 0;
}

bool ends_japanese_keyword(std::string_view text) {
    if (!begins_with(text, is_value_character)) return true;
    return std::ranges::any_of(japanese_connectives, [&](auto word) { return text.starts_with(word); });
}

std::size_t comparison_symbol_length(std::string_view text) {
    return find_symbol(text).bytes;
}

std::size_t infix_japanese_length(std::string_view text) {
    const ComparisonWord* found = find_prefix(japanese_comparisons, text);
    return found == nullptr || found->postfix_only ? 0 : found->spelling.size();
}

std::size_t postfix_japanese_length(std::string_view text) {
    const ComparisonWord* found = find_prefix(japanese_comparisons, text);
    return found == nullptr ? 0 : found->spelling.size();
}

std::size_t japanese_empty_length(std::string_view text) {
    constexpr std::string_view empty = "空";
    return text.starts_with(empty) && ends_japanese_keyword(text.substr(empty.size())) ? empty.size() : 0;
}

std::size_t outcome_word_length(std::string_view text) {
    const std::size_t length = word_length(text);
    return find_outcome(text.substr(0, length)) == nullptr ? 0 : length;
}

std::size_t today_length(std::string_view text) {
    const std::size_t length = value_length(text);
    if (is_one_of(today_words, text.substr(0, length))) return length;
    const auto found = std::ranges::find_if(today_words, [&](auto word) {
        return text.starts_with(word) && ends_value(text.substr(word.size()));
    });
    return found == today_words.end() ? 0 : found->size();
}

const ComparisonWord& comparison_symbol(std::string_view text) {
    // NOLINTNEXTLINE(clang-analyzer-core.uninitialized.UndefReturn): the grammar has matched a symbol here.
    return *find_symbol(text).word;
}

const ComparisonWord& japanese_comparison(std::string_view text) {
    return *find_prefix(japanese_comparisons, text);
}

PredicateKind outcome_of(std::string_view word) {
    return find_outcome(word)->kind;
}

std::string without_enclosure(std::string_view text) {
    text.remove_prefix(decode(text).bytes);
    std::size_t closing_begin = text.size() - 1;
    while ((static_cast<unsigned char>(text[closing_begin]) & 0xC0u) == 0x80u) --closing_begin;
    const std::string_view closing = text.substr(closing_begin);
    const std::string_view inside = text.substr(0, closing_begin);
    std::string result;
    for (std::size_t at = 0; at < inside.size();) {
        result += inside[at];
        const bool doubled = inside.substr(at).starts_with(closing);
        if (doubled) result += closing.substr(1);
        at += doubled ? 2 * closing.size() : 1;
    }
    return result;
}

}  // namespace kakehashi::grammar
