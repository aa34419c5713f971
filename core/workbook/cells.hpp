// Short ways to write the cells of a plan.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/sheet/plan.hpp"

namespace kakehashi::workbook {

inline sheet::Cell text_cell(std::string text, sheet::Style style = sheet::Style::text) {
    sheet::Cell cell;
    cell.content = std::move(text);
    cell.style = style;
    return cell;
}

inline sheet::Cell number_cell(double number, sheet::Format format, sheet::Style style = sheet::Style::text) {
    sheet::Cell cell;
    cell.content = number;
    cell.format = format;
    cell.style = style;
    return cell;
}

inline sheet::Cell formula_cell(std::string formula, sheet::Format format = sheet::Format::general,
                                sheet::Style style = sheet::Style::result) {
    sheet::Cell cell;
    cell.content = sheet::Formula{std::move(formula)};
    cell.format = format;
    cell.style = style;
    return cell;
}

inline sheet::Cell link_cell(std::string text, std::string target) {
    sheet::Cell cell = text_cell(std::move(text), sheet::Style::link);
    cell.link = std::move(target);
    return cell;
}

/// A cell that people fill in, with nothing in it yet.
inline sheet::Cell blank_input(sheet::Format format = sheet::Format::general) {
    sheet::Cell cell;
    cell.style = sheet::Style::input;
    cell.format = format;
    cell.theirs = true;
    return cell;
}

}  // namespace kakehashi::workbook
