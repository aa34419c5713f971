#include "addin/sheets/charts.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <com/sun/star/awt/Rectangle.hpp>
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
#include <com/sun/star/document/XEmbeddedObjectSupplier.hpp>
#include <com/sun/star/drawing/XShape.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/table/XTableCharts.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>

#include "addin/environment.hpp"
#include "addin/sheets/chart_look.hpp"
#include "addin/sheets/unrecorded.hpp"
#include "core/sheet/chart_parts.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using sheet::Chart;
using sheet::Position;
namespace chart2 = css::chart2;

using ChartDocument = Reference<chart2::XChartDocument>;
using Labeled = Reference<chart2::data::XLabeledDataSequence>;

/// What a series shows, as references.
struct SeriesCells {
    std::string values;
    std::string label;  // empty: none
};

class Charts {
  public:
    Charts(const SpreadsheetDocument& document, const Spreadsheet& sheet, const sheet::Sheet& plan,
           const std::vector<Placed>& blocks)
        : document_(document),
          sheet_(sheet),
          plan_(plan),
          blocks_(blocks),
          find_(finder(blocks)),
          prefix_(sheet::sheet_prefix(name_of(sheet))) {}

    /// True if something was changed.
    bool write(const Chart& chart) {
        const Reference<css::drawing::XShape> standing = shape(name(chart));
        const std::string categories = reference(chart.categories);
        std::vector<SeriesCells> series;
        for (const Chart::Series& one : chart.series) series.push_back({reference(one.values), label(one)});
        const bool complete =
            std::all_of(series.begin(), series.end(), [](const auto& one) { return !one.values.empty(); });
        if (!complete || series.empty() || categories.empty()) return false;
        if (standing.is()) return renew(standing, chart, categories, series);
        make_room(chart);
        make(chart, categories, series);
        return true;
    }

  private:
    std::string name(const Chart& chart) const { return "kh_" + sheet::id_of(plan_) + "_" + chart.id; }

    Reference<css::drawing::XShape> shape(const std::string& name) const {
        const auto shapes = shapes_on(document_, sheet_);
        for (sal_Int32 i = 0; i < shapes->getCount(); ++i) {
            const Reference<css::drawing::XShape> shape(shapes->getByIndex(i), UNO_QUERY_THROW);
            if (sheet::is_name_of_copy(to_utf8(get<OUString>(shape, "Name")), name)) return shape;
        }
        return {};
    }

    std::string reference(const Chart::Cells& cells) const {
        const auto first = find_(cells.block, cells.first);
        const auto last = find_(cells.block, cells.last);
        return first && last ? prefix_ + sheet::absolute(*first, *last) : std::string();
    }

    std::string label(const Chart::Series& series) const {
        for (const Placed& placed : blocks_) {
            if (placed.block->id != series.values.block) continue;
            const auto cell = sheet::label_cell(*placed.block, series);
            const auto place = cell ? placed.find(*cell) : std::nullopt;
            return place ? prefix_ + sheet::absolute(*place) : std::string();
        }
        return {};
    }

    // --- new

    /// Charts stand where people put them, but not under a new one: those go where the plan has them beside
    /// it.
    void make_room(const Chart& chart) const {
        const css::awt::Rectangle room = rectangle(chart);
        for (const Chart& other : plan_.charts) {
            if (other.id == chart.id) continue;
            const Reference<css::drawing::XShape> standing = shape(name(other));
            if (!standing.is() || !overlap(room, standing->getPosition(), standing->getSize())) continue;
            const css::awt::Rectangle planned = rectangle(other);
            standing->setPosition({planned.X, planned.Y});
            standing->setSize({planned.Width, planned.Height});
            hold(standing, other);
        }
    }

    static bool overlap(const css::awt::Rectangle& a, const css::awt::Point& at, const css::awt::Size& size) {
        return at.X < a.X + a.Width && a.X < at.X + size.Width && at.Y < a.Y + a.Height &&
               a.Y < at.Y + size.Height;
    }

    void make(const Chart& chart, const std::string& categories, const std::vector<SeriesCells>& series) {
        const auto charts = Reference<css::table::XTableChartsSupplier>(sheet_, UNO_QUERY_THROW)->getCharts();
        OUString object = to_uno(name(chart));
        while (charts->hasByName(object)) object += "_";
        // With some cells to begin with, Calc makes axes and all; the series are then replaced.
        const Position cell = *find_(chart.categories.block, chart.categories.first);
        const auto some = Reference<css::sheet::XCellRangeAddressable>(
                              cells_at(sheet_, cell.column, cell.row, 2, 2), UNO_QUERY_THROW)
                              ->getRangeAddress();
        charts->addNewByName(object, rectangle(chart), {&some, 1}, false, true);
        const Reference<css::document::XEmbeddedObjectSupplier> embedded(charts->getByName(object),
                                                                         UNO_QUERY_THROW);
        const ChartDocument model(embedded->getEmbeddedObject(), UNO_QUERY_THROW);
        const Reference<css::frame::XModel> locked(model, UNO_QUERY_THROW);
        locked->lockControllers();
        fill(model, chart, categories, series);
        set_chart_look(model, plan_, chart);
        locked->unlockControllers();
        const auto shape = shape_of(model, object);
        describe(shape, chart);
        hold(shape, chart);
    }

    /// To its cell, so that it moves with the rows: Calc anchors new charts to the page.
    void hold(const Reference<css::drawing::XShape>& shape, const Chart& chart) const {
        if (!shape.is()) return;
        const Unrecorded unrecorded(document_);  // as in `describe`: the chart itself is recorded
        const Position at = moved_with_its_block(chart.at);
        set(shape, "Anchor", cells_at(sheet_, at.column, at.row));
    }

    /// A new chart's shape has no name yet but that of its object.
    Reference<css::drawing::XShape> shape_of(const ChartDocument&, const OUString& object) const {
        const auto shapes = shapes_on(document_, sheet_);
        for (sal_Int32 i = shapes->getCount(); i-- > 0;) {
            const Reference<css::drawing::XShape> shape(shapes->getByIndex(i), UNO_QUERY_THROW);
            const auto about =
                Reference<css::beans::XPropertySet>(shape, UNO_QUERY_THROW)->getPropertySetInfo();
            if (about->hasPropertyByName("PersistName") && get<OUString>(shape, "PersistName") == object)
                return shape;
        }
        return {};
    }

    css::awt::Rectangle rectangle(const Chart& chart) const {
        const Position at = moved_with_its_block(chart.at);
        const auto corner = get<css::awt::Point>(cells_at(sheet_, at.column, at.row), "Position");
        return {corner.X, corner.Y, static_cast<sal_Int32>(std::lround(chart.width_mm * 100)),
                static_cast<sal_Int32>(std::lround(chart.height_mm * 100))};
    }

    /// As far down as the nearest block above it has moved since the sheet was new.
    Position moved_with_its_block(Position at) const {
        const Placed* nearest = nullptr;
        for (const Placed& placed : blocks_)
            if (placed.block->at.row <= at.row &&
                (nearest == nullptr || placed.block->at.row > nearest->block->at.row))
                nearest = &placed;
        if (nearest != nullptr) at.row += nearest->first.row - nearest->block->at.row;
        return at;
    }

    static Reference<chart2::XCoordinateSystem> axes(const ChartDocument& model) {
        const Reference<chart2::XCoordinateSystemContainer> container(model->getFirstDiagram(),
                                                                      UNO_QUERY_THROW);
        return container->getCoordinateSystems().getConstArray()[0];
    }

    static Reference<chart2::data::XDataSequence> sequence(const ChartDocument& model,
                                                           const std::string& cells, std::string_view role) {
        const auto made = model->getDataProvider()->createDataSequenceByRangeRepresentation(to_uno(cells));
        set(made, "Role", to_uno(role));
        return made;
    }

    static Labeled labeled(const ChartDocument& model, const SeriesCells& cells, std::string_view role) {
        const Labeled pair(create_service("com.sun.star.chart2.data.LabeledDataSequence"), UNO_QUERY_THROW);
        pair->setValues(sequence(model, cells.values, role));
        if (!cells.label.empty()) pair->setLabel(sequence(model, cells.label, "label"));
        return pair;
    }

    void fill(const ChartDocument& model, const Chart& chart, const std::string& categories,
              const std::vector<SeriesCells>& series) const {
        const bool lines = chart.kind == Chart::Kind::lines;
        std::vector<Reference<chart2::XChartType>> types;
        Reference<chart2::XDataSeriesContainer> bars_of;
        Reference<chart2::XDataSeriesContainer> lines_of;
        for (std::size_t i = 0; i < series.size(); ++i) {
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
            const Labeled data = labeled(model, series[i], "values-y");
            Reference<chart2::data::XDataSink>(made, UNO_QUERY_THROW)->setData({&data, 1});
            if (chart.kind == Chart::Kind::pareto && one.line) set(made, "AttachedAxisIndex", sal_Int32(1));
            container->addDataSeries(made);
        }
        Reference<chart2::XChartTypeContainer>(axes(model), UNO_QUERY_THROW)
            ->setChartTypes({types.data(), static_cast<sal_Int32>(types.size())});
        set_categories(model, categories);
    }

    static void set_categories(const ChartDocument& model, const std::string& cells) {
        const auto axis = axes(model)->getAxisByDimension(0, 0);
        auto scale = axis->getScaleData();
        scale.Categories = labeled(model, {cells, {}}, "categories");
        axis->setScaleData(scale);
    }

    void describe(const Reference<css::drawing::XShape>& shape, const Chart& chart) const {
        if (!shape.is()) return;
        const Unrecorded unrecorded(document_);  // undoing these crashes LibreOffice 7.4
        if (!sheet::is_name_of_copy(to_utf8(get<OUString>(shape, "Name")), name(chart)))
            set(shape, "Name", to_uno(name(chart)));
        set(shape, "Title", to_uno(chart.title));
        set(shape, "Description", to_uno(chart.alternative_text));
    }

    // --- again

    static std::string cells_of(const Reference<chart2::data::XDataSequence>& sequence) {
        return sequence.is() ? to_utf8(sequence->getSourceRangeRepresentation()) : std::string();
    }

    static bool same_cells(std::string a, std::string b) {
        for (std::string* text : {&a, &b})
            text->erase(std::remove(text->begin(), text->end(), '\''), text->end());
        return a == b;
    }

    /// In the order in which `fill` made them.
    static std::vector<Reference<chart2::XDataSeries>> series_of(const ChartDocument& model) {
        std::vector<Reference<chart2::XDataSeries>> list;
        const auto types =
            Reference<chart2::XChartTypeContainer>(axes(model), UNO_QUERY_THROW)->getChartTypes();
        for (const auto& type : std::as_const(types)) {
            const auto series =
                Reference<chart2::XDataSeriesContainer>(type, UNO_QUERY_THROW)->getDataSeries();
            list.insert(list.end(), series.begin(), series.end());
        }
        return list;
    }

    /// The places of the plan's series in that order.
    static std::vector<std::size_t> order_of(const Chart& chart) {
        std::vector<std::size_t> order(chart.series.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        const auto is_line = [&](std::size_t i) { return chart.series[i].line || chart.series[i].mark; };
        const bool line_first = !chart.series.empty() && is_line(0);
        if (chart.kind != Chart::Kind::lines)
            std::stable_partition(order.begin(), order.end(),
                                  [&](std::size_t i) { return is_line(i) == line_first; });
        return order;
    }

    bool renew(const Reference<css::drawing::XShape>& shape, const Chart& chart,
               const std::string& categories, const std::vector<SeriesCells>& series) const {
        const ChartDocument model(get<Reference<css::frame::XModel>>(shape, "Model"), UNO_QUERY);
        if (!model.is() || !model->getFirstDiagram().is()) return false;
        bool changed = renew_categories(model, categories);
        const auto standing = series_of(model);
        const auto order = order_of(chart);
        for (std::size_t i = 0; i < order.size() && i < standing.size(); ++i)
            changed = renew_series(model, standing[i], series[order[i]]) || changed;
        changed = renew_title(model, chart.title) || changed;
        if (to_utf8(get<OUString>(shape, "Description")) == chart.alternative_text &&
            to_utf8(get<OUString>(shape, "Title")) == chart.title)
            return changed;
        describe(shape, chart);
        return true;
    }

    static bool renew_categories(const ChartDocument& model, const std::string& cells) {
        const Labeled standing = axes(model)->getAxisByDimension(0, 0)->getScaleData().Categories;
        if (standing.is() && same_cells(cells_of(standing->getValues()), cells)) return false;
        set_categories(model, cells);
        return true;
    }

    static bool renew_series(const ChartDocument& model, const Reference<chart2::XDataSeries>& series,
                             const SeriesCells& cells) {
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

    static bool renew_title(const ChartDocument& model, const std::string& text) {
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

    const SpreadsheetDocument& document_;
    const Spreadsheet& sheet_;
    const sheet::Sheet& plan_;
    const std::vector<Placed>& blocks_;
    sheet::Find find_;
    std::string prefix_;
};

}  // namespace

std::size_t write_charts(const SpreadsheetDocument& document, const Spreadsheet& sheet,
                         const sheet::Sheet& plan, const std::vector<Placed>& blocks) {
    std::size_t changed = 0;
    Charts charts(document, sheet, plan, blocks);
    for (const Chart& chart : plan.charts) changed += charts.write(chart) ? 1 : 0;
    return changed;
}

}  // namespace kakehashi::addin
