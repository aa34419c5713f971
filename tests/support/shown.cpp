// How results look in cells, and whether that is what a test says.
#include <charconv>
#include <cmath>
#include <optional>

#include "core/table/reading.hpp"
#include "tests/support/cells.hpp"
#include "tests/support/workbook.hpp"

namespace kakehashi::test {
namespace {

/// One cell of a result.
struct Cell {
    std::variant<double, std::string, ErrorCode> content;
};

std::string error_text(ErrorCode code) {
    switch (code) {
        case ErrorCode::not_available:
            return "#N/A";
        case ErrorCode::division_by_zero:
            return "#DIV/0!";
        case ErrorCode::overflow:
            return "Err:503";
        case ErrorCode::illegal_argument:
            break;
    }
    return "Err:" + std::to_string(static_cast<unsigned>(code));
}

std::string text_of(const Cell& cell) {
    if (const auto* number = std::get_if<double>(&cell.content)) return format_number(*number);
    if (const auto* text = std::get_if<std::string>(&cell.content)) return *text;
    return error_text(std::get<ErrorCode>(cell.content));
}

/// Row by row; a single result is one row of one cell.
std::vector<std::vector<Cell>> cells_of(const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) return {{{*number}}};
    if (const auto* text = std::get_if<std::string>(&value)) return {{{*text}}};
    if (const auto* error = std::get_if<CellError>(&value)) return {{{error->code}}};
    if (const auto* handle = std::get_if<Handle>(&value)) return {{{handle->text}}};
    std::vector<std::vector<Cell>> rows;
    if (const auto* matrix = std::get_if<NumberMatrix>(&value)) {
        rows.resize(matrix->rows);
        for (std::size_t i = 0; i < matrix->cells.size(); ++i)
            std::visit([&](auto content) { rows[i / matrix->columns].push_back({content}); },
                       matrix->cells[i]);
    } else {
        const auto& texts = std::get<TextMatrix>(value);
        rows.resize(texts.rows);
        for (std::size_t i = 0; i < texts.cells.size(); ++i)
            rows[i / texts.columns].push_back({texts.cells[i]});
    }
    return rows;
}

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

/// Split outside double quotes.
std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') quoted = !quoted;
        if (text[i] != separator || quoted) continue;
        parts.push_back(trimmed(text.substr(begin, i - begin)));
        begin = i + 1;
    }
    parts.push_back(trimmed(text.substr(begin)));
    return parts;
}

/// A number or an ISO date, which is compared as its serial number.
std::optional<double> number_of(std::string_view text) {
    if (const Instant instant = instant_of(text); instant != no_instant) return serial_from_instant(instant);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return number;
}

std::string unquoted(std::string_view text) {
    std::string result;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        result += text[i];
        if (text[i] == '"') ++i;  // doubled
    }
    return result;
}

bool cell_agrees(const Cell& cell, std::string_view expected, double tolerance) {
    if (expected.size() >= 2 && expected.front() == '"' && expected.back() == '"') {
        const auto* text = std::get_if<std::string>(&cell.content);
        return text != nullptr && *text == unquoted(expected);
    }
    if (expected == "*") return true;
    const auto* number = std::get_if<double>(&cell.content);
    const auto wanted = number_of(expected);
    if (number == nullptr || !wanted) return text_of(cell) == expected;
    const double allowed = tolerance > 0 ? tolerance : 1e-9 * std::abs(*wanted);
    return std::abs(*number - *wanted) <= allowed;
}

}  // namespace

std::string shown(const Value& value) {
    std::string result;
    const char* before_row = "";
    for (const auto& row : cells_of(value)) {
        result += before_row;
        before_row = " | ";
        const char* before_cell = "";
        for (const Cell& cell : row) {
            result += before_cell + text_of(cell);
            before_cell = "; ";
        }
    }
    return result;
}

bool agrees(const Value& value, std::string_view expected, double tolerance) {
    if (shown(value) == expected) return true;
    const auto cells = cells_of(value);
    const bool single = cells.size() == 1 && cells.front().size() == 1;
    if (single) return cell_agrees(cells.front().front(), trimmed(expected), tolerance);
    const auto rows = split(expected, '|');
    if (rows.size() != cells.size()) return false;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto wanted = split(rows[row], ';');
        if (wanted.size() != cells[row].size()) return false;
        for (std::size_t column = 0; column < wanted.size(); ++column)
            if (!cell_agrees(cells[row][column], wanted[column], tolerance)) return false;
    }
    return true;
}

}  // namespace kakehashi::test
