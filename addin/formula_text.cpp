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

bool in_name(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '_';
}

/// Behind the parenthesis that closes the one at `open`; npos if there is none.
std::size_t end_of_call(std::string_view text, std::size_t open) {
    char quote = 0;
    int depth = 0;
    for (std::size_t i = open; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '(') {
            ++depth;
        } else if (c == ')' && --depth == 0) {
            return i + 1;
        }
    }
    return std::string_view::npos;
}

}  // namespace

std::optional<std::vector<std::string>> split(std::string_view text, char separator) {
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
        } else if (c == separator && open.empty()) {
            parts.emplace_back(trimmed(text.substr(begin, i - begin)));
            begin = i + 1;
        }
    }
    if (quote != 0 || !open.empty()) return std::nullopt;
    parts.emplace_back(trimmed(text.substr(begin)));
    return parts;
}

std::vector<FormulaCall> calls_in(std::string_view formula, std::string_view prefix) {
    std::vector<FormulaCall> calls;
    char quote = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < formula.size(); ++i) {
        const char c = formula[i];
        if (quote != 0) {
            if (c == quote) quote = 0;  // a doubled quote ends and begins again
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '(') {
            const std::size_t end = end_of_call(formula, i);
            if (end == std::string_view::npos) return {};
            auto call = parse_call("=" + std::string(formula.substr(begin, end - begin)));
            if (call && call->name.starts_with(prefix)) calls.push_back(std::move(*call));
        }
        if (quote != 0 || !in_name(c)) begin = i + 1;
    }
    return calls;
}

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
        if (!in_name(c)) return std::nullopt;
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
