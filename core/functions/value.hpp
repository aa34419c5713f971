// What goes into a function and what comes out of it.
#pragma once

#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "core/support/result.hpp"
#include "core/table/table.hpp"

namespace kakehashi {

class Leads;
class History;
class Goals;
class Touches;
struct ReadPlaybook;

/// What a cell with a handle stands for.
using Object = std::variant<std::shared_ptr<const Leads>, std::shared_ptr<const ReadPlaybook>,
                            std::shared_ptr<const History>, std::shared_ptr<const Goals>,
                            std::shared_ptr<const Touches>>;

/// A result that other cells refer to. The shell shows `text` in the cell (with a revision behind it if
/// `revision`) and keeps `object` for whoever refers to that cell.
struct Handle {
    Object object;
    std::string text;
    bool revision = true;
};

/// Numbers, NaN-free; cells that have no value are errors.
struct NumberMatrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<std::variant<double, ErrorCode>> cells;  // row by row
};
struct TextMatrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<std::string> cells;  // row by row
};

using Value = std::variant<double, std::string, NumberMatrix, TextMatrix, Handle, CellError>;

/// n×1.
TextMatrix text_column(std::vector<std::string> texts);

/// One argument as the caller gave it. Missing and empty arguments are `std::monostate`.
using Argument =
    std::variant<std::monostate, double, std::string, Grid, std::shared_ptr<const CellSource>, Object>;

}  // namespace kakehashi
