// The text of a formula, as far as handle cells need it: a call of one function with simple arguments.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kakehashi::addin {

struct FormulaCall {
    std::string name;                    // upper case
    std::vector<std::string> arguments;  // trimmed, may be empty
};

/// The whole formula if it is nothing but one call: `=NAME(a;b)`, also as array formula `{=NAME(a;b)}`.
std::optional<FormulaCall> parse_call(std::string_view formula);
/// The calls, innermost ones too, of functions whose name begins with `prefix` (upper case) in a formula that
/// may be more than that. Nothing if its parentheses or quotes do not match up.
std::vector<FormulaCall> calls_in(std::string_view formula, std::string_view prefix);
/// The parts of an expression between `separator`s outside quotes and parentheses, trimmed. Nothing if these
/// do not match up.
std::optional<std::vector<std::string>> split(std::string_view text, char separator = ';');
/// What stands behind the `=`, without the braces of an array formula; empty if it is no formula.
std::string_view formula_body(std::string_view formula);
/// The content of a text literal `"a ""b"""`.
std::optional<std::string> text_literal(std::string_view expression);
std::optional<double> number_literal(std::string_view expression);

}  // namespace kakehashi::addin
