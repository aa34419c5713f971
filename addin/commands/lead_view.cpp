#include "addin/commands/lead_view.hpp"

#include <set>

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSheetCellRangeContainer.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/util/Date.hpp>
#include <fmt/format.h>

#include "addin/commands/team_workbook.hpp"
#include "addin/environment.hpp"
#include "addin/workbook.hpp"
#include "core/expression/name_list.hpp"

namespace kakehashi::addin {
namespace {

using css::table::CellRangeAddress;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

ReadingLocale locale_of(const SpreadsheetDocument& document) {
    const Model properties(document, UNO_QUERY_THROW);
    css::lang::Locale locale;
    properties->getPropertyValue("CharLocale") >>= locale;
    ReadingLocale result = reading_locale(locale);
    css::util::Date null_date;
    if (properties->getPropertyValue("NullDate") >>= null_date) result.null_date = days_after_1899(null_date);
    return result;
}

std::vector<CellRangeAddress> selected_ranges(const Session& session) {
    const Reference<css::uno::XInterface> selection(session.model()->getCurrentSelection(), UNO_QUERY);
    if (const Reference<css::sheet::XSheetCellRanges> several(selection, UNO_QUERY); several.is()) {
        const auto addresses = several->getRangeAddresses();
        return {addresses.begin(), addresses.end()};
    }
    if (const Reference<css::sheet::XCellRangeAddressable> one(selection, UNO_QUERY); one.is())
        return {one->getRangeAddress()};
    return {};
}

Result<std::vector<std::size_t>> rows_of_ids(const std::string& ids, const Leads& leads) {
    std::set<std::size_t> rows;
    for (const std::string& id : read_name_list(ids)) {
        const auto row = leads.row_of(id);
        if (!row) return error_of(row);
        rows.insert(*row);
    }
    if (rows.empty())
        return illegal_argument({"The argument ids names no lead.", "引数 ids にリードがありません。"});
    return std::vector<std::size_t>(rows.begin(), rows.end());
}

}  // namespace

Result<void> with_leads(const SpreadsheetDocument& document,
                        const std::function<Result<void>(const SharedLeads&)>& use) {
    const auto cell = handle_cell(document, sheet::Part::leads);
    if (!cell) return error_of(cell);
    Result<void> result;
    const auto wrong =
        Workbook::of(Model(document, UNO_QUERY_THROW))
            ->look(ArgumentKind::leads, *cell, [&](const Argument& argument) {
                const Object* object = std::get_if<Object>(&argument);
                const SharedLeads* leads = object != nullptr ? std::get_if<SharedLeads>(object) : nullptr;
                if (leads != nullptr)
                    result = use(*leads);
                else
                    result = not_available({"The cell KakehashiLeads holds no LEAD.TABLE.",
                                            "KakehashiLeads のセルに LEAD.TABLE がありません。"});
            });
    if (wrong) return tl::unexpected(*wrong);
    return result;
}

std::shared_ptr<const Table> table_of_part(const SpreadsheetDocument& document, sheet::Part part) {
    const Range range = data_if_any(document, part);
    if (!range.is()) return nullptr;
    return std::make_shared<const Table>(range_source(range, locale_of(document)));
}

Result<std::vector<std::size_t>> chosen_rows(const Session& session, const Leads& leads, const Range& list) {
    if (const auto ids = session.argument("ids"); ids && !ids->empty()) return rows_of_ids(*ids, leads);
    const CellRangeAddress at = address_of(list);
    std::set<std::size_t> rows;
    for (const CellRangeAddress& selected : selected_ranges(session)) {
        if (selected.Sheet != at.Sheet) continue;
        const sal_Int32 first = std::max(selected.StartRow, at.StartRow + 1);
        const sal_Int32 last =
            std::min<sal_Int32>(selected.EndRow, at.StartRow + static_cast<sal_Int32>(leads.rows()));
        for (sal_Int32 row = first; row <= last; ++row) {
            const auto lead = static_cast<std::size_t>(row - at.StartRow - 1);
            if (leads.present().test(lead)) rows.insert(lead);
        }
    }
    if (!rows.empty()) return std::vector<std::size_t>(rows.begin(), rows.end());
    return not_available({"Select the rows of the leads in the lead list first, or name their ids.",
                          "先にリードの一覧で行を選択するか、番号を指定してください。"});
}

}  // namespace kakehashi::addin
