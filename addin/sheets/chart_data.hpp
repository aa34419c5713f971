// What a chart shows: the cells of its categories and series, and its title.
#pragma once

#include <string>
#include <vector>

#include <com/sun/star/chart2/XChartDocument.hpp>

#include "core/sheet/plan.hpp"

namespace kakehashi::addin {

/// As references: `$'Weekly summary'.$A$8:$A$12`.
struct ChartCells {
    struct Series {
        std::string values;
        std::string label;  // empty: none
    };
    std::string categories;
    std::vector<Series> series;  // in the order of the plan's
};

/// The series of a new chart, each with its type and axis.
void set_chart_data(const css::uno::Reference<css::chart2::XChartDocument>& model, const sheet::Chart& chart,
                    const ChartCells& cells);
/// Brings cells and title of a standing chart up to date; true if something was changed.
bool renew_chart_data(const css::uno::Reference<css::chart2::XChartDocument>& model,
                      const sheet::Chart& chart, const ChartCells& cells);

}  // namespace kakehashi::addin
