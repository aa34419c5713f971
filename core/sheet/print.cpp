#include "core/sheet/print.hpp"

#include <array>

#include <fmt/format.h>

namespace kakehashi::sheet {
namespace {

template <class Enum, std::size_t n>
std::string_view at(const std::array<std::string_view, n>& words, Enum value) {
    return words.at(static_cast<std::size_t>(value));
}

std::string in_one_line(const std::string& text) {
    std::string line;
    for (const char c : text) c == '\n' ? line += "⏎" : line += c;
    return line;
}

std::string print(const Position& position) {
    return fmt::format("{},{}", position.column, position.row);
}

std::string print(const std::string& block, const Position& first, const Position& last) {
    return fmt::format("{}!{}:{}", block, print(first), print(last));
}

std::string print(const Chart::Cells& cells) {
    return print(cells.block, cells.first, cells.last);
}

std::string print(const Content& content) {
    if (const double* number = std::get_if<double>(&content)) return fmt::format("{}", *number);
    if (const std::string* text = std::get_if<std::string>(&content)) return in_one_line(*text);
    const Formula* formula = std::get_if<Formula>(&content);
    if (formula == nullptr) return {};
    const std::string text = in_one_line(formula->text);
    return formula->array ? fmt::format("{{{}}} {}x{}", text, formula->columns, formula->rows) : text;
}

bool says_something(const Cell& cell) {
    return cell.content.index() != 0 || cell.style != Style::text || cell.format != Format::general ||
           !cell.note.empty() || !cell.link.empty() || cell.columns > 1;
}

void print(std::string& out, const std::string& block, const Position& place, const Cell& cell) {
    if (!says_something(cell)) return;
    out += fmt::format("{}!{} {} {}", block, print(place), word(cell.style), word(cell.format));
    if (cell.theirs) out += " theirs";
    if (cell.columns > 1) out += fmt::format(" merged {}", cell.columns);
    if (!cell.note.empty()) out += fmt::format(" note \"{}\"", in_one_line(cell.note));
    if (!cell.link.empty()) out += fmt::format(" link {}", cell.link);
    const std::string content = print(cell.content);
    out += content.empty() ? "\n" : fmt::format(" | {}\n", content);
}

void print(std::string& out, const Block& block) {
    out += fmt::format("block {} {} at {}\n", block.id, word(block.refresh), print(block.at));
    for (std::size_t row = 0; row < block.rows.size(); ++row)
        for (std::size_t column = 0; column < block.rows[row].size(); ++column)
            print(out, block.id, {static_cast<int>(column), static_cast<int>(row)}, block.rows[row][column]);
}

/// Nothing where it holds for everything below the header.
std::string print_rows(int row, int rows) {
    if (row == 1 && rows == 0) return {};
    return rows == 0 ? fmt::format(" from {}", row) : fmt::format(" rows {}-{}", row, row + rows - 1);
}

void print(std::string& out, const Validation& validation) {
    out += fmt::format("validation {} column {}{} {}{} | ", validation.block, validation.column,
                       print_rows(validation.row, validation.rows), word(validation.kind),
                       validation.strict ? " strict" : "");
    for (std::size_t i = 0; i < validation.choices.size(); ++i)
        out += (i == 0 ? "" : "; ") + validation.choices[i];
    out += fmt::format("{} | {}\n", validation.source, in_one_line(validation.message));
}

void print(std::string& out, const ColumnLook& look) {
    out += fmt::format("look {} column {}{} {} {}\n", look.block, look.column,
                       print_rows(look.row, look.rows), word(look.style), word(look.format));
}

void print(std::string& out, const Chart& chart) {
    out += fmt::format("chart {} {} at {} {}x{} mm | {} | {} | {}\n", chart.id, word(chart.kind),
                       print(chart.at), chart.width_mm, chart.height_mm, chart.title, chart.value_axis,
                       in_one_line(chart.alternative_text));
    out += fmt::format("chart {} categories {}\n", chart.id, print(chart.categories));
    for (const Chart::Series& series : chart.series)
        out += fmt::format("chart {} series {} {} {:06X}{}{}\n", chart.id, series.name, print(series.values),
                           series.colour, series.line ? " line" : "", series.dashed ? " dashed" : "");
}

void print(std::string& out, const Page& page) {
    out += fmt::format("page {} {}{} | {} | {}", page.letter ? "Letter" : "A4",
                       page.portrait ? "portrait" : "landscape", page.fit_to_width ? " fit" : "", page.header,
                       page.footer);
    if (!page.breaks_before.empty()) out += " | breaks";
    for (const int row : page.breaks_before) out += fmt::format(" {}", row);
    out += '\n';
}

std::string first_line(const Sheet& plan) {
    std::string line = fmt::format("sheet {} \"{}\"", plan.id, plan.name);
    if (plan.tab_colour >= 0) line += fmt::format(" tab {:06X}", plan.tab_colour);
    if (!plan.currency.empty()) line += " currency " + plan.currency;
    if (plan.grid_lines) line += " grid";
    if (plan.freeze != Position{}) line += " freeze " + print(plan.freeze);
    if (!plan.column_widths_mm.empty()) line += " widths";
    for (const double width : plan.column_widths_mm) line += fmt::format(" {}", width);
    return line + '\n';
}

}  // namespace

std::string_view word(Style style) {
    static constexpr std::array<std::string_view, 16> words{
        "text",  "title",        "subtitle",        "heading",
        "label", "input",        "result",          "note",
        "link",  "sentence",     "shared",          "marketing",
        "sales", "shared_label", "marketing_label", "sales_label"};
    return at(words, style);
}

std::string_view word(Format format) {
    static constexpr std::array<std::string_view, 8> words{"general", "text",  "integer", "number",
                                                           "percent", "money", "date",    "date_time"};
    return at(words, format);
}

std::string_view word(Refresh refresh) {
    static constexpr std::array<std::string_view, 3> words{"cells", "table", "never"};
    return at(words, refresh);
}

std::string_view word(Validation::Kind kind) {
    static constexpr std::array<std::string_view, 3> words{"list", "date", "not_negative"};
    return at(words, kind);
}

std::string_view word(Chart::Kind kind) {
    static constexpr std::array<std::string_view, 5> words{"columns", "bars", "lines", "pareto",
                                                           "stacked_bars"};
    return at(words, kind);
}

std::string print(const Sheet& plan) {
    std::string out = first_line(plan);
    for (const Block& block : plan.blocks) print(out, block);
    for (const Validation& validation : plan.validations) print(out, validation);
    for (const ColumnLook& look : plan.looks) print(out, look);
    for (const Chart& chart : plan.charts) print(out, chart);
    for (const Sheet::Name& name : plan.names)
        out += fmt::format("name {} {}\n", name.name, print(name.block, name.first, name.last));
    print(out, plan.page);
    return out;
}

}  // namespace kakehashi::sheet
