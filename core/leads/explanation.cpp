#include "core/leads/explanation.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "core/leads/applied_rule.hpp"
#include "core/leads/definition_in_force.hpp"
#include "core/leads/leads.hpp"

namespace kakehashi {
namespace {

/// What the lead has in the columns of an expression; dates as dates.
Result<std::vector<std::string>> shown_values(const Leads& leads, const Node& node, std::size_t row,
                                              Instant as_of) {
    const std::vector<std::string> dates = date_columns(node);
    std::vector<std::string> shown;
    for (const std::string& name : columns_of(node)) {
        const auto column = leads.column(name, as_of);
        if (!column) return error_of(column);
        const bool is_date = std::ranges::find(dates, name) != dates.end();
        const Instant instant = is_date ? (*column)->as_instants()[row] : no_instant;
        shown.push_back(instant != no_instant ? format_instant(instant) : (*column)->text(row));
    }
    return shown;
}

Result<RuleLine> explain_rule(const Leads& leads, const PlaybookRule& rule, std::size_t row, Instant as_of) {
    const auto applied = apply(leads, rule, as_of);
    if (!applied) return error_of(applied);
    RuleLine line{&rule, applied->holds.test(row), applied->points(row, as_of), {}};
    const Result<Expression>& node = leads.parsed(rule.rule);
    if (!node || !*node) return line;  // a blank rule holds for everyone
    auto values = shown_values(leads, **node, row, as_of);
    if (!values) return error_of(values);
    line.values = std::move(*values);
    return line;
}

/// A cell may hold a text of several lines.
std::string one_line(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

/// `+40`, `-10`, `0`
std::string signed_points(double points) {
    return (points > 0 ? "+" : "") + format_number(points);
}

std::string line_of(const RuleLine& line, Language language) {
    const bool japanese = language == Language::japanese;
    std::string values;
    for (const std::string& value : line.values) {
        if (!values.empty()) values += ", ";
        values += !trim(value).empty() ? value : japanese ? "空白" : "blank";
    }
    std::string text = fmt::format("{} {}", line.holds ? "✓" : "✗", line.rule->rule);
    if (!values.empty()) text += fmt::format(" ({})", values);
    if (line.rule->must) text += japanese ? " 必須" : " must";
    return one_line(fmt::format("{} {}", text, signed_points(line.points)));
}

std::string line_of(const ClampLine& line, Language language) {
    const bool capped = line.points < 0;
    const std::string bound = format_number(capped ? *line.group->cap : *line.group->floor);
    std::string group = line.group->group;
    if (group.starts_with("✓") || group.starts_with("✗")) group.insert(0, "· ");
    const char* word = language == Language::japanese ? (capped ? "上限" : "下限")
                       : capped                       ? "at most"
                                                      : "at least";
    return one_line(fmt::format("{}: {} {} {}", group, word, bound, signed_points(line.points)));
}

}  // namespace

Result<Explanation> explain(const Leads& leads, std::string_view definition, std::size_t row, Instant as_of) {
    const auto version = in_force(leads.playbook(), definition, as_of);
    if (!version) return error_of(version);
    const std::vector<std::size_t> group_of = group_of_rules(*version);
    std::vector<double> sums(version->groups.size() + 1, 0.0);
    Explanation result;
    for (std::size_t i = 0; i < version->rules.size(); ++i) {
        auto line = explain_rule(leads, *version->rules[i], row, as_of);
        if (!line) return error_of(line);
        sums[group_of[i]] += line->points;
        result.rules.push_back(std::move(*line));
    }
    for (std::size_t group = 0; group < version->groups.size(); ++group) {
        const double bounded = clamped(sums[group], *version->groups[group]);
        if (bounded != sums[group]) result.clamps.push_back({version->groups[group], bounded - sums[group]});
    }
    return result;
}

std::vector<std::string> lines_of(const Explanation& explanation, Language language) {
    std::vector<std::string> lines;
    for (const RuleLine& line : explanation.rules) lines.push_back(line_of(line, language));
    for (const ClampLine& line : explanation.clamps) lines.push_back(line_of(line, language));
    return lines;
}

}  // namespace kakehashi
