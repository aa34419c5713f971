// Files and tables for the tests of the import.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include <catch2/catch.hpp>

#include "core/imports/merge.hpp"

namespace kakehashi::imports {

inline std::shared_ptr<const Source> source_of(std::string bytes, const ReadChoices& choices = {}) {
    auto source = read_source(std::move(bytes), choices);
    if (!source) FAIL(source.error().message.en);
    return *source;
}

/// The bytes of a file of the data sets; empty, and said so, if it is not there.
inline std::string data_file(const std::string& name) {
    const char* named = std::getenv("KAKEHASHI_DATA");
    const std::filesystem::path path =
        (named != nullptr ? std::filesystem::path(named) : std::filesystem::path("../shared/data")) / name;
    std::ifstream file(path, std::ios::binary);
    if (!file) std::cout << "Skipped: there is no " << path.string() << " (set KAKEHASHI_DATA)" << std::endl;
    std::stringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

/// A value as a test writes it: numbers in shortest form behind `=`, texts as they are.
inline std::string written(const ImportedValue& value) {
    if (const double* number = std::get_if<double>(&value)) return "=" + format_number(*number);
    if (const auto* text = std::get_if<std::string_view>(&value)) return std::string(*text);
    return {};
}

inline std::size_t column_named(const Source& source, std::string_view header) {
    for (std::size_t column = 0; column < source.layout.headers.size(); ++column)
        if (source.layout.headers[column] == header) return column;
    FAIL("no column " << header);
    return 0;
}

inline std::string cell(const Source& source, std::size_t row, std::string_view header) {
    return written(source.value(row, column_named(source, header)));
}

/// A table in memory with these rows, its first one the headers.
struct Sheet {
    Grid grid;
    TableShape shape;
    std::vector<std::pair<std::size_t, std::size_t>> formulas;  // row below the headers, column

    explicit Sheet(std::vector<std::string> headers) {
        shape.headers = headers;
        grid.columns = headers.size();
        grid.rows = 1;
        for (std::string& header : headers) grid.cells.emplace_back(std::move(header));
    }
    std::size_t rows() const { return grid.rows - 1; }

    Present present() const {
        Present result;
        result.table = std::make_shared<const Table>(make_source(grid));
        result.rows = rows();
        result.formulas = [this](std::size_t column) {
            Bitmap map(rows());
            for (const auto& [row, where] : formulas)
                if (where == column) map.set(row);
            return map;
        };
        return result;
    }

    /// As the add-in writes a plan.
    void apply(const Source& source, const MergePlan& plan) {
        std::size_t columns = grid.columns;
        for (const ColumnPlan& column : plan.columns) columns = std::max(columns, column.to + 1);
        Grid wider{grid.rows + plan.appended.size(), columns, {}};
        wider.cells.resize(wider.rows * columns);
        for (std::size_t row = 0; row < grid.rows; ++row)
            for (std::size_t column = 0; column < grid.columns; ++column)
                wider.at(row, column) = grid.at(row, column);
        const auto put = [&](std::size_t row, const ColumnPlan& column, std::size_t from) {
            const ImportedValue value = cell_value(source, from, column.from, 0);
            CellValue& target = wider.at(row + 1, column.to);
            target = CellValue{};
            if (const double* number = std::get_if<double>(&value)) target = *number;
            if (const auto* text = std::get_if<std::string_view>(&value)) target = std::string(*text);
        };
        for (const ColumnPlan& column : plan.columns) {
            if (column.added) {
                wider.at(0, column.to) = column.header;
                shape.headers.resize(std::max(shape.headers.size(), column.to + 1));
                shape.headers[column.to] = column.header;
            }
            for (const Change& change : column.changes) put(change.row, column, change.from);
            for (std::size_t i = 0; i < plan.appended.size(); ++i) put(rows() + i, column, plan.appended[i]);
        }
        grid = std::move(wider);
    }

    MergePlan import(const Source& source, sheet::Part part = sheet::Part::leads) {
        const auto mapping = map_columns(source, target_of(part), shape, {}, {});
        REQUIRE(mapping);
        const MergePlan plan = merge(source, *mapping, target_of(part), shape, present());
        apply(source, plan);
        return plan;
    }

    std::string at(std::size_t row, std::string_view header) const {
        for (std::size_t column = 0; column < grid.columns; ++column)
            if (to_text(grid.at(0, column)) == header) return to_text(grid.at(row + 1, column));
        return "no such column";
    }
};

}  // namespace kakehashi::imports
