#include "addin/sheets/chart_look.hpp"

#include <cmath>

#include <com/sun/star/awt/FontWeight.hpp>
#include <com/sun/star/awt/Rectangle.hpp>
#include <com/sun/star/chart/ChartAxisArrangeOrderType.hpp>
#include <com/sun/star/chart/ChartAxisPosition.hpp>
#include <com/sun/star/chart/ChartLegendPosition.hpp>
#include <com/sun/star/chart/X3DDisplay.hpp>
#include <com/sun/star/chart/XAxisSupplier.hpp>
#include <com/sun/star/chart/XChartDocument.hpp>
#include <com/sun/star/chart/XDiagramPositioning.hpp>
#include <com/sun/star/chart2/DataPointLabel.hpp>
#include <com/sun/star/chart2/RelativePosition.hpp>
#include <com/sun/star/chart2/StackingDirection.hpp>
#include <com/sun/star/chart2/Symbol.hpp>
#include <com/sun/star/chart2/XChartTypeContainer.hpp>
#include <com/sun/star/chart2/XCoordinateSystemContainer.hpp>
#include <com/sun/star/chart2/XDataSeriesContainer.hpp>
#include <com/sun/star/container/XNameContainer.hpp>
#include <com/sun/star/drawing/DashStyle.hpp>
#include <com/sun/star/drawing/FillStyle.hpp>
#include <com/sun/star/drawing/Hatch.hpp>
#include <com/sun/star/drawing/LineDash.hpp>
#include <com/sun/star/drawing/LineStyle.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/util/XNumberFormatsSupplier.hpp>
#include <fmt/format.h>

#include "addin/sheets/cells.hpp"
#include "core/sheet/chart_parts.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using sheet::Chart;
namespace chart = css::chart;
namespace chart2 = css::chart2;
namespace drawing = css::drawing;

constexpr sal_Int32 dark_text = 0x333333;
constexpr sal_Int32 grey_text = 0x595959;
constexpr sal_Int32 white = 0xFFFFFF;
constexpr sal_Int32 grid_grey = 0xE3E3E3;
constexpr sal_Int32 axis_grey = 0xA6A6A6;
constexpr float small_points = 8;

void set_text(const Reference<css::uno::XInterface>& object, float points, sal_Int32 colour,
              bool bold = false) {
    for (const std::string_view script : {"", "Asian", "Complex"}) {
        set(object, fmt::format("CharHeight{}", script), points);
        set(object, fmt::format("CharWeight{}", script),
            bold ? css::awt::FontWeight::BOLD : css::awt::FontWeight::NORMAL);
    }
    set(object, "CharColor", colour);
}

class Look {
  public:
    Look(const Reference<chart2::XChartDocument>& model, const Chart& plan, bool in_percent)
        : model_(model),
          document_(model, UNO_QUERY_THROW),
          diagram_(document_->getDiagram()),
          axes_(diagram_, UNO_QUERY_THROW),
          plan_(plan),
          in_percent_(in_percent) {}

    void set_all() {
        lie_down();
        set_ground();
        set_title();
        set_series();
        set_axes();
        set_legend();
        set_area();
    }

  private:
    bool lies() const { return plan_.kind == Chart::Kind::bars || plan_.kind == Chart::Kind::stacked_bars; }

    Reference<chart2::XCoordinateSystem> coordinates() const {
        const Reference<chart2::XCoordinateSystemContainer> container(model_->getFirstDiagram(),
                                                                      UNO_QUERY_THROW);
        return container->getCoordinateSystems().getConstArray()[0];
    }

    void lie_down() const {
        if (lies()) set(coordinates(), "SwapXAndYAxis", true);
    }

    void set_ground() const {
        set(document_->getArea(), "LineStyle", drawing::LineStyle_NONE);
        const auto wall = Reference<chart::X3DDisplay>(diagram_, UNO_QUERY_THROW)->getWall();
        set(wall, "FillStyle", drawing::FillStyle_NONE);
        set(wall, "LineStyle", drawing::LineStyle_NONE);
    }

    /// At the left edge, where reading begins.
    void set_title() const {
        set(document_, "HasMainTitle", !plan_.title.empty());
        if (plan_.title.empty()) return;
        const auto title = document_->getTitle();
        set(title, "String", to_uno(plan_.title));
        set_text(title, 10, dark_text, true);
        title->setPosition({hundredths(edge_mm), hundredths(edge_mm)});
    }

    static sal_Int32 hundredths(double mm) { return static_cast<sal_Int32>(std::lround(mm * 100)); }

    void set_axes() const {
        const bool pareto = plan_.kind == Chart::Kind::pareto;
        if (pareto) set(diagram_, "HasSecondaryYAxis", true);
        const auto categories = axes_->getAxis(0);
        const auto values = axes_->getAxis(1);
        set_axis(categories, true);
        set_axis(values, false);
        name_every_category(categories);
        if (lies()) {
            set(categories, "ReverseDirection", true);  // the first category on top
            set(values, "CrossoverPosition", chart::ChartAxisPosition_END);
        }
        if (plan_.kind != Chart::Kind::lines) set(values, "Min", 0.0);
        set(diagram_, "HasYAxisGrid", true);
        set(values->getMajorGrid(), "LineColor", grid_grey);
        if (in_percent_) show_percent(values);
        if (pareto) set_share_axis(axes_->getSecondaryAxis(1));
        set_unit(values);
    }

    void name_every_category(const Reference<css::uno::XInterface>& axis) const {
        if (!sheet::has_many_categories(plan_)) return;
        set_text(axis, small_points - 1, grey_text);
        if (lies())
            for (const auto& [property, value] : {std::pair("TextOverlap", true), {"TextBreak", false}})
                set(coordinates()->getAxisByDimension(0, 0), property, value);
        else
            set(axis, "ArrangeOrder", chart::ChartAxisArrangeOrderType_STAGGER_EVEN);
    }

    static void set_axis(const Reference<css::uno::XInterface>& axis, bool has_line) {
        set_text(axis, small_points, grey_text);
        set(axis, "LineColor", axis_grey);
        if (!has_line) set(axis, "LineStyle", drawing::LineStyle_NONE);
        set(axis, "Marks", sal_Int32(0));
        set(axis, "HelpMarks", sal_Int32(0));
    }

    void set_share_axis(const Reference<css::uno::XInterface>& axis) const {
        set_axis(axis, false);
        set(axis, "Min", 0.0);
        set(axis, "Max", 1.0);
        set(axis, "StepMain", 0.25);
        show_percent(axis);
    }

    /// Without decimals, which the cells have.
    void show_percent(const Reference<css::uno::XInterface>& axis) const {
        const auto formats =
            Reference<css::util::XNumberFormatsSupplier>(model_, UNO_QUERY_THROW)->getNumberFormats();
        const css::lang::Locale english("en", "US", "");
        const sal_Int32 known = formats->queryKey("0%", english, false);
        set(axis, "LinkNumberFormatToSource", false);
        set(axis, "NumberFormat", known >= 0 ? known : formats->addNew("0%", english));
    }

    /// Not at the axis where that stands: there it would be turned by 90 degrees, or broken into short lines.
    void set_unit(const Reference<chart::XAxis>& values) const {
        if (plan_.value_axis.empty()) return;
        set(diagram_, "HasYAxisTitle", lies());
        set(document_, "HasSubTitle", !lies());
        const Reference<css::uno::XInterface> title =
            lies() ? Reference<css::uno::XInterface>(values->getAxisTitle()) : document_->getSubTitle();
        set(title, "String", to_uno(plan_.value_axis));
        set_text(title, small_points, grey_text);
        if (!lies())
            Reference<drawing::XShape>(title, UNO_QUERY_THROW)
                ->setPosition({hundredths(edge_mm), hundredths(sheet::axes_area(plan_).y - unit_mm)});
    }

    void set_legend() const {
        set(document_, "HasLegend", sheet::has_legend(plan_));
        if (!sheet::has_legend(plan_)) return;
        const auto legend = document_->getLegend();
        set(legend, "Alignment", chart::ChartLegendPosition_BOTTOM);
        set(legend, "LineStyle", drawing::LineStyle_NONE);
        set(legend, "FillStyle", drawing::FillStyle_NONE);
        set_text(legend, small_points, grey_text);
    }

    void set_area() const {
        const sheet::Area area = sheet::axes_area(plan_);
        Reference<chart::XDiagramPositioning>(diagram_, UNO_QUERY_THROW)
            ->setDiagramPositionIncludingAxes(
                {hundredths(area.x), hundredths(area.y), hundredths(area.width), hundredths(area.height)});
    }

    // --- series

    void set_series() const {
        const auto types =
            Reference<chart2::XChartTypeContainer>(coordinates(), UNO_QUERY_THROW)->getChartTypes();
        std::vector<std::size_t> bars;
        std::vector<std::size_t> lines;
        for (std::size_t i = 0; i < plan_.series.size(); ++i) (is_line(i) ? lines : bars).push_back(i);
        for (const auto& type : types) {
            const bool is_bars = type->getChartType() == "com.sun.star.chart2.ColumnChartType";
            if (is_bars) set_gaps(type);
            const auto series =
                Reference<chart2::XDataSeriesContainer>(type, UNO_QUERY_THROW)->getDataSeries();
            const auto& places = is_bars ? bars : lines;
            for (std::size_t i = 0; i < places.size() && static_cast<sal_Int32>(i) < series.getLength();
                 ++i) {
                const Properties one(series.getConstArray()[i], UNO_QUERY_THROW);
                is_bars ? set_bar(one, places[i]) : set_line(one, places[i]);
            }
        }
    }

    bool is_line(std::size_t i) const {
        return plan_.kind == Chart::Kind::lines || plan_.series[i].line || plan_.series[i].mark;
    }

    void set_gaps(const Reference<css::uno::XInterface>& type) const {
        const bool stacked = plan_.kind == Chart::Kind::stacked_bars;
        const sal_Int32 gap = plan_.kind == Chart::Kind::pareto ? 30 : 60;
        const sal_Int32 overlap = stacked ? 100 : 0;
        set(type, "GapwidthSequence", two(gap));
        set(type, "OverlapSequence", two(overlap));
    }

    /// For the first and the second axis.
    static Sequence<sal_Int32> two(sal_Int32 value) {
        const sal_Int32 values[] = {value, value};
        return {values, 2};
    }

    void set_bar(const Properties& series, std::size_t i) const {
        const sal_Int32 colour = plan_.series[i].colour;
        set(series, "Color", colour);
        set(series, "BorderStyle", drawing::LineStyle_NONE);
        if (plan_.kind == Chart::Kind::stacked_bars)
            set(series, "StackingDirection", chart2::StackingDirection_Y_STACKING);
        if (sheet::is_patterned(plan_, i)) {
            drawing::Hatch hatch;
            hatch.Color = colour;
            hatch.Distance = 90;
            hatch.Angle = 450;
            const OUString name = to_uno(fmt::format("Kakehashi {:06X}", colour));
            keep("com.sun.star.drawing.HatchTable", name, Any(hatch));
            set(series, "FillStyle", drawing::FillStyle_HATCH);
            set(series, "HatchName", name);
            set(series, "BorderStyle", drawing::LineStyle_SOLID);
            set(series, "BorderColor", colour);
        }
        if (!sheet::has_labels(plan_)) return;
        // In the middle of a stack they stand on the colour, and on white where it is hatched.
        const bool on_colour = plan_.kind == Chart::Kind::stacked_bars && !sheet::is_patterned(plan_, i);
        set_label(series, on_colour ? white : dark_text);
    }

    void set_line(const Properties& series, std::size_t i) const {
        const Chart::Series& plan = plan_.series[i];
        set(series, "Color", sal_Int32(plan.colour));
        set(series, "LineWidth", sal_Int32(60));
        if (plan.mark) {
            set(series, "LineStyle", drawing::LineStyle_NONE);
        } else if (sheet::is_patterned(plan_, i)) {
            drawing::LineDash dash;
            dash.Style = drawing::DashStyle_RECT;
            dash.Dashes = 1;
            dash.DashLen = 250;
            dash.Distance = 150;
            keep("com.sun.star.drawing.DashTable", "Kakehashi", Any(dash));
            set(series, "LineStyle", drawing::LineStyle_DASH);
            set(series, "LineDashName", OUString("Kakehashi"));
        }
        set(series, "Symbol", symbol(plan, i));
        if (plan_.kind == Chart::Kind::lines) label_the_last(series, plan);
    }

    chart2::Symbol symbol(const Chart::Series& plan, std::size_t i) const {
        constexpr sal_Int32 square = 0;
        constexpr sal_Int32 circle = 8;
        constexpr sal_Int32 lying_stroke = 13;
        constexpr sal_Int32 standing_stroke = 14;
        chart2::Symbol symbol;
        symbol.Style = chart2::SymbolStyle_STANDARD;
        symbol.StandardSymbol = i % 2 == 0 ? circle : square;
        if (plan.mark) symbol.StandardSymbol = lies() ? standing_stroke : lying_stroke;
        const sal_Int32 size = plan.mark ? hundredths(sheet::mark_mm(plan_)) : 160;
        symbol.Size = {size, size};
        symbol.BorderColor = symbol.FillColor = plan.colour;
        return symbol;
    }

    static void set_label(const Properties& series, sal_Int32 colour) {
        chart2::DataPointLabel label;
        label.ShowNumber = true;
        set(series, "Label", label);
        set_text(series, small_points, colour);
    }

    static void label_the_last(const Properties& series, const Chart::Series& plan) {
        const sal_Int32 last = std::max(plan.values.last.row - plan.values.first.row,
                                        plan.values.last.column - plan.values.first.column);
        set_label(Reference<chart2::XDataSeries>(series, UNO_QUERY_THROW)->getDataPointByIndex(last),
                  dark_text);
    }

    void keep(std::string_view table, const OUString& name, const Any& value) const {
        const Reference<css::container::XNameContainer> entries(
            Reference<css::lang::XMultiServiceFactory>(model_, UNO_QUERY_THROW)
                ->createInstance(to_uno(table)),
            UNO_QUERY_THROW);
        if (!entries->hasByName(name)) entries->insertByName(name, value);
    }

    static constexpr double edge_mm = 2;
    static constexpr double unit_mm = 4.5;

    Reference<chart2::XChartDocument> model_;
    Reference<chart::XChartDocument> document_;
    Reference<chart::XDiagram> diagram_;
    Reference<chart::XAxisSupplier> axes_;
    const Chart& plan_;
    bool in_percent_;
};

}  // namespace

void set_chart_look(const Reference<chart2::XChartDocument>& chart, const sheet::Sheet& plan,
                    const sheet::Chart& planned) {
    Look(chart, planned, sheet::counts_in_percent(plan, planned)).set_all();
}

}  // namespace kakehashi::addin
