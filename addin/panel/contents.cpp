#include "addin/panel/contents.hpp"

#include <algorithm>

#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>
#include <com/sun/star/view/XSelectionSupplier.hpp>

#include "addin/commands/team_workbook.hpp"
#include "addin/environment.hpp"
#include "addin/messages.hpp"
#include "addin/panel/error_cells.hpp"
#include "addin/workbook.hpp"
#include "core/panel/views.hpp"
#include "core/support/thousands.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using panel::View;

struct Seen {
    Reference<css::frame::XController> controller;
    SpreadsheetDocument document;
    std::size_t chosen;
    Language language;
};

/// Of a document that Kakehashi has nothing to do with yet.
View nothing_yet(Language language) {
    return panel::empty_view(
        Text{"No leads yet", "リードがまだありません"}.in(language),
        Text{"Make a team workbook, then bring in a CRM export.",
             "チームブックを作成し、CRM のデータを取り込んでください。"}
            .in(language),
        {panel::command_button("new", true, language), panel::command_button("import", true, language)});
}

View error_view(const CellError& error, Language language) {
    return {panel::Label{error.message.in(language), panel::Label::Look::text, {}}};
}

/// What `show` makes of the object behind the handle cell of that part.
template <class Object>
View view_of(const Seen& seen, sheet::Part part, ArgumentKind kind,
             const std::function<View(const Object&)>& show) {
    const Result<Range> cell = handle_cell(seen.document, part);
    if (!cell && find_handle_cells(seen.document).empty()) return nothing_yet(seen.language);
    if (!cell) return error_view(cell.error(), seen.language);
    View view;
    const auto error =
        Workbook::of(Model(seen.document, UNO_QUERY))->look(kind, *cell, [&](const Argument& argument) {
            const auto* object = std::get_if<kakehashi::Object>(&argument);
            const auto* wanted = object ? std::get_if<std::shared_ptr<const Object>>(object) : nullptr;
            if (wanted != nullptr) view = show(**wanted);
        });
    return error ? error_view(*error, seen.language) : view;
}

/// The row of `leads` that the cursor stands on; nothing if it stands elsewhere.
std::optional<std::size_t> selected_row(const Seen& seen, const Leads& leads) {
    const Range data = data_if_any(seen.document, sheet::Part::leads);
    const Reference<css::view::XSelectionSupplier> supplier(seen.controller, UNO_QUERY);
    if (!data.is() || !supplier.is()) return std::nullopt;
    const Reference<css::sheet::XCellRangeAddressable> selected(supplier->getSelection(), UNO_QUERY);
    if (!selected.is()) return std::nullopt;
    const css::table::CellRangeAddress at = selected->getRangeAddress();
    const css::table::CellRangeAddress table = address_of(data);
    if (at.Sheet != table.Sheet || at.StartRow <= table.StartRow || at.StartRow > table.EndRow)
        return std::nullopt;
    const auto row = static_cast<std::size_t>(at.StartRow - table.StartRow - 1);
    if (row >= leads.rows() || !leads.present().test(row)) return std::nullopt;
    return row;
}

/// `Leads.A1:N3121 · 3,120 leads`, a link to them.
std::optional<panel::Label> leads_label(const Seen& seen, const Leads& leads) {
    Range data = data_if_any(seen.document, sheet::Part::leads);
    if (!data.is()) return std::nullopt;
    // The name of a table may reach to the end of the sheet.
    const css::table::CellRangeAddress at = address_of(data);
    const auto last = std::min<sal_Int32>(at.EndRow - at.StartRow, static_cast<sal_Int32>(leads.rows()));
    data = data->getCellRangeByPosition(0, 0, at.EndColumn - at.StartColumn, last);
    const std::string count = thousands(leads.present().count());
    return panel::Label{
        address_text(data) + Text{" · " + count + " leads", "・リード" + count + "件"}.in(seen.language),
        panel::Label::Look::text, link_to(data)};
}

/// Of a team workbook that is still empty.
View no_rows(Language language) {
    return panel::empty_view(Text{"The lead list is empty", "リード一覧は空です"}.in(language),
                             Text{"Type leads into it, or bring in a CRM export.",
                                  "リードを入力するか、CRM のデータを取り込んでください。"}
                                 .in(language),
                             {panel::command_button("import", true, language)});
}

View funnel_of(const Seen& seen, const Leads& leads) {
    if (leads.present().count() == 0) return no_rows(seen.language);
    View view = panel::funnel_view(leads, static_cast<panel::FunnelChoice>(seen.chosen), seen.language);
    if (auto source = leads_label(seen, leads)) view.emplace_back(std::move(*source));
    return view;
}

View selected_lead(const Seen& seen, const Leads& leads) {
    if (leads.present().count() == 0) return no_rows(seen.language);
    if (const auto row = selected_row(seen, leads)) return panel::lead_view(leads, *row, seen.language);
    return panel::empty_view(
        Text{"No lead selected", "リードが選択されていません"}.in(seen.language),
        Text{"Put the cursor on a row of the lead list.", "リード一覧の行にカーソルを置いてください。"}.in(
            seen.language));
}

View errors_in(const Seen& seen) {
    constexpr std::size_t most = 10;
    const ErrorCells found = error_cells(seen.document, most, seen.language);
    return panel::why_view(found.cells, found.more, about_lines(seen.language), seen.language);
}

View shown(PanelKind kind, const Seen& seen) {
    using enum PanelKind;
    switch (kind) {
        case goals:
            return view_of<Goals>(seen, sheet::Part::goals, ArgumentKind::goals, [&](const Goals& goals) {
                return panel::goals_view(goals, seen.language);
            });
        case funnel:
            return view_of<Leads>(seen, sheet::Part::leads, ArgumentKind::leads,
                                  [&](const Leads& leads) { return funnel_of(seen, leads); });
        case lead:
            return view_of<Leads>(seen, sheet::Part::leads, ArgumentKind::leads,
                                  [&](const Leads& leads) { return selected_lead(seen, leads); });
        case playbook:
            return view_of<ReadPlaybook>(
                seen, sheet::Part::playbook, ArgumentKind::playbook,
                [&](const ReadPlaybook& read) { return panel::playbook_view(read, seen.language); });
        case PanelKind::why:
            return errors_in(seen);
    }
    return {};
}

}  // namespace

View contents(PanelKind kind, const Reference<css::frame::XController>& controller, std::size_t chosen,
              Language language) {
    const SpreadsheetDocument document(controller.is() ? controller->getModel() : nullptr, UNO_QUERY);
    if (!document.is()) return {};
    return shown(kind, {controller, document, chosen, language});
}

}  // namespace kakehashi::addin
