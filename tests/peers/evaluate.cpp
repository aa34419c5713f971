// Evaluates formulas for programs in other languages: JSON on standard input, JSON on standard output.
//
//   {"now": "2026-06-30 12:00", "ranges": {"Rows": [["ID", "Size"], ["L-1", 12], ["L-2", null]]},
//    "cells": {"Leads": "=LEAD.TABLE(Rows)"}, "formulas": ["=LEAD.COUNT(Leads)"]}
//   -> [2]
//
// A matrix comes back as rows of cells, an error as {"error": "#N/A"}. `cells` are calculated in the order of
// their names.
#include <iostream>

#include <nlohmann/json.hpp>

#include "tests/support/cells.hpp"
#include "tests/support/workbook.hpp"

namespace {

using namespace kakehashi;
using namespace kakehashi::test;
using nlohmann::json;

CellValue cell(const json& value) {
    if (value.is_number()) return value.get<double>();
    if (value.is_string()) return value.get<std::string>();
    return {};
}

Grid grid(const json& rows) {
    std::vector<std::vector<CellValue>> cells;
    for (const json& row : rows) {
        cells.emplace_back();
        for (const json& value : row) cells.back().push_back(cell(value));
    }
    return grid_of(cells);
}

json error(ErrorCode code) {
    return {{"error", shown(CellError{code, {}})}};
}

template <class Matrix, class Cell>
json rows_of(const Matrix& matrix, Cell cell_of_matrix) {
    json rows = json::array();
    for (std::size_t row = 0; row < matrix.rows; ++row) {
        json cells = json::array();
        for (std::size_t column = 0; column < matrix.columns; ++column)
            cells.push_back(cell_of_matrix(matrix.cells[row * matrix.columns + column]));
        rows.push_back(std::move(cells));
    }
    return rows;
}

json result(const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) return *number;
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* handle = std::get_if<Handle>(&value)) return handle->text;
    if (const auto* failed = std::get_if<CellError>(&value)) return error(failed->code);
    if (const auto* texts = std::get_if<TextMatrix>(&value))
        return rows_of(*texts, [](const std::string& text) { return json(text); });
    return rows_of(std::get<NumberMatrix>(value), [](const auto& number) {
        const double* known = std::get_if<double>(&number);
        return known != nullptr ? json(*known) : error(std::get<ErrorCode>(number));
    });
}

}  // namespace

int main() {
    try {
        const json task = json::parse(std::cin);
        Workbook book;
        if (task.contains("now")) book.caller().now = instant_of(task["now"].get<std::string>());
        for (const auto& [name, rows] : task["ranges"].items()) book.set(name, grid(rows));
        for (const auto& [name, formula] : task["cells"].items())
            book.set_formula(name, formula.get<std::string>());
        json results = json::array();
        for (const json& formula : task["formulas"])
            results.push_back(result(book.evaluate(formula.get<std::string>())));
        std::cout << results << '\n';
    } catch (const std::exception& problem) {
        std::cerr << problem.what() << '\n';
        return 1;
    }
}
