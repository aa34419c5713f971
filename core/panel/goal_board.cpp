#include "core/panel/goal_board.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "core/panel/amounts.hpp"

namespace kakehashi::panel {
namespace {

constexpr double row_height = 40;
constexpr double name_line_height = 16;
constexpr double heading_height = 24;
constexpr double margin = 2;
constexpr double glyph = 16;  // room of the status shape

std::optional<double> value(const Result<double>& figure) {
    return figure ? std::optional(*figure) : std::nullopt;
}

/// What a rate is shown as.
std::string_view unit_of(const Goals& goals, std::size_t index) {
    const Goal& goal = goals.all()[index];
    const bool rate = goals.kind(index) == GoalKind::rate && goal.unit.empty();
    return rate ? std::string_view("%") : std::string_view(goal.unit);
}

std::string amounts(const Goals& goals, std::size_t index, const Standing& standing, Language language) {
    const auto actual = value(standing.actual());
    const auto target = value(standing.target());
    const std::string_view unit = unit_of(goals, index);
    if (!actual && !target) return {};
    // The currency stands once: `¥182M / 250M`, `1.8億 / 2.5億円`.
    const bool percent = unit == "%";
    const bool behind = language == Language::japanese;
    const auto shown = [&](const std::optional<double>& amount, bool with_unit) {
        return amount ? short_amount(*amount, percent || with_unit ? unit : std::string_view(), language)
                      : std::string("–");
    };
    return shown(actual, !behind || !target) + " / " + shown(target, behind || !actual);
}

/// Where the progress of a sum should be: what its curve says.
std::optional<double> expected_progress(const Goals& goals, std::size_t index, const Standing& standing) {
    const auto expected = value(standing.expected());
    const auto target = value(standing.target());
    if (!expected || !target) return std::nullopt;
    const double baseline = goals.figures(index, goals.as_of()).baseline;
    if (*target == baseline) return std::nullopt;
    return (*expected - baseline) / (*target - baseline);
}

GoalLine line_of(const Goals& goals, std::size_t index, Instant as_of, Language language) {
    const Goal& goal = goals.all()[index];
    const Standing standing(goals, index, as_of);
    GoalLine line;
    line.name = goal.name;
    line.layer = goal.layer;
    line.side = side_of(goal);
    if (const auto status = standing.status()) line.status = *status;
    line.no_target = line.status == GoalStatus::no_data && standing.actual() && !standing.target();
    line.amounts = amounts(goals, index, standing, language);
    line.progress = value(standing.progress());
    if (goals.kind(index) == GoalKind::sum) {
        if (line.progress) line.expected = expected_progress(goals, index, standing);
    } else if (const auto pace = value(standing.pace())) {
        line.progress = pace;
        line.expected = 1.0;
        line.is_pace = true;
    }
    return line;
}

int rank(const std::optional<GoalLayer>& layer) {
    if (!layer) return 3;
    return static_cast<int>(*layer);
}

/// `Department goals · Sales`: in grey the colours of the departments cannot be told apart.
std::string heading(int rank, Side side, Language language) {
    static const Text titles[] = {{"Shared goals", "共有目標"},
                                  {"Department goals", "部門目標"},
                                  {"Activity goals", "活動目標"},
                                  {"Other goals", "その他の目標"}};
    const std::string title = titles[rank].in(language);
    if (side == Side::marketing) return title + Text{" · Marketing", "・マーケティング"}.in(language);
    if (side == Side::sales) return title + Text{" · Sales", "・営業"}.in(language);
    return title;
}

/// What stands under one heading: a layer, of a department its own goals behind those of both.
std::pair<int, Side> group_of(const std::optional<GoalLayer>& layer, Side side) {
    return {rank(layer), side};
}

Colour bar_colour(Side side, const Theme& theme) {
    switch (side) {
        case Side::marketing:
            return theme.accent(marketing_colour);
        case Side::sales:
            return theme.accent(sales_colour);
        case Side::shared:
            return theme.accent(shared_colour);
        case Side::other:
            break;
    }
    return theme.muted();
}

Colour status_colour(GoalStatus status, const Theme& theme) {
    switch (status) {
        case GoalStatus::done:
        case GoalStatus::on_track:
            return theme.accent(shared_colour);
        case GoalStatus::ahead:
            return theme.accent(marketing_colour);
        case GoalStatus::behind:
            return theme.accent(warning_colour);
        case GoalStatus::at_risk:
            return theme.accent(sales_colour);
        case GoalStatus::no_data:
            break;
    }
    return theme.muted();
}

/// ● on track, ▲ ahead, ▼ behind, ■ at risk, ○ no data, ✓ done; drawn, since not every font has them alike.
void draw_status(Canvas& canvas, GoalStatus status, double x, double y) {
    const Colour colour = status_colour(status, canvas.theme());
    const auto at = [&](double dx, double dy) { return fmt::format("{:.1f} {:.1f}", x + dx, y + dy); };
    const std::string circle =
        fmt::format("M{}A4.5 4.5 0 1 1 {}A4.5 4.5 0 1 1 {}Z", at(0.5, 5), at(9.5, 5), at(0.5, 5));
    switch (status) {
        case GoalStatus::on_track:
            return canvas.path(circle, colour);
        case GoalStatus::no_data:
            return canvas.stroke(circle, colour, 1.5);
        case GoalStatus::ahead:
            return canvas.path(fmt::format("M{}L{}L{}Z", at(5, 0.5), at(10, 9.5), at(0, 9.5)), colour);
        case GoalStatus::behind:
            return canvas.path(fmt::format("M{}L{}L{}Z", at(0, 0.5), at(10, 0.5), at(5, 9.5)), colour);
        case GoalStatus::at_risk:
            return canvas.rectangle(x + 0.5, y + 0.5, 9, 9, colour);
        case GoalStatus::done:
            return canvas.stroke(fmt::format("M{}L{}L{}", at(0.5, 5.5), at(3.8, 9), at(9.7, 1)), colour, 2);
    }
}

void draw_bar(Canvas& canvas, const GoalLine& line, double x, double y, double width) {
    const Theme& theme = canvas.theme();
    constexpr double height = 9;
    canvas.rectangle(x, y, width, height, theme.track(), 2);
    if (theme.high_contrast) canvas.outline(x + 0.5, y + 0.5, width - 1, height - 1, theme.text);
    const auto place = [&](double share) { return std::clamp(share, 0.0, 1.0) * width; };
    if (line.progress) canvas.rectangle(x, y, place(*line.progress), height, bar_colour(line.side, theme), 2);
    if (!line.expected) return;
    const double mark = x + std::clamp(place(*line.expected), 1.0, width - 1.0);
    // On a bar that is longer, the mark needs a rim of the ground to be seen.
    canvas.line(mark, y - 3, mark, y + height + 3, theme.ground, 4);
    canvas.line(mark, y - 3, mark, y + height + 3, theme.text, 2);
}

/// A long name takes a second line, so that goals that begin alike can be told apart. Returns where the next
/// goal begins.
double draw_line(Canvas& canvas, const GoalLine& line, double y, Language language) {
    const Theme& theme = canvas.theme();
    const double right = canvas.width() - margin;
    draw_status(canvas, line.status, margin, y + 4);
    const double amounts_width = text_width(line.amounts, 13);
    const double name_width = right - margin - glyph - amounts_width - 8;
    canvas.text(right, y + 14, line.amounts, {theme.text, 13, false, Anchor::end});
    const std::vector<std::string> name = wrapped(line.name, 13, name_width, 2);
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (i > 0) y += name_line_height;
        canvas.text(margin + glyph, y + 14, name[i], {theme.text, 13, false, Anchor::start});
    }

    const std::string word = status_word(line, language);
    // Else `83 % behind` reads as if 83 % were lacking.
    const std::string separator = Text{" · ", "・"}.in(language);
    const std::string words = line.progress ? short_percent(*line.progress) + separator + word : word;
    const double words_width = std::max(text_width(words, 11), text_width("100 % · on track", 11));
    const double bar_width = right - margin - glyph - words_width - 8;
    if (bar_width > 30) draw_bar(canvas, line, margin + glyph, y + 22, bar_width);
    canvas.text(right, y + 31, words, {theme.muted(), 11, false, Anchor::end});
    return y + row_height;
}

/// One line of the alternative text.
std::string spoken(const GoalLine& line, Language language) {
    const bool japanese = language == Language::japanese;
    std::string text = line.name + (japanese ? "：" : ": ") + status_word(line, language);
    const std::string_view comma = japanese ? "、" : ", ";
    if (!line.amounts.empty()) text.append(comma).append(line.amounts);
    if (line.is_pace && line.progress)
        return text.append(comma).append(japanese ? "ペース" : "pace ").append(short_percent(*line.progress));
    if (line.progress) text.append(comma).append(short_percent(*line.progress));
    if (line.expected)
        text.append(comma)
            .append(japanese ? "本日の目安" : "expected today ")
            .append(short_percent(*line.expected));
    return text;
}

}  // namespace

Side side_of(const Goal& goal) {
    if (goal.layer == GoalLayer::shared || goal.departments.empty()) return Side::shared;
    if (goal.departments.size() > 1) return Side::shared;
    if (goal.departments.front() == "marketing") return Side::marketing;
    if (goal.departments.front() == "sales") return Side::sales;
    return Side::other;
}

std::string status_word(const GoalLine& line, Language language) {
    static const Text words[] = {{"done", "達成"},   {"ahead", "先行"},   {"on track", "順調"},
                                 {"behind", "遅れ"}, {"at risk", "危険"}, {"no data", "データなし"}};
    if (line.no_target) return Text{"no target", "目標値なし"}.in(language);
    return words[static_cast<std::size_t>(line.status)].in(language);
}

GoalBoard goal_board(const Goals& goals, Instant as_of, std::size_t limit, Language language) {
    std::vector<std::size_t> order = goals.list(std::nullopt, {});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const Goal& first = goals.all()[a];
        const Goal& second = goals.all()[b];
        return group_of(first.layer, side_of(first)) < group_of(second.layer, side_of(second));
    });
    GoalBoard board;
    board.more = order.size() > limit ? order.size() - limit : 0;
    order.resize(std::min(order.size(), limit));
    for (const std::size_t goal : order) board.lines.push_back(line_of(goals, goal, as_of, language));
    return board;
}

Picture draw(const GoalBoard& board, double width, const Theme& theme, Language language) {
    Canvas canvas(std::max(width, 160.0), theme);
    std::string spoken_lines;
    double y = 0;
    std::optional<std::pair<int, Side>> group;
    for (const GoalLine& line : board.lines) {
        if (const auto next = group_of(line.layer, line.side); next != group) {
            if (group) y += 4;
            group = next;
            canvas.text(margin, y + 15, heading(next.first, next.second, language),
                        {theme.muted(), 11, true, Anchor::start});
            y += heading_height;
        }
        y = draw_line(canvas, line, y, language);
        if (!spoken_lines.empty()) spoken_lines += '\n';
        spoken_lines += spoken(line, language);
    }
    if (board.more > 0) {
        const Text more{fmt::format("and {} more on the goal sheet", board.more),
                        fmt::format("ほか{}件は目標シートにあります", board.more)};
        canvas.text(margin, y + 13, more.in(language), {theme.muted(), 11, false, Anchor::start});
        spoken_lines += '\n' + more.in(language);
        y += 20;
    }
    return canvas.finish(std::max(y, 1.0), std::move(spoken_lines));
}

}  // namespace kakehashi::panel
