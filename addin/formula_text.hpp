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
/// What stands behind the `=`, without the braces of an array formula; empty if it is no formula.
std::string_view formula_body(std::string_view formula);
/// The content of a text literal `"a ""b"""`.
std::optional<std::string> text_literal(std::string_view expression);
std::optional<double> number_literal(std::string_view expression);

}  // namespace kakehashi::addin
