#include "addin/dialogs/mapping_panel.hpp"

#include <algorithm>

#include <com/sun/star/awt/XStyleSettings.hpp>
#include <com/sun/star/awt/XStyleSettingsSupplier.hpp>
#include <com/sun/star/awt/grid/XGridColumn.hpp>
#include <com/sun/star/awt/grid/XGridColumnModel.hpp>
#include <com/sun/star/awt/grid/XGridRowSelection.hpp>
#include <com/sun/star/awt/grid/XMutableGridDataModel.hpp>
#include <com/sun/star/view/SelectionType.hpp>
#include <fmt/format.h>

#include "core/table/headers.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY_THROW;

constexpr std::size_t sample_rows = 3;

struct GridColumn {
    Text title;
    sal_Int32 width;
};
const std::vector<GridColumn>& grid_columns() {
    static const std::vector<GridColumn> columns = {{{"Column of the file", "ファイルの列"}, 84},
                                                    {{"Goes into", "取り込み先の列"}, 96},
                                                    {{"Read as", "種類"}, 62},
                                                    {{"Row 1", "1行目"}, 50},
                                                    {{"Row 2", "2行目"}, 50},
                                                    {{"Row 3", "3行目"}, 49}};
    return columns;
}
static_assert(sample_rows == 3);

void fill_grid_columns(const Form::Model& grid) {
    Reference<css::awt::grid::XGridColumnModel> columns(
        create_service("com.sun.star.awt.grid.DefaultGridColumnModel"), UNO_QUERY_THROW);
    for (const GridColumn& one : grid_columns()) {
        const auto column = columns->createColumn();
        column->setTitle(to_uno(one.title.in(ui_language())));
        column->setColumnWidth(one.width);
        column->setResizeable(true);
        columns->addColumn(column);
    }
    grid->setPropertyValue("ColumnModel", Any(columns));
    const Reference<css::awt::grid::XMutableGridDataModel> data(
        create_service("com.sun.star.awt.grid.DefaultGridDataModel"), UNO_QUERY_THROW);
    grid->setPropertyValue("GridDataModel",
                           Any(Reference<css::awt::grid::XGridDataModel>(data, UNO_QUERY_THROW)));
}

Reference<css::awt::grid::XMutableGridDataModel> rows_of(const Form& form) {
    return {form.model("columns")->getPropertyValue("GridDataModel"), UNO_QUERY_THROW};
}

std::string without_mnemonic(std::string text) {
    std::erase(text, '~');
    return text;
}

std::size_t target_position(sheet::Part part) {
    const auto targets = imports::targets();
    const auto found = std::ranges::find(targets, part, &imports::Target::part);
    return static_cast<std::size_t>(found - targets.begin());
}

}  // namespace

void MappingPanel::add_target(const Box& label, const Box& list) {
    form_.label("intoLabel", {"Import ~into", "取り込み先(~I)"}, label);
    form_.drop_down("into", list);
    std::vector<std::string> names;
    for (const imports::Target& target : imports::targets())
        names.push_back(sheet::names_of(target.part).sheet.in(contents_));
    form_.set_items("into", names, 0);
}

void MappingPanel::add_reading(const Box& box) {
    form_.label("reading", {}, box)->setPropertyValue("MultiLine", Any(true));
}

void MappingPanel::add_columns(sal_Int32 y, sal_Int32 width, sal_Int32 height) {
    using namespace form;
    form_.label("columnsLabel", {"Co~lumns and where they go", "列とその取り込み先(~L)"},
                {margin, y, width, line});
    const sal_Int32 list_y = y + height - field;
    const sal_Int32 grid_y = y + line + 2;
    const auto grid = form_.add("Grid", "columns", {margin, grid_y, width, list_y - gap - grid_y});
    grid->setPropertyValue("ShowColumnHeader", Any(true));
    grid->setPropertyValue("ShowRowHeader", Any(false));
    grid->setPropertyValue("SelectionModel", Any(css::view::SelectionType_SINGLE));
    grid->setPropertyValue("VScroll", Any(true));
    grid->setPropertyValue("HScroll", Any(true));
    grid->setPropertyValue("UseGridLines", Any(true));
    grid->setPropertyValue("Tabstop", Any(true));
    fill_grid_columns(grid);
    const sal_Int32 half = width / 2;
    form_.label("placeLabel", {"~Column goes into", "列の取り込み先(~C)"},
                {margin, list_y + 2, half - gap, line});
    form_.drop_down("place", {margin + half, list_y, width - half, field});
}

/// A selected row is as easy to read while the keyboard is elsewhere.
void MappingPanel::use_theme() {
    const Reference<css::awt::XStyleSettingsSupplier> peer(
        form_.control<css::awt::XControl>("columns")->getPeer(), css::uno::UNO_QUERY);
    if (!peer.is()) return;
    const auto theme = peer->getStyleSettings();
    form_.set("columns", "InactiveSelectionBackgroundColor", Any(theme->getHighlightColor()));
    form_.set("columns", "InactiveSelectionTextColor", Any(theme->getHighlightTextColor()));
}

void MappingPanel::connect() {
    use_theme();
    form_.when_chosen("into", [this] { target_chosen(); });
    form_.when_chosen("place", [this] { place_chosen(); });
    form_.when_row_selected("columns", [this] { column_selected(); });
}

void MappingPanel::show(std::shared_ptr<const imports::Source> source, sheet::Part into,
                        const std::string& remark) {
    source_ = std::move(source);
    remark_ = remark;
    if (!target_by_hand_) into_ = into;
    form_.select("into", target_position(into_));
    map();
}

void MappingPanel::show_nothing(const std::string& reason) {
    source_.reset();
    places_.clear();
    rows_of(form_)->removeAllRows();
    form_.set_items("place", {}, 0);
    form_.set_label("reading", reason);
    form_.enable("place", false);
    form_.enable("ok", false);
}

/// What was decided about columns that are not there any more would be an error.
bool MappingPanel::keep_what_fits() {
    const auto is_there = [&](const std::string& from) {
        return std::ranges::any_of(source_->layout.headers, [&](const std::string& header) {
            return fold_header(header) == fold_header(from);
        });
    };
    std::erase_if(decisions_, [&](const auto& decision) { return !is_there(decision.first); });
    auto mapping = imports::map_columns(*source_, imports::target_of(into_), table_.shape, decisions_,
                                        table_.remembered);
    if (!mapping) {
        show_nothing(mapping.error().message.in(ui_language()));
        return false;
    }
    mapping_ = std::move(*mapping);
    return true;
}

void MappingPanel::map() {
    auto table = tables_(into_);
    if (!table) return show_nothing(table.error().message.in(ui_language()));
    table_ = std::move(*table);
    if (!keep_what_fits()) return;
    const std::string reading = imports::reading_of(*source_).in(ui_language());
    form_.set_label("reading", remark_.empty() ? reading : remark_ + "\n" + reading);
    form_.enable("place", true);
    form_.enable("ok", true);
    list_columns();
}

void MappingPanel::list_columns() {
    const auto shown = imports::preview(*source_, mapping_, sample_rows, ui_language());
    Sequence<Sequence<Any>> rows(static_cast<sal_Int32>(shown.size()));
    for (std::size_t i = 0; i < shown.size(); ++i) {
        Sequence<Any>& row = rows[static_cast<sal_Int32>(i)];
        row.realloc(static_cast<sal_Int32>(grid_columns().size()));
        sal_Int32 at = 0;
        for (const std::string* text : {&shown[i].from, &shown[i].into, &shown[i].kind})
            row[at++] <<= to_uno(*text);
        for (const std::string& cell : shown[i].cells) row[at++] <<= to_uno(cell);
    }
    const auto data = rows_of(form_);
    data->removeAllRows();
    data->addRows(Sequence<Any>(rows.getLength()), rows);
    column_ = std::min(column_, shown.empty() ? 0 : shown.size() - 1);
    if (shown.empty()) return show_nothing(imports::reading_of(*source_).in(ui_language()));
    const auto selection = form_.control<css::awt::grid::XGridRowSelection>("columns");
    selection->deselectAllRows();
    selection->selectRow(static_cast<sal_Int32>(column_));
    list_places();
}

void MappingPanel::update_places() {
    const auto shown = imports::preview(*source_, mapping_, 0, ui_language());
    const auto data = rows_of(form_);
    for (std::size_t i = 0; i < shown.size(); ++i)
        data->updateCellData(1, static_cast<sal_Int32>(i), Any(to_uno(shown[i].into)));
    list_places();
}

void MappingPanel::list_places() {
    const std::string header = imports::one_line(source_->layout.headers[column_], 48);
    places_ = imports::places_for(*source_, column_, mapping_, table_.shape, ui_language());
    std::vector<std::string> labels;
    for (const imports::Place& place : places_) labels.push_back(place.label);
    const Text label{fmt::format("~Column “{}” goes into", without_mnemonic(header)),
                     fmt::format("列「{}」の取り込み先(~C)", without_mnemonic(header))};
    form_.set_label("placeLabel", label.in(ui_language()));
    form_.set_items("place", labels, imports::place_of(mapping_[column_], places_));
}

void MappingPanel::column_selected() {
    const auto rows = form_.control<css::awt::grid::XGridRowSelection>("columns")->getSelectedRows();
    if (!source_ || !rows.hasElements() || static_cast<std::size_t>(rows[0]) >= mapping_.size()) return;
    column_ = static_cast<std::size_t>(rows[0]);
    list_places();
}

void MappingPanel::place_chosen() {
    const std::size_t at = form_.selected("place");
    if (!source_ || at >= places_.size()) return;
    imports::decide(decisions_, source_->layout.headers[column_], places_[at].decision);
    if (keep_what_fits()) update_places();
}

void MappingPanel::target_chosen() {
    const std::size_t at = form_.selected("into");
    if (at >= imports::targets().size() || imports::targets()[at].part == into_) return;
    into_ = imports::targets()[at].part;
    target_by_hand_ = true;
    decisions_.clear();  // they were about another table
    if (source_) map();
}

}  // namespace kakehashi::addin
