#include "core/workbook/cells.hpp"
#include "core/workbook/purpose.hpp"
#include "core/workbook/sheets.hpp"

namespace kakehashi::workbook {
namespace {

using sheet::Cell;
using sheet::Part;
using sheet::Style;
using sheet::Validation;

constexpr std::string_view table = "data";

Style header_style(FilledBy by) {
    switch (by) {
        case FilledBy::marketing:
            return Style::marketing;
        case FilledBy::sales:
            return Style::sales;
        case FilledBy::anybody:
            break;
    }
    return Style::heading;
}

std::vector<Cell> header_cells(const DataSheet& data, Language language) {
    std::vector<Cell> cells;
    for (const DataColumn& column : data.columns) {
        Cell cell = text_cell(column.header.in(language), header_style(column.by));
        cell.note = column.hint.in(language);
        cells.push_back(std::move(cell));
    }
    return cells;
}

Validation validation_of(const DataColumn& column, int index, Language language) {
    Validation validation;
    validation.block = table;
    validation.column = index;
    validation.source = column.source;
    for (const Text& choice : column.choices) validation.choices.push_back(choice.in(language));
    validation.strict = column.strict;
    validation.message = column.hint.in(language);
    return validation;
}

void add_columns(const DataSheet& data, Language language, sheet::Sheet& plan) {
    for (std::size_t i = 0; i < data.columns.size(); ++i) {
        const DataColumn& column = data.columns[i];
        const int index = static_cast<int>(i);
        plan.column_widths_mm.push_back(column.width_mm);
        if (!column.choices.empty() || !column.source.empty())
            plan.validations.push_back(validation_of(column, index, language));
        const bool day = column.format == sheet::Format::date || column.format == sheet::Format::date_time;
        if (day) {
            Validation validation = validation_of(column, index, language);
            validation.kind = Validation::Kind::date;
            plan.validations.push_back(std::move(validation));
        }
        if (column.format != sheet::Format::general) {
            sheet::ColumnLook look;
            look.block = table;
            look.column = index;
            look.format = column.format;
            plan.looks.push_back(std::move(look));
        }
    }
}

sheet::Block head(const DataSheet& data, Language language) {
    sheet::Block block;
    block.id = "head";
    block.rows = {{text_cell(sheet::names_of(data.part).sheet.in(language), Style::title)}};
    std::vector<double> widths;
    for (const DataColumn& column : data.columns) widths.push_back(column.width_mm);
    add_purpose(block, data.purpose.in(language), widths);
    return block;
}

}  // namespace

sheet::Sheet data_plan(const DataSheet& data, Language language, std::vector<std::vector<Cell>> rows) {
    sheet::Sheet plan;
    plan.name = sheet::names_of(data.part).sheet.in(language);
    plan.tab_colour = data.tab_colour;
    plan.grid_lines = true;
    plan.freeze = {static_cast<int>(data.frozen_columns), header_row + 1};
    plan.page.portrait = false;
    plan.page.header = plan.name;
    plan.blocks.push_back(head(data, language));

    sheet::Block block;
    block.id = table;
    block.at = {0, header_row};
    block.refresh = sheet::Refresh::never;
    block.rows.push_back(header_cells(data, language));
    for (auto& row : rows) block.rows.push_back(std::move(row));
    plan.blocks.push_back(std::move(block));

    add_columns(data, language, plan);
    const int columns = data.data_columns != 0 ? data.data_columns : static_cast<int>(data.columns.size());
    plan.names.push_back({std::string(sheet::names_of(data.part).data),
                          std::string(table),
                          {0, 0},
                          {columns - 1, data.data_rows != 0 ? data.data_rows : -1}});
    if (data.part == Part::goals)
        plan.names.push_back({std::string(goal_list), std::string(table), {0, 1}, {0, 200}});
    return plan;
}

}  // namespace kakehashi::workbook
