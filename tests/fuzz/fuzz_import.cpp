// Reads whatever comes as a file to import, and merges it into a table twice: nothing may be lost silently,
// and the second time nothing may change.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/imports/merge.hpp"
#include "core/imports/report.hpp"

using namespace kakehashi;
using namespace kakehashi::imports;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

CellValue cell_of(const ImportedValue& value) {
    if (const double* number = std::get_if<double>(&value)) return *number;
    if (const auto* text = std::get_if<std::string_view>(&value)) return std::string(*text);
    return {};
}

/// The table after the first import: its headers, and every row.
Grid written(const Source& source, const Mapping& mapping, const MergePlan& plan, const TableShape& shape) {
    Grid grid{plan.appended.size() + 1, shape.headers.size(), {}};
    for (const ColumnPlan& column : plan.columns) grid.columns = std::max(grid.columns, column.to + 1);
    grid.cells.resize(grid.rows * grid.columns);
    for (std::size_t column = 0; column < shape.headers.size(); ++column)
        grid.at(0, column) = shape.headers[column];
    for (const ColumnPlan& column : plan.columns) {
        if (column.added) grid.at(0, column.to) = column.header;
        for (std::size_t row = 0; row < plan.appended.size(); ++row)
            grid.at(row + 1, column.to) = cell_of(cell_value(source, plan.appended[row], column.from, 0));
    }
    require(mapping.size() == source.layout.headers.size());
    return grid;
}

void check(const Source& source) {
    const std::size_t header = source.layout.header_line > 0 ? 1 : 0;
    std::size_t imported_notes = 0;
    for (const RowNote& note : source.layout.notes) {
        require(!note.reason.en.empty() && !note.reason.ja.empty());
        imported_notes += note.imported ? 1 : 0;
    }
    require(source.layout.preamble.size() + header + source.rows() + source.layout.notes.size() -
                imported_notes ==
            source.records.size());
    require(source.columns.size() == source.layout.headers.size());
    TableShape shape{{"ID", "Company", "Amount", "Stage", "Closed"}, {}, {"Closed"}};
    const Target& target = target_of(recognise_target(source.layout.headers));
    const Result<Mapping> mapping = map_columns(source, target, shape, {}, {});
    require(mapping.has_value());
    ImportReport report{"file", "Leads", merge(source, *mapping, target, shape, {}), {}, false};
    require(report.plan.appended.size() == source.rows());
    require(!outcome_of(source, *mapping, report).ja.empty());
    const Grid grid = written(source, *mapping, report.plan, shape);
    Present present;
    present.table = std::make_shared<const Table>(make_source(grid));
    present.rows = source.rows();
    TableShape after = shape;
    for (std::size_t column = shape.headers.size(); column < grid.columns; ++column)
        after.headers.push_back(to_text(grid.at(0, column)));
    const Result<Mapping> again = map_columns(source, target, after, {}, {});
    require(again.has_value());
    const MergePlan second = merge(source, *again, target, after, present);
    require(second.cells == 0);
    require(second.appended.size() + second.unchanged == source.rows());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (const auto source = read_source(bytes, {})) check(**source);
    ReadChoices choices;
    choices.encoding = "CP932";
    choices.delimiter = ";";
    choices.header = "1";
    if (const auto source = read_source(bytes, choices)) check(**source);
    return 0;
}
