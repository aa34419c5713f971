#include "addin/panel/desk.hpp"

#include <algorithm>

#include <com/sun/star/view/XSelectionSupplier.hpp>
#include <fmt/format.h>

#include "addin/commands/team_workbook.hpp"
#include "addin/workbook.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;

ArgumentKind kind_of(sheet::Part part) {
    if (part == sheet::Part::goals) return ArgumentKind::goals;
    return part == sheet::Part::playbook ? ArgumentKind::playbook : ArgumentKind::leads;
}

}  // namespace

bool Desk::is_named(sheet::Part part) const {
    return named_cells(document, sheet::names_of(part).handle).is();
}

Result<void> Desk::find(sheet::Part part) {
    const auto found = handle_cell(document, part, search ? search->found() : std::vector<Range>());
    if (!found) return error_of(found);
    handles[part] = *found;
    return {};
}

Result<Object> Desk::object(sheet::Part part) const {
    const auto handle = handles.find(part);
    if (handle == handles.end()) return no_object(part);
    std::optional<Object> found;
    const auto error = Workbook::of(Model(document, UNO_QUERY))
                           ->look(kind_of(part), handle->second, [&](const Argument& argument) {
                               if (const auto* object = std::get_if<Object>(&argument)) found = *object;
                           });
    if (error) return tl::unexpected(*error);
    return found ? Result<Object>(*found) : no_object(part);
}

Result<Object> Desk::no_object(sheet::Part part) const {
    const std::string_view name = sheet::names_of(part).handle;
    return not_available({fmt::format("The cell {} holds no handle.", name),
                          fmt::format("{} のセルにハンドルがありません。", name)});
}

Range Desk::table(sheet::Part part) const {
    const auto handle = handles.find(part);
    return handle == handles.end() ? Range{} : data_behind(document, part, handle->second);
}

Range Desk::lead_rows(std::size_t leads) const {
    const Range data = table(sheet::Part::leads);
    if (!data.is()) return {};
    const css::table::CellRangeAddress at = address_of(data);
    const auto last = std::min<sal_Int32>(at.EndRow - at.StartRow, static_cast<sal_Int32>(leads));
    return data->getCellRangeByPosition(0, 0, at.EndColumn - at.StartColumn, last);
}

SelectedLeads Desk::selected_leads(std::size_t window) const {
    const Reference<css::view::XSelectionSupplier> supplier(windows[window], UNO_QUERY);
    if (!supplier.is()) return {};
    const Reference<css::uno::XInterface> selection(supplier->getSelection(), UNO_QUERY);
    return addin::selected_leads(document, selection, table(sheet::Part::leads));
}

}  // namespace kakehashi::addin
