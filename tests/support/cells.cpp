#include "tests/support/cells.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>

namespace kakehashi::test {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// `[-]digits[.digits]` and nothing else: `1E5` may be somebody's id.
std::optional<double> plain_number(std::string_view text) {
    const std::string_view body = text.starts_with('-') ? text.substr(1) : text;
    const bool plain = !body.empty() && is_digit(body.front()) && is_digit(body.back()) &&
                       std::ranges::all_of(body, [](char c) { return is_digit(c) || c == '.'; });
    double number = 0;
    if (!plain) return {};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return number;
}

CellValue recognised(std::string_view text) {
    if (const auto number = plain_number(text)) return *number;
    if (const Instant instant = instant_of(text); instant != no_instant) return serial_from_instant(instant);
    return std::string(text);
}

/// Fields of one CSV record, from `at` on; leaves `at` behind its line end.
std::vector<CellValue> next_record(std::string_view csv, std::size_t& at) {
    std::vector<CellValue> record;
    std::string field;
    bool quoted = false;
    const auto finish = [&] {
        record.push_back(field.empty() ? CellValue{} : recognised(field));
        field.clear();
    };
    while (at < csv.size()) {
        const char c = csv[at++];
        if (quoted) {
            if (c != '"')
                field += c;
            else if (at < csv.size() && csv[at] == '"')
                field += csv[at++];
            else
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',') {
            finish();
        } else if (c == '\n') {
            break;
        } else if (c != '\r') {
            field += c;
        }
    }
    finish();
    return record;
}

}  // namespace

Instant instant_of(std::string_view text) {
    const std::string copy(text);
    int year = 0, month = 0, day = 0, used = 0;
    if (std::sscanf(copy.c_str(), "%4d-%2d-%2d%n", &year, &month, &day, &used) != 3 || used != 10)
        return no_instant;
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok()) return no_instant;
    Instant instant = instant_from_civil(date);
    if (copy.size() == 10) return instant;
    if (copy[10] != ' ' && copy[10] != 'T') return no_instant;
    int hour = 0, minute = 0;
    double second = 0;
    const char* time = copy.c_str() + 11;
    used = 0;
    std::sscanf(time, "%2d:%2d%n:%lf%n", &hour, &minute, &used, &second, &used);
    if (used == 0 || copy.size() != 11 + static_cast<std::size_t>(used)) return no_instant;
    instant += hour * ms_per_hour + minute * ms_per_minute;
    return instant + std::llround(second * static_cast<double>(ms_per_second));
}

CellValue cell_of(std::string_view text) {
    if (text.empty()) return {};
    if (text.front() == '\'') return std::string(text.substr(1));
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
        return std::string(text.substr(1, text.size() - 2));
    if (text.front() == '#') return ErrorCell{};
    return recognised(text);
}

Grid grid_of(const std::vector<std::vector<CellValue>>& rows) {
    Grid grid;
    grid.rows = rows.size();
    for (const auto& row : rows) grid.columns = std::max(grid.columns, row.size());
    grid.cells.reserve(grid.rows * grid.columns);
    for (const auto& row : rows) {
        grid.cells.insert(grid.cells.end(), row.begin(), row.end());
        grid.cells.resize(grid.cells.size() + grid.columns - row.size());
    }
    return grid;
}

Grid read_csv(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    const std::string csv{std::istreambuf_iterator<char>(file), {}};
    std::vector<std::vector<CellValue>> rows;
    for (std::size_t at = 0; at < csv.size();) rows.push_back(next_record(csv, at));
    return grid_of(rows);
}

void append_column(Grid& table, const std::string& header, const std::vector<CellValue>& cells) {
    if (cells.size() + 1 != table.rows) throw std::invalid_argument("one cell per data row");
    Grid wider;
    wider.rows = table.rows;
    wider.columns = table.columns + 1;
    wider.cells.reserve(wider.rows * wider.columns);
    for (std::size_t row = 0; row < table.rows; ++row) {
        for (std::size_t column = 0; column < table.columns; ++column)
            wider.cells.push_back(std::move(table.at(row, column)));
        wider.cells.push_back(row == 0 ? CellValue{header} : cells[row - 1]);
    }
    table = std::move(wider);
}

}  // namespace kakehashi::test
