#include "addin/commands/cell_menu.hpp"

#include <vector>

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexContainer.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/sheet/CellFlags.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>

#include "addin/commands/selected_leads.hpp"
#include "addin/commands/team_workbook.hpp"
#include "addin/environment.hpp"
#include "addin/formula_walk.hpp"
#include "addin/guarded.hpp"
#include "addin/range_source.hpp"
#include "core/commands/catalogue.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

/// Whether anything stands in that row of the lead list.
bool is_filled(const Range& list, std::size_t lead) {
    const css::table::CellRangeAddress at = address_of(list);
    const auto row = static_cast<sal_Int32>(lead) + 1;  // behind the headers
    const Reference<css::sheet::XCellRangesQuery> cells(
        list->getCellRangeByPosition(0, row, at.EndColumn - at.StartColumn, row), UNO_QUERY_THROW);
    using namespace css::sheet::CellFlags;
    return cells->queryContentCells(VALUE | DATETIME | STRING | FORMULA)->getCount() > 0;
}

/// Whether the selection begins on a lead.
bool is_on_lead(const SpreadsheetDocument& document, const Range& selection) {
    const Range list = data_if_any(document, sheet::Part::leads);
    const SelectedLeads selected = selected_leads(document, selection, list);
    if (!selected.ids.empty()) return true;
    return !selected.rows.empty() && is_filled(list, selected.rows.front().first);
}

/// What can be done with the selection; empty if it is no cells or none of ours.
std::vector<std::string_view> commands_for(const Reference<css::view::XSelectionSupplier>& view) {
    const Range cells(view->getSelection(), UNO_QUERY);
    const SpreadsheetDocument document(Reference<css::frame::XController>(view, UNO_QUERY_THROW)->getModel(),
                                       UNO_QUERY);
    if (!cells.is() || !document.is()) return {};
    std::vector<std::string_view> commands;
    if (is_on_lead(document, cells)) commands = {"handOff", "accept", "reject"};
    if (calls_ours(first_cell(cells)->getFormula())) commands.push_back("help");
    return commands;
}

Reference<css::beans::XPropertySet> new_entry(const Reference<css::lang::XMultiServiceFactory>& menu,
                                              std::string_view kind) {
    return {menu->createInstance(to_uno(kind)), UNO_QUERY_THROW};
}

void append(const Reference<css::container::XIndexContainer>& menu,
            const Reference<css::beans::XPropertySet>& entry) {
    menu->insertByIndex(menu->getCount(), css::uno::Any(entry));
}

/// A submenu at the end, behind a line.
void add_submenu(const Reference<css::container::XIndexContainer>& menu,
                 const std::vector<std::string_view>& commands) {
    const Reference<css::lang::XMultiServiceFactory> factory(menu, UNO_QUERY_THROW);
    const Reference<css::container::XIndexContainer> submenu(
        factory->createInstance("com.sun.star.ui.ActionTriggerContainer"), UNO_QUERY_THROW);
    for (const std::string_view id : commands) {
        const commands::Command* command = commands::find(id);
        if (command == nullptr) continue;
        const auto entry = new_entry(factory, "com.sun.star.ui.ActionTrigger");
        entry->setPropertyValue("Text", css::uno::Any(to_uno(command->label.in(ui_language()))));
        entry->setPropertyValue("CommandURL", css::uno::Any(to_uno(commands::url(*command))));
        append(submenu, entry);
    }
    const auto entry = new_entry(factory, "com.sun.star.ui.ActionTrigger");
    entry->setPropertyValue("Text", css::uno::Any(to_uno(Text{"Kakehashi", "架け橋"}.in(ui_language()))));
    entry->setPropertyValue("SubContainer", css::uno::Any(submenu));
    append(menu, new_entry(factory, "com.sun.star.ui.ActionTriggerSeparator"));
    append(menu, entry);
}

}  // namespace

css::ui::ContextMenuInterceptorAction CellMenu::notifyContextMenuExecute(
    const css::ui::ContextMenuExecuteEvent& event) {
    return guarded(
        service,
        [&] {
            const auto commands = commands_for(event.Selection);
            if (commands.empty()) return css::ui::ContextMenuInterceptorAction_IGNORED;
            add_submenu(event.ActionTriggerContainer, commands);
            return css::ui::ContextMenuInterceptorAction_CONTINUE_MODIFIED;
        },
        [](const CellError&) { return css::ui::ContextMenuInterceptorAction_IGNORED; });
}

}  // namespace kakehashi::addin
