#include "addin/sheets/charts.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <com/sun/star/awt/Rectangle.hpp>
#include <com/sun/star/document/XEmbeddedObjectSupplier.hpp>
#include <com/sun/star/drawing/XShape.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/table/XTableCharts.hpp>
#include <com/sun/star/table/XTableChartsSupplier.hpp>

#include "addin/environment.hpp"
#include "addin/sheets/chart_data.hpp"
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
        ChartCells cells{reference(chart.categories), {}};
        for (const Chart::Series& one : chart.series)
            cells.series.push_back({reference(one.values), label(one)});
        const bool complete =
            std::ranges::none_of(cells.series, &std::string::empty, &ChartCells::Series::values);
        if (!complete || cells.series.empty() || cells.categories.empty()) return false;
        if (standing.is()) return renew(standing, chart, cells);
        make_room(chart);
        make(chart, cells);
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

    void make(const Chart& chart, const ChartCells& cells) {
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
        set_chart_data(model, chart, cells);
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

    void describe(const Reference<css::drawing::XShape>& shape, const Chart& chart) const {
        if (!shape.is()) return;
        const Unrecorded unrecorded(document_);  // undoing these crashes LibreOffice 7.4
        if (!sheet::is_name_of_copy(to_utf8(get<OUString>(shape, "Name")), name(chart)))
            set(shape, "Name", to_uno(name(chart)));
        set(shape, "Title", to_uno(chart.title));
        set(shape, "Description", to_uno(chart.alternative_text));
    }

    // --- again

    bool renew(const Reference<css::drawing::XShape>& shape, const Chart& chart,
               const ChartCells& cells) const {
        const ChartDocument model(get<Reference<css::frame::XModel>>(shape, "Model"), UNO_QUERY);
        if (!model.is() || !model->getFirstDiagram().is()) return false;
        const bool data_changed = renew_chart_data(model, chart, cells);
        const bool changed = grow(shape, chart) || data_changed;
        if (to_utf8(get<OUString>(shape, "Description")) == chart.alternative_text &&
            to_utf8(get<OUString>(shape, "Title")) == chart.title)
            return changed;
        describe(shape, chart);
        return true;
    }

    /// Bars that became more need more room, else their names lie on one another; those that people made
    /// higher stay. The block below has moved down for them.
    static bool grow(const Reference<css::drawing::XShape>& shape, const Chart& chart) {
        if (chart.kind != Chart::Kind::bars || !sheet::has_many_categories(chart)) return false;
        const auto height = static_cast<sal_Int32>(std::lround(chart.height_mm * 100));
        const css::awt::Size size = shape->getSize();
        if (size.Height >= height - rounding) return false;
        shape->setSize({size.Width, height});
        return true;
    }

    static constexpr sal_Int32 rounding = 10;  // Calc keeps places in twips

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
