#include "core/leads/shown_rule.hpp"

#include <algorithm>

#include "core/expression/shown.hpp"
#include "core/leads/leads.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

std::string one_line(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

/// Only what is a number in the cell: texts such as `0123` are none to those who wrote them.
std::string shown_value(const std::string& column, const std::string& value, Language language) {
    if (trim(value).empty()) return Text{"blank", "空白"}.in(language);
    const auto number = read_number(value);
    return number && format_number(*number) == value ? shown_number(column, *number) : value;
}

}  // namespace

std::string shown_rule(const Leads& leads, const PlaybookRule& rule, Language language) {
    const Result<Expression>& parsed = leads.parsed(rule.rule);
    if (!parsed) return one_line(rule.rule);
    if (!*parsed) return Text{"every lead", "すべてのリード"}.in(language);
    return one_line(shown(**parsed, language));
}

std::string shown_values(const Leads& leads, const RuleLine& line, Language language) {
    const Result<Expression>& parsed = leads.parsed(line.rule->rule);
    const std::vector<std::string> columns =
        parsed && *parsed ? columns_of(**parsed) : std::vector<std::string>();
    const auto is_blank = [](const std::string& value) { return trim(value).empty(); };
    if (!line.values.empty() && std::ranges::all_of(line.values, is_blank))
        return shown_value({}, {}, language);
    std::string text;
    for (std::size_t i = 0; i < line.values.size(); ++i) {
        if (i > 0) text += Text{", ", "、"}.in(language);
        text += shown_value(i < columns.size() ? columns[i] : std::string(), line.values[i], language);
    }
    return one_line(text);
}

}  // namespace kakehashi
