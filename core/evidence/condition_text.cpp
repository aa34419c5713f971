#include "core/evidence/condition_text.hpp"

#include <fmt/format.h>

#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

/// `text` between the marks, the closing one doubled inside.
std::string enclosed(char opening, std::string_view text, char closing) {
    std::string result(1, opening);
    for (const char c : text) result.append(c == closing ? 2 : 1, c);
    return result + closing;
}

/// The only condition of an expression; null if it is something else.
const Compare* comparison_in(const Result<Expression>& parsed) {
    return parsed ? std::get_if<Compare>(&(*parsed)->value) : nullptr;
}

std::string_view spelling(Comparison comparison) {
    switch (comparison) {
        case Comparison::greater_equal:
            return " >= ";
        case Comparison::less_equal:
            return " <= ";
        default:
            return " = ";
    }
}

}  // namespace

std::optional<std::string> written_column(std::string_view header) {
    const std::string name(trim(header));
    if (name.empty()) return std::nullopt;
    for (const std::string& written : {name, enclosed('[', name, ']')}) {
        const auto parsed = parse_expression(written + " = 1");
        const Compare* compare = comparison_in(parsed);
        if (compare != nullptr && compare->column == name && compare->value == Literal(1.0)) return written;
    }
    return std::nullopt;
}

std::optional<WrittenCondition> written_condition(const std::string& column, Comparison comparison,
                                                  const Literal& value) {
    const auto* text = std::get_if<std::string>(&value);
    const std::string bare = text != nullptr ? *text : format_number(std::get<double>(value));
    for (const std::string& written : {bare, enclosed('"', bare, '"')}) {
        const std::string condition = fmt::format("{}{}{}", column, spelling(comparison), written);
        auto parsed = parse_expression(condition);
        const Compare* compare = comparison_in(parsed);
        if (compare != nullptr && compare->comparison == comparison && compare->value == value)
            return WrittenCondition{condition, *std::move(parsed)};
    }
    return std::nullopt;
}

}  // namespace kakehashi
