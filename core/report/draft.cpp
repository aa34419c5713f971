#include "core/report/draft.hpp"

#include <fmt/format.h>

namespace kakehashi::report {
namespace {

constexpr int title_columns = 3;
constexpr double space_mm = 2.5;  // between sections

}  // namespace

std::string literal(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) result += c == '"' ? "\"\"" : std::string(1, c);
    return result + '"';
}

std::string at(int column, int row) {
    return fmt::format("{{{},{}}}", column, row);
}

std::string at(std::string_view block, int column, int row) {
    return fmt::format("{{{}!{},{}}}", block, column, row);
}

std::string down(std::string_view block, int column, int first, int last) {
    return at(block, column, first) + ":" + at(block, column, last);
}

std::string call(std::string_view function, std::initializer_list<std::string_view> arguments) {
    return fmt::format("{}({})", function, fmt::join(arguments, ";"));
}

std::string or_dash(std::string_view expression) {
    return fmt::format("IFERROR({};\"–\")", expression);
}

std::string percent_text(std::string_view expression, Language language) {
    return fmt::format("ROUND(100*({}))&\"{}\"", expression, language == Language::japanese ? "%" : " %");
}

std::string count_text(std::string_view expression) {
    return fmt::format("FIXED({};0)", expression);
}

std::string amount_text(std::string_view expression, std::string_view symbol, Language language) {
    const std::string size = fmt::format("ABS({})", expression);
    if (language == Language::japanese)
        return fmt::format(
            "IF({0}>=99950000;FIXED({0}/100000000;1)&\"億\";IF({0}>=9995;FIXED({0}/"
            "10000;0)&\"万\";FIXED({0};0)))"
            "&\"{1}\"",
            size,
            symbol == "¥"   ? "円"
            : symbol == "$" ? "ドル"
            : symbol == "€" ? "ユーロ"
                            : "");
    return fmt::format(
        "\"{1}\"&IF({0}>=999500;FIXED({0}/1000000;1)&\"M\";IF({0}>=9995;FIXED({0}/"
        "1000;0)&\"K\";FIXED({0};0)))",
        size, symbol);
}

std::string quoted_value(std::string_view text) {
    const auto has = [&](std::string_view mark) { return text.find(mark) != text.npos; };
    if (!has("\"")) return fmt::format("\"{}\"", text);
    if (!has("」")) return fmt::format("「{}」", text);
    return fmt::format("『{}』", text);
}

std::string bracketed(std::string_view name) {
    return fmt::format("[{}]", name);
}

sheet::Cell text_cell(std::string text, sheet::Style style, int columns) {
    sheet::Cell cell;
    if (!text.empty()) cell.content = std::move(text);
    cell.style = style;
    cell.columns = columns;
    return cell;
}

sheet::Cell formula_cell(std::string expression, sheet::Format format, sheet::Style style, int columns) {
    sheet::Cell cell;
    cell.content = sheet::Formula{"=" + std::move(expression)};
    cell.style = style;
    cell.format = format;
    cell.columns = columns;
    return cell;
}

sheet::Cell sign_cell(std::string sign, sheet::Format format) {
    sheet::Cell cell = text_cell(std::move(sign), sheet::Style::result);
    cell.format = format;
    return cell;
}

sheet::Cell empty_cell(sheet::Style style, int columns) {
    sheet::Cell cell;
    cell.style = style;
    cell.columns = columns;
    return cell;
}

sheet::Cell input_cell(int columns, sheet::Format format) {
    sheet::Cell cell = empty_cell(sheet::Style::input, columns);
    cell.format = format;
    cell.theirs = true;
    return cell;
}

sheet::Cell noted(sheet::Cell cell, std::string note) {
    cell.note = std::move(note);
    return cell;
}

Row row_of(std::initializer_list<sheet::Cell> cells) {
    Row row;
    for (const sheet::Cell& cell : cells) {
        row.push_back(cell);
        row.resize(row.size() + static_cast<std::size_t>(cell.columns) - 1);
    }
    return row;
}

sheet::Block& Draft::add(std::string id, sheet::Refresh refresh, std::vector<Row> rows) {
    const int height = static_cast<int>(rows.size());
    sheet::Block& block = add_beside(std::move(id), refresh, 0, std::move(rows));
    row_ += height;
    return block;
}

sheet::Block& Draft::add_beside(std::string id, sheet::Refresh refresh, int column, std::vector<Row> rows) {
    sheet::Block block;
    block.id = std::move(id);
    block.at = {column, row_};
    block.refresh = refresh;
    block.rows = std::move(rows);
    sheet.blocks.push_back(std::move(block));
    return sheet.blocks.back();
}

void Draft::heading(std::string id, const Text& title, const Text& note, int columns) {
    add_heading(std::move(id), title, text_cell(say(note), sheet::Style::note, columns - title_columns));
}

void Draft::heading(std::string id, const Text& title, const Text& note, const WhenEmpty& empty) {
    add_heading(std::move(id), title,
                formula_cell(fmt::format("IF({};{};{})", empty.condition, literal(say(empty.text)),
                                         literal(say(note))),
                             sheet::Format::text, sheet::Style::note, width - title_columns));
}

void Draft::add_heading(std::string id, const Text& title, sheet::Cell note) {
    sheet::Block& block = add(
        std::move(id), sheet::Refresh::cells,
        {Row(1), row_of({text_cell(say(title), sheet::Style::subtitle, title_columns), std::move(note)})});
    block.row_heights_mm = {space_mm};
}

void Draft::charts(std::string id, std::vector<sheet::Chart> charts, int rows, double row_height_mm) {
    const auto count = charts.empty() ? 1 : static_cast<std::size_t>(rows) + 1;
    sheet::Block& place = add(std::move(id), sheet::Refresh::cells, std::vector<Row>(count, Row(1)));
    place.row_heights_mm.assign(count, row_height_mm);
    place.row_heights_mm.front() = space_mm;
    for (sheet::Chart& chart : charts) {
        chart.at.row = place.at.row + 1;
        chart.height_mm = rows * row_height_mm - 1;
        sheet.charts.push_back(std::move(chart));
    }
}

}  // namespace kakehashi::report
