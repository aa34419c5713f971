#include "addin/commands/selected_leads.hpp"

#include <algorithm>
#include <set>

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>

#include "addin/commands/team_workbook.hpp"
#include "addin/range_source.hpp"
#include "core/handoff/card_sheet.hpp"

namespace kakehashi::addin {
namespace {

using css::table::CellRangeAddress;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

std::vector<CellRangeAddress> ranges_of(const Reference<css::uno::XInterface>& selection) {
    if (const Reference<css::sheet::XSheetCellRanges> several(selection, UNO_QUERY); several.is()) {
        const auto addresses = several->getRangeAddresses();
        return {addresses.begin(), addresses.end()};
    }
    if (const Reference<css::sheet::XCellRangeAddressable> one(selection, UNO_QUERY); one.is())
        return {one->getRangeAddress()};
    return {};
}

/// Where a card begins, and whose it is.
struct CardPlace {
    sal_Int16 sheet;
    sal_Int32 row;
    std::string id;
};

/// In the order of the sheet.
std::vector<CardPlace> card_places(const SpreadsheetDocument& document) {
    std::vector<CardPlace> places;
    const Reference<css::beans::XPropertySet> properties(document, UNO_QUERY_THROW);
    const Reference<css::container::XNameAccess> names(properties->getPropertyValue("NamedRanges"),
                                                       UNO_QUERY_THROW);
    for (std::size_t card = 0; names->hasByName(to_uno(handoff::id_name(card))); ++card) {
        const Range cell = named_cells(document, handoff::id_name(card));
        if (!cell.is()) continue;  // people may delete cards
        const CellRangeAddress at = address_of(cell);
        // The id stands in the first or the second row of its card.
        places.push_back({at.Sheet, std::max<sal_Int32>(at.StartRow - 1, 0), text_of(cell)});
    }
    std::ranges::sort(places, {}, &CardPlace::row);
    return places;
}

void add_cards(const std::vector<CardPlace>& places, const CellRangeAddress& selected, SelectedLeads& found) {
    for (std::size_t i = 0; i < places.size(); ++i) {
        const bool ends = i + 1 < places.size() && places[i + 1].row <= selected.StartRow;
        if (places[i].sheet != selected.Sheet || places[i].row > selected.EndRow || ends) continue;
        if (!places[i].id.empty()) found.ids.push_back(places[i].id);
    }
}

}  // namespace

SelectedLeads selected_leads(const SpreadsheetDocument& document,
                             const Reference<css::uno::XInterface>& selection, const Range& list) {
    SelectedLeads found;
    if (!list.is()) return found;
    const CellRangeAddress at = address_of(list);
    std::vector<CellRangeAddress> elsewhere;
    for (const CellRangeAddress& selected : ranges_of(selection)) {
        if (selected.Sheet != at.Sheet) {
            elsewhere.push_back(selected);
            continue;
        }
        const sal_Int32 first = std::max(selected.StartRow, at.StartRow + 1);
        const sal_Int32 last = std::min(selected.EndRow, at.EndRow);
        if (first > last) continue;
        found.rows.push_back({static_cast<std::size_t>(first - at.StartRow - 1),
                              static_cast<std::size_t>(last - at.StartRow - 1)});
    }
    if (elsewhere.empty()) return found;
    const std::vector<CardPlace> cards = card_places(document);
    for (const CellRangeAddress& selected : elsewhere) add_cards(cards, selected, found);
    return found;
}

std::vector<std::size_t> rows_of(const SelectedLeads& selected, const Leads& leads) {
    std::set<std::size_t> rows;
    for (const SelectedLeads::Rows& range : selected.rows)
        for (std::size_t row = range.first; row <= range.last && row < leads.rows(); ++row)
            if (leads.present().test(row)) rows.insert(row);
    for (const std::string& id : selected.ids)
        if (const auto row = leads.row_of(id)) rows.insert(*row);
    return {rows.begin(), rows.end()};
}

}  // namespace kakehashi::addin
