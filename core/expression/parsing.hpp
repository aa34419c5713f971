// What the parsers of expressions and of metrics' formulas share.
#pragma once

#include <string_view>

#include "core/expression/expression.hpp"
#include "core/expression/syntax_error.hpp"

namespace kakehashi::grammar {

/// Longer texts are refused.
constexpr std::size_t longest_text = 65'536;
tl::unexpected<CellError> too_long();

/// The whole text as an expression; throws SyntaxError.
Expression parse_whole(std::string_view text);

/// The error as a cell has it; `error.at` points into `text`.
CellError describe(std::string_view text, const SyntaxError& error);

/// A number in any width, without a sign; throws SyntaxError if it cannot be represented.
double read_amount(std::string_view text, const char* at);

/// The trimmed text inside brackets or quotes; throws SyntaxError if there is none.
std::string read_name(std::string_view enclosed, const char* at);

}  // namespace kakehashi::grammar
