#include "core/panel/rule_list.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/leads/shown_rule.hpp"
#include "core/support/thousands.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::panel {
namespace {

constexpr double margin = 2;
constexpr double mark_room = 18;
constexpr double text_size = 13;
constexpr double value_size = 12;
constexpr double line_height = 17;
constexpr double row_gap = 5;
constexpr std::size_t most_lines = 3;

std::string one_line(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

/// `+40`, `−10`, `+24.9`, `0`: points that decay have many decimals, and one is enough for a glance.
std::string points_text(double points) {
    const double shown = std::round(std::abs(points) * 10) / 10;
    return (shown == 0 ? "" : points > 0 ? "+" : "−") + thousands(format_number(shown));
}

RuleRow row_of(const Leads& leads, const RuleLine& line, Language language) {
    return {line.holds ? RuleRow::Mark::holds : RuleRow::Mark::fails, shown_rule(leads, *line.rule, language),
            shown_values(leads, line, language), points_text(line.points), line.rule->must};
}

RuleRow row_of(const ClampLine& line, Language language) {
    const bool capped = line.points < 0;
    const std::string bound = thousands(format_number(capped ? *line.group->cap : *line.group->floor));
    const Text text =
        capped ? Text{"at most " + bound, "上限 " + bound} : Text{"at least " + bound, "下限 " + bound};
    return {RuleRow::Mark::none,
            one_line(line.group->group) + Text{": ", "："}.in(language) + text.in(language),
            {},
            points_text(line.points),
            false};
}

/// A must-have that fails keeps the lead out: it stands out from rules that only bring no points.
void draw_mark(Canvas& canvas, const RuleRow& row, double y) {
    const RuleRow::Mark mark = row.mark;
    const Theme& theme = canvas.theme();
    const auto at = [&](double dx, double dy) { return fmt::format("{:.1f} {:.1f}", margin + dx, y + dy); };
    if (mark == RuleRow::Mark::holds)
        canvas.stroke(fmt::format("M{}L{}L{}", at(0.5, 5.5), at(3.8, 9), at(9.7, 1)),
                      theme.accent(shared_colour), 2);
    if (mark == RuleRow::Mark::fails)
        canvas.stroke(fmt::format("M{}L{}M{}L{}", at(1.2, 1.2), at(8.8, 8.8), at(8.8, 1.2), at(1.2, 8.8)),
                      row.must ? theme.accent(sales_colour) : theme.muted(), row.must ? 2.6 : 1.4);
}

/// What stands under the rule: whether it is a must, and what the lead has.
std::string second_line(const RuleRow& row, Language language) {
    if (!row.must) return row.value;
    return Text{"must-have", "必須"}.in(language) + (row.value.empty() ? "" : " · " + row.value);
}

/// `✗ Employees ≥ 100 (must-have · 40) 0`
std::string line_of(const RuleRow& row, Language language) {
    std::string text = row.mark == RuleRow::Mark::holds ? "✓ " : row.mark == RuleRow::Mark::fails ? "✗ " : "";
    text += row.text;
    if (const std::string second = second_line(row, language); !second.empty()) text += " (" + second + ")";
    return text + " " + row.points;
}

double draw_row(Canvas& canvas, const RuleRow& row, double y, double points_width, Language language) {
    const Theme& theme = canvas.theme();
    const double left = margin + mark_room;
    const double right = canvas.width() - margin;
    const double room = right - points_width - 8 - left;
    draw_mark(canvas, row, y + 3.5);
    canvas.text(right, y + 13, row.points, {theme.text, text_size, false, Anchor::end});
    for (const std::string& line : wrapped(row.text, text_size, room, most_lines)) {
        canvas.text(left, y + 13, line, {theme.text, text_size, false, Anchor::start});
        y += line_height;
    }
    const std::string second = second_line(row, language);
    if (second.empty()) return y + row_gap;
    canvas.text(left, y + 12, fitted(second, value_size, right - left),
                {theme.muted(), value_size, false, Anchor::start});
    return y + line_height + row_gap;
}

}  // namespace

RuleList rule_list(const Leads& leads, const Explanation& explanation, std::string score, Language language) {
    RuleList list;
    list.score = std::move(score);
    for (const RuleLine& line : explanation.rules) list.rows.push_back(row_of(leads, line, language));
    for (const ClampLine& line : explanation.clamps) list.rows.push_back(row_of(line, language));
    for (const RuleRow& row : list.rows) list.alternative_text += line_of(row, language) + '\n';
    list.alternative_text += list.score;
    return list;
}

Picture draw(const RuleList& list, double width, const Theme& theme, Language language) {
    Canvas canvas(std::max(width, 160.0), theme);
    double points_width = text_width("+00", text_size);
    for (const RuleRow& row : list.rows)
        points_width = std::max(points_width, text_width(row.points, text_size));
    double y = 2;
    for (const RuleRow& row : list.rows) y = draw_row(canvas, row, y, points_width, language);
    canvas.line(margin, y + 0.5, canvas.width() - margin, y + 0.5, theme.tint(theme.text, 0.25), 1);
    canvas.text(canvas.width() - margin, y + 17, list.score, {theme.text, text_size, true, Anchor::end});
    return canvas.finish(y + 24, list.alternative_text);
}

}  // namespace kakehashi::panel
