// What a chart of a plan needs besides the plan: names of series, what tells them apart in print without
// colour, and room for the parts.
#pragma once

#include <optional>
#include <string_view>

#include "core/sheet/plan.hpp"

namespace kakehashi::sheet {

/// The cell of the block whose text names the series: a header next to its values, else any cell that reads
/// like it, else the cell before the values. Nothing if there is none: the series then has no name.
std::optional<Position> label_cell(const Block& block, const Chart::Series& series);

/// When a sheet is moved or copied, Calc calls the chart `goals` there `goals 1`.
bool is_name_of_copy(std::string_view name, std::string_view original);

/// Whether a series is hatched or dashed: where the plan says, else every second one.
bool is_patterned(const Chart& chart, std::size_t series);

/// Whether the first series has percent in its cells: its axis then shows whole ones.
bool counts_in_percent(const Sheet& plan, const Chart& chart);

/// Few enough to read figures at every bar, and no marks that they would hide.
bool has_labels(const Chart& chart);

/// In mm from the top left corner of the chart: the axes with their labels, between titles and legend.
struct Area {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};
Area axes_area(const Chart& chart);
bool has_legend(const Chart& chart);
/// How long the strokes of marks are: hardly longer than the bars are wide.
double mark_mm(const Chart& chart);
/// So many that names of categories need every second line, or a smaller letter.
bool has_many_categories(const Chart& chart);

}  // namespace kakehashi::sheet
