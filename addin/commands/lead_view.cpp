#include "addin/commands/lead_view.hpp"

#include <set>

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/util/Date.hpp>
#include <fmt/format.h>

#include "addin/commands/selected_leads.hpp"
#include "addin/commands/team_workbook.hpp"
#include "addin/environment.hpp"
#include "addin/workbook.hpp"
#include "core/expression/name_list.hpp"

namespace kakehashi::addin {
namespace {

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
    const SelectedLeads selected =
        selected_leads(session.document(), session.model()->getCurrentSelection(), list);
    std::vector<std::size_t> rows = rows_of(selected, leads);
    if (!rows.empty()) return rows;
    return not_available(
        {"Select the rows of the leads in the lead list first, or their hand-off cards, or name "
         "their ids.",
         "先にリード一覧の行か引き渡しカードを選択するか、番号を指定してください。"});
}

}  // namespace kakehashi::addin
