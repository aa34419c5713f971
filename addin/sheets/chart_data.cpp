#include "addin/sheets/chart_data.hpp"

#include <algorithm>

#include <com/sun/star/chart2/XChartTypeContainer.hpp>
#include <com/sun/star/chart2/XCoordinateSystemContainer.hpp>
#include <com/sun/star/chart2/XDataSeriesContainer.hpp>
#include <com/sun/star/chart2/XFormattedString.hpp>
#include <com/sun/star/chart2/XTitle.hpp>
#include <com/sun/star/chart2/XTitled.hpp>
#include <com/sun/star/chart2/data/XDataProvider.hpp>
#include <com/sun/star/chart2/data/XDataSink.hpp>
#include <com/sun/star/chart2/data/XDataSource.hpp>
#include <com/sun/star/chart2/data/XLabeledDataSequence.hpp>

#include "addin/environment.hpp"
#include "addin/sheets/cells.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;
using sheet::Chart;
namespace chart2 = css::chart2;

using ChartDocument = Reference<chart2::XChartDocument>;
using Labeled = Reference<chart2::data::XLabeledDataSequence>;

Reference<chart2::XCoordinateSystem> axes(const ChartDocument& model) {
    const Reference<chart2::XCoordinateSystemContainer> container(model->getFirstDiagram(), UNO_QUERY_THROW);
    return container->getCoordinateSystems().getConstArray()[0];
}

Reference<chart2::data::XDataSequence> sequence(const ChartDocument& model, const std::string& cells,
                                                std::string_view role) {
    const auto made = model->getDataProvider()->createDataSequenceByRangeRepresentation(to_uno(cells));
    set(made, "Role", to_uno(role));
    return made;
}

Labeled labeled(const ChartDocument& model, const ChartCells::Series& cells, std::string_view role) {
    const Labeled pair(create_service("com.sun.star.chart2.data.LabeledDataSequence"), UNO_QUERY_THROW);
    pair->setValues(sequence(model, cells.values, role));
    if (!cells.label.empty()) pair->setLabel(sequence(model, cells.label, "label"));
    return pair;
}

void set_categories(const ChartDocument& model, const std::string& cells) {
    const auto axis = axes(model)->getAxisByDimension(0, 0);
    auto scale = axis->getScaleData();
    scale.Categories = labeled(model, {cells, {}}, "categories");
    axis->setScaleData(scale);
}

std::string cells_of(const Reference<chart2::data::XDataSequence>& sequence) {
    return sequence.is() ? to_utf8(sequence->getSourceRangeRepresentation()) : std::string();
}

bool same_cells(std::string a, std::string b) {
    for (std::string* text : {&a, &b})
        text->erase(std::remove(text->begin(), text->end(), '\''), text->end());
    return a == b;
}

/// In the order in which `fill` made them.
std::vector<Reference<chart2::XDataSeries>> series_of(const ChartDocument& model) {
    std::vector<Reference<chart2::XDataSeries>> list;
    const auto types = Reference<chart2::XChartTypeContainer>(axes(model), UNO_QUERY_THROW)->getChartTypes();
    for (const auto& type : std::as_const(types)) {
        const auto series = Reference<chart2::XDataSeriesContainer>(type, UNO_QUERY_THROW)->getDataSeries();
        list.insert(list.end(), series.begin(), series.end());
    }
    return list;
}

/// The places of the plan's series in that order.
std::vector<std::size_t> order_of(const Chart& chart) {
    std::vector<std::size_t> order(chart.series.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto is_line = [&](std::size_t i) { return chart.series[i].line || chart.series[i].mark; };
    const bool line_first = !chart.series.empty() && is_line(0);
    if (chart.kind != Chart::Kind::lines)
        std::stable_partition(order.begin(), order.end(),
                              [&](std::size_t i) { return is_line(i) == line_first; });
    return order;
}

bool renew_categories(const ChartDocument& model, const std::string& cells) {
    const Labeled standing = axes(model)->getAxisByDimension(0, 0)->getScaleData().Categories;
    if (standing.is() && same_cells(cells_of(standing->getValues()), cells)) return false;
    set_categories(model, cells);
    return true;
}

bool renew_series(const ChartDocument& model, const Reference<chart2::XDataSeries>& series,
                  const ChartCells::Series& cells) {
    const auto data = Reference<chart2::data::XDataSource>(series, UNO_QUERY_THROW)->getDataSequences();
    if (data.getLength() == 1) {
        const Labeled& standing = data.getConstArray()[0];
        if (same_cells(cells_of(standing->getValues()), cells.values) &&
            same_cells(cells_of(standing->getLabel()), cells.label))
            return false;
    }
    const Labeled renewed = labeled(model, cells, "values-y");
    Reference<chart2::data::XDataSink>(series, UNO_QUERY_THROW)->setData({&renewed, 1});
    return true;
}

bool renew_title(const ChartDocument& model, const std::string& text) {
    const auto title = Reference<chart2::XTitled>(model, UNO_QUERY_THROW)->getTitleObject();
    if (!title.is()) return false;  // people took it away
    OUString standing;
    auto parts = title->getText();
    for (const auto& part : std::as_const(parts)) standing += part->getString();
    if (to_utf8(standing) == text || !parts.hasElements()) return false;
    parts.realloc(1);
    parts[0]->setString(to_uno(text));
    title->setText(parts);
    return true;
}

}  // namespace

void set_chart_data(const ChartDocument& model, const Chart& chart, const ChartCells& cells) {
    const bool lines = chart.kind == Chart::Kind::lines;
    std::vector<Reference<chart2::XChartType>> types;
    Reference<chart2::XDataSeriesContainer> bars_of;
    Reference<chart2::XDataSeriesContainer> lines_of;
    for (std::size_t i = 0; i < cells.series.size(); ++i) {
        const Chart::Series& one = chart.series[i];
        const bool line = lines || one.line || one.mark;
        auto& container = line ? lines_of : bars_of;
        if (!container.is()) {
            container.set(create_service(line ? "com.sun.star.chart2.LineChartType"
                                              : "com.sun.star.chart2.ColumnChartType"),
                          UNO_QUERY_THROW);
            types.emplace_back(container, UNO_QUERY_THROW);
        }
        const Reference<chart2::XDataSeries> made(create_service("com.sun.star.chart2.DataSeries"),
                                                  UNO_QUERY_THROW);
        const Labeled data = labeled(model, cells.series[i], "values-y");
        Reference<chart2::data::XDataSink>(made, UNO_QUERY_THROW)->setData({&data, 1});
        if (chart.kind == Chart::Kind::pareto && one.line) set(made, "AttachedAxisIndex", sal_Int32(1));
        container->addDataSeries(made);
    }
    Reference<chart2::XChartTypeContainer>(axes(model), UNO_QUERY_THROW)
        ->setChartTypes({types.data(), static_cast<sal_Int32>(types.size())});
    set_categories(model, cells.categories);
}

bool renew_chart_data(const ChartDocument& model, const Chart& chart, const ChartCells& cells) {
    bool changed = renew_categories(model, cells.categories);
    const auto standing = series_of(model);
    const auto order = order_of(chart);
    for (std::size_t i = 0; i < order.size() && i < standing.size(); ++i)
        changed = renew_series(model, standing[i], cells.series[order[i]]) || changed;
    return renew_title(model, chart.title) || changed;
}

}  // namespace kakehashi::addin
