// How far words, unquoted texts and spellings reach at the front of an expression's text. All lengths are
// bytes, 0 means that nothing of the kind is there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/expression/vocabulary.hpp"

namespace kakehashi::grammar {

/// A bare word: word characters, and `-` or `.` between them.
std::size_t word_length(std::string_view text);
/// A bare word that may name a column.
std::size_t column_word_length(std::string_view text);
/// A bare word that may name a stage or definition.
std::size_t name_word_length(std::string_view text);
/// An unquoted text.
std::size_t value_length(std::string_view text);
/// An unquoted text that is no connective.
std::size_t value_word_length(std::string_view text);
/// The same before a Japanese comparison that may follow without a blank (`製造を含む`).
std::size_t value_length_before_comparison(std::string_view text);
/// `spelling` (ASCII, lower case) in any case and width.
std::size_t spelling_length(std::string_view spelling, std::string_view text);

/// From the opening character at the front to `closing`, which stands for itself when doubled; 0 if it never
/// comes.
std::size_t enclosed_length(std::string_view text, char32_t closing);

/// True if no word goes on at the front of `text`, or a Japanese word that needs no blank before it begins.
bool ends_value(std::string_view text);
/// True if no word goes on there, or a Japanese connective begins.
bool ends_japanese_keyword(std::string_view text);

std::size_t comparison_symbol_length(std::string_view text);
std::size_t infix_japanese_length(std::string_view text);
std::size_t postfix_japanese_length(std::string_view text);
std::size_t japanese_empty_length(std::string_view text);
std::size_t outcome_word_length(std::string_view text);
std::size_t today_length(std::string_view text);

/// The entries the lengths above stand for; `text` begins with one.
const ComparisonWord& comparison_symbol(std::string_view text);
const ComparisonWord& japanese_comparison(std::string_view text);
PredicateKind outcome_of(std::string_view word);

/// What stands between the enclosing characters, doubled closing ones made single.
std::string without_enclosure(std::string_view text);

}  // namespace kakehashi::grammar
