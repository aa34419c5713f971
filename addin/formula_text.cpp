#include "addin/formula_text.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace kakehashi::addin {
namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
    return text;
}

/// Splits at `;` outside quotes, braces and parentheses. Nothing if these do not match up.
std::optional<std::vector<std::string>> split(std::string_view text) {
    std::vector<std::string> parts;
    std::string open;
    char quote = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != 0) {
            if (c == quote) quote = 0;  // a doubled quote ends and begins again
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '(' || c == '{' || c == '[') {
            open += c;
        } else if (c == ')' || c == '}' || c == ']') {
            if (open.empty()) return std::nullopt;
            open.pop_back();
        } else if (c == ';' && open.empty()) {
            parts.emplace_back(trimmed(text.substr(begin, i - begin)));
            begin = i + 1;
        }
    }
    if (quote != 0 || !open.empty()) return std::nullopt;
    parts.emplace_back(trimmed(text.substr(begin)));
    return parts;
}

}  // namespace

std::string_view formula_body(std::string_view formula) {
    formula = trimmed(formula);
    if (formula.starts_with('{') && formula.ends_with('}')) formula = formula.substr(1, formula.size() - 2);
    return formula.starts_with('=') ? trimmed(formula.substr(1)) : std::string_view{};
}

std::optional<FormulaCall> parse_call(std::string_view formula) {
    const std::string_view body = formula_body(formula);
    const std::size_t open = body.find('(');
    if (open == std::string_view::npos || !body.ends_with(')')) return std::nullopt;
    FormulaCall call;
    for (const char c : trimmed(body.substr(0, open))) {
        if (!std::isalnum(static_cast<unsigned char>(c)) && c != '.' && c != '_') return std::nullopt;
        call.name += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    // Fails for `F(a)+G(b)`: there the parentheses inside do not match up.
    auto arguments = split(body.substr(open + 1, body.size() - open - 2));
    if (!arguments) return std::nullopt;
    call.arguments = std::move(*arguments);
    return call;
}

std::optional<std::string> text_literal(std::string_view expression) {
    if (expression.size() < 2 || expression.front() != '"' || expression.back() != '"') return std::nullopt;
    const std::string_view inside = expression.substr(1, expression.size() - 2);
    std::string text;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        if (inside[i] == '"' && (i + 1 == inside.size() || inside[++i] != '"')) return std::nullopt;
        text += inside[i];
    }
    return text;
}

std::optional<double> number_literal(std::string_view expression) {
    double number = 0;
    const auto [end, error] =
        std::from_chars(expression.data(), expression.data() + expression.size(), number);
    if (error != std::errc{} || end != expression.data() + expression.size()) return std::nullopt;
    return number;
}

}  // namespace kakehashi::addin
