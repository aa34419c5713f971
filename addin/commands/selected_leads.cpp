#include "addin/commands/selected_leads.hpp"

#include <algorithm>
#include <set>

#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>

#include "addin/commands/hand_off_cards.hpp"
#include "addin/range_source.hpp"

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

void add_cards(const std::vector<CardPlace>& places, const CellRangeAddress& selected, SelectedLeads& found) {
    for (const CardPlace& place : places)
        if (place.sheet == selected.Sheet && place.first_row <= selected.EndRow &&
            place.last_row >= selected.StartRow && !place.id.empty())
            found.ids.push_back(place.id);
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
