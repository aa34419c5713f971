#include "tests/support/plans.hpp"

#include <algorithm>
#include <stdexcept>

#include "core/workbook/data_sheets.hpp"

namespace kakehashi::test {
namespace {

CellValue value_of(const sheet::Content& content) {
    if (const double* number = std::get_if<double>(&content)) return *number;
    if (const std::string* text = std::get_if<std::string>(&content)) return *text;
    return {};
}

}  // namespace

const sheet::Sheet& plan_of(const std::vector<sheet::Sheet>& workbook, sheet::Part part, Language language) {
    const auto found =
        std::ranges::find(workbook, sheet::names_of(part).sheet.in(language), &sheet::Sheet::name);
    if (found == workbook.end()) throw std::out_of_range("the workbook has no such sheet");
    return *found;
}

Grid table_of(const sheet::Sheet& plan) {
    Grid grid;
    for (const sheet::Block& block : plan.blocks)
        for (std::size_t row = 0; row < block.rows.size(); ++row) {
            grid.rows = std::max(grid.rows, static_cast<std::size_t>(block.at.row) + row + 1);
            grid.columns = std::max(grid.columns, block.rows[row].size());
        }
    if (grid.rows <= workbook::header_row) throw std::out_of_range("the sheet has no table");
    grid.rows -= workbook::header_row;
    grid.cells.resize(grid.rows * grid.columns);
    for (const sheet::Block& block : plan.blocks) {
        if (block.at.row < workbook::header_row) continue;
        for (std::size_t row = 0; row < block.rows.size(); ++row)
            for (std::size_t column = 0; column < block.rows[row].size(); ++column)
                grid.at(static_cast<std::size_t>(block.at.row - workbook::header_row) + row, column) =
                    value_of(block.rows[row][column].content);
    }
    return grid;
}

}  // namespace kakehashi::test
