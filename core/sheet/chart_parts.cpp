#include "core/sheet/chart_parts.hpp"

#include <algorithm>

namespace kakehashi::sheet {
namespace {

constexpr double edge_mm = 2;
constexpr double title_mm = 7;
constexpr double unit_mm = 4.5;
constexpr double legend_mm = 6;
constexpr int most_labels = 26;

const Cell* cell_at(const Block& block, const Position& place) {
    if (place.row < 0 || place.column < 0 || place.row >= static_cast<int>(block.rows.size())) return nullptr;
    const auto& row = block.rows[static_cast<std::size_t>(place.row)];
    return place.column < static_cast<int>(row.size()) ? &row[static_cast<std::size_t>(place.column)]
                                                       : nullptr;
}

bool reads(const Block& block, const Position& place, const std::string& text) {
    const Cell* cell = cell_at(block, place);
    const std::string* content = cell == nullptr ? nullptr : std::get_if<std::string>(&cell->content);
    return content != nullptr && *content == text;
}

std::optional<Position> cell_reading(const Block& block, const std::string& text) {
    for (int row = 0; row < static_cast<int>(block.rows.size()); ++row)
        for (int column = 0; column < static_cast<int>(block.rows[static_cast<std::size_t>(row)].size());
             ++column)
            if (reads(block, {column, row}, text)) return Position{column, row};
    return std::nullopt;
}

int cells(const Chart::Cells& list) {
    return std::max(list.last.row - list.first.row, list.last.column - list.first.column) + 1;
}

}  // namespace

std::optional<Position> label_cell(const Block& block, const Chart::Series& series) {
    const Position& first = series.values.first;
    const bool in_column = first.column == series.values.last.column;
    const Position before =
        in_column ? Position{first.column, first.row - 1} : Position{first.column - 1, first.row};
    const Position header = in_column ? Position{first.column, 0} : Position{0, first.row};
    for (const Position& place : {before, header})
        if (reads(block, place, series.name)) return place;
    if (const auto place = cell_reading(block, series.name)) return place;
    const Cell* cell = cell_at(block, before);
    return cell != nullptr && cell->content.index() != 0 ? std::optional(before) : std::nullopt;
}

bool is_name_of_copy(std::string_view name, std::string_view original) {
    if (!name.starts_with(original)) return false;
    name.remove_prefix(original.size());
    if (name.empty()) return true;
    return name.size() > 1 && name[0] == ' ' &&
           name.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

bool is_patterned(const Chart& chart, std::size_t series) {
    if (chart.series[series].mark || chart.series[series].line) return chart.series[series].dashed;
    const bool plan_says =
        std::any_of(chart.series.begin(), chart.series.end(), [](const auto& one) { return one.dashed; });
    return plan_says ? chart.series[series].dashed : series % 2 == 1;
}

bool counts_in_percent(const Sheet& plan, const Chart& chart) {
    if (chart.series.empty()) return false;
    const Chart::Cells& values = chart.series[0].values;
    for (const Block& block : plan.blocks) {
        const Cell* cell = block.id == values.block ? cell_at(block, values.first) : nullptr;
        if (cell != nullptr) return cell->format == Format::percent;
    }
    return false;
}

bool has_labels(const Chart& chart) {
    int labels = 0;
    for (const Chart::Series& series : chart.series) {
        if (series.mark) return false;
        if (!series.line) labels += cells(series.values);
    }
    return labels <= most_labels;
}

bool has_legend(const Chart& chart) {
    return chart.series.size() > 1;
}

Area axes_area(const Chart& chart) {
    const bool unit_above = !chart.value_axis.empty() && chart.kind != Chart::Kind::bars &&
                            chart.kind != Chart::Kind::stacked_bars;
    const double top = edge_mm + (chart.title.empty() ? 0 : title_mm) + (unit_above ? unit_mm : 0);
    const bool unit_below = !chart.value_axis.empty() && !unit_above;
    const double bottom = edge_mm + (has_legend(chart) ? legend_mm : 0) + (unit_below ? unit_mm : 0);
    return {edge_mm, top, chart.width_mm - 2 * edge_mm, chart.height_mm - top - bottom};
}

double mark_mm(const Chart& chart) {
    constexpr double beside_axis = 0.75;  // the rest is for the axis and its labels
    constexpr double of_slot = 0.8;
    const bool lies = chart.kind == Chart::Kind::bars || chart.kind == Chart::Kind::stacked_bars;
    const Area area = axes_area(chart);
    const double slot =
        (lies ? area.height : area.width) * beside_axis / std::max(1, cells(chart.categories));
    return std::clamp(slot * of_slot, 1.5, 5.0);
}

bool has_many_categories(const Chart& chart) {
    constexpr int many = 6;
    return cells(chart.categories) > many;
}

}  // namespace kakehashi::sheet
