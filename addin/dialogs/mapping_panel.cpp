#include "addin/dialogs/mapping_panel.hpp"

#include <algorithm>

#include <com/sun/star/awt/XListBox.hpp>

#include "core/table/headers.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::addin {
namespace {

constexpr std::size_t sample_rows = 3;

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
    form_.label("reading", {}, box)->setPropertyValue("MultiLine", css::uno::Any(true));
}

void MappingPanel::add_columns(sal_Int32 y, sal_Int32 width, sal_Int32 height) {
    using namespace form;
    // A list, though a grid would be the better table: closing LibreOffice's grid control crashes the office
    // while a screen reader reads it (7.4).
    const sal_Int32 list_y = y + height - field;
    const sal_Int32 columns_y = y + line + 2;
    form_.label("columnsLabel",
                {"Colu~mns, where they go, and their first rows", "列、取り込み先、先頭の行(~M)"},
                {margin, y, width, line});
    form_.add("ListBox", "columns", {margin, columns_y, width, list_y - gap - columns_y});
    const sal_Int32 half = width / 2;
    form_.label("placeLabel", {"The selected column goes in~to", "選択した列の取り込み先(~T)"},
                {margin, list_y + 2, half - gap, line});
    form_.drop_down("place", {margin + half, list_y, width - half, field});
}

void MappingPanel::connect() {
    form_.when_chosen("into", [this] { target_chosen(); });
    form_.when_chosen("place", [this] { place_chosen(); });
    form_.when_chosen("columns", [this] { select_column(form_.selected("columns")); });
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
    show_reason(reason);
}

void MappingPanel::show_reason(const std::string& reason) {
    places_.clear();
    form_.set_label("reading", reason);
    for (const char* list : {"columns", "place"}) {
        form_.set_items(list, {}, 0);
        form_.enable(list, false);
    }
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
        show_reason(mapping.error().message.in(ui_language()));
        return false;
    }
    mapping_ = std::move(*mapping);
    return true;
}

void MappingPanel::map() {
    auto table = tables_(into_);
    if (!table) return show_reason(table.error().message.in(ui_language()));
    table_ = std::move(*table);
    if (!keep_what_fits()) return;
    for (const char* control : {"columns", "place", "ok"}) form_.enable(control, true);
    list_columns();
}

void MappingPanel::show_reading() {
    const std::string reading =
        imports::reading_of(*source_, imports::target_of(into_), mapping_, table_.shape).in(ui_language());
    form_.set_label("reading", remark_.empty() ? reading : remark_ + "\n" + reading);
}

void MappingPanel::list_columns() {
    std::vector<std::string> lines;
    for (const auto& column : imports::preview(*source_, mapping_, sample_rows, ui_language()))
        lines.push_back(imports::line_of(column));
    if (lines.empty()) return show_reason(imports::reading_of(*source_).in(ui_language()));
    show_reading();
    column_ = std::min(column_, lines.size() - 1);
    form_.set_items("columns", lines, column_);
    form_.control<css::awt::XListBox>("columns")->makeVisible(static_cast<sal_Int16>(column_));
    list_places();
}

void MappingPanel::list_places() {
    places_ = imports::places_for(*source_, column_, mapping_, table_.shape, ui_language());
    std::vector<std::string> labels;
    for (const imports::Place& place : places_) labels.push_back(place.label);
    form_.set_items("place", labels, imports::place_of(mapping_[column_], places_));
}

void MappingPanel::select_column(std::size_t column) {
    if (places_.empty() || column >= mapping_.size()) return;
    column_ = column;
    list_places();
}

void MappingPanel::place_chosen() {
    const std::size_t at = form_.selected("place");
    if (!source_ || at >= places_.size()) return;
    imports::decide(decisions_, source_->layout.headers[column_], places_[at].decision);
    if (keep_what_fits()) list_columns();
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
