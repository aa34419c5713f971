#include "addin/commands/hand_off_cards.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/sheet/XSpreadsheets.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>
#include <fmt/format.h>

#include "addin/commands/protection.hpp"
#include "addin/commands/team_workbook.hpp"
#include "addin/range_source.hpp"
#include "addin/sheets/cell_data.hpp"
#include "core/handoff/card_answer.hpp"
#include "core/handoff/card_sheet.hpp"
#include "core/table/reading.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY_THROW;

constexpr sal_Int32 columns = 4;
constexpr sal_Int32 most_rows = 200;  // of one card

Range cells_of(const SpreadsheetDocument& document, const CardPlace& place) {
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    const Range sheet(sheets->getByIndex(place.sheet), UNO_QUERY_THROW);
    return sheet->getCellRangeByPosition(0, place.id_row, columns - 1,
                                         std::min(place.last_row, place.id_row + most_rows));
}

/// As formulas: what somebody works out is no text of ours.
std::vector<std::vector<std::string>> texts_of(const Range& cells) {
    const auto rows = Reference<css::sheet::XCellRangeFormula>(cells, UNO_QUERY_THROW)->getFormulaArray();
    std::vector<std::vector<std::string>> result;
    for (const auto& row : rows) {
        result.emplace_back();
        for (const OUString& text : row) result.back().push_back(to_utf8(text));
    }
    return result;
}

Text protected_text(const Range& cells) {
    const std::string name = sheet_name(cells);
    return {fmt::format(
                "The answer is recorded, but the cards still ask for it: the sheet “{}” is protected.", name),
            fmt::format(
                "回答は記録しましたが、シート「{}」が保護されているため、カードの表示は変わっていません。",
                name)};
}

}  // namespace

std::vector<CardPlace> card_places(const SpreadsheetDocument& document) {
    std::vector<CardPlace> places;
    const Reference<css::beans::XPropertySet> properties(document, UNO_QUERY_THROW);
    const Reference<css::container::XNameAccess> names(properties->getPropertyValue("NamedRanges"),
                                                       UNO_QUERY_THROW);
    for (std::size_t card = 0; names->hasByName(to_uno(handoff::id_name(card))); ++card) {
        const Range cell = named_cells(document, handoff::id_name(card));
        if (!cell.is()) continue;  // people may delete cards
        const css::table::CellRangeAddress at = address_of(cell);
        // The id stands in the first or the second row of its card.
        places.push_back({at.Sheet, std::max<sal_Int32>(at.StartRow - 1, 0), at.StartRow,
                          std::numeric_limits<sal_Int32>::max(), text_of(cell)});
    }
    std::ranges::sort(places, {},
                      [](const CardPlace& place) { return std::pair(place.sheet, place.id_row); });
    for (std::size_t i = 0; i + 1 < places.size(); ++i)
        if (places[i].sheet == places[i + 1].sheet) places[i].last_row = places[i + 1].first_row - 1;
    return places;
}

Text show_answers(const SpreadsheetDocument& document, const std::vector<handoff::CardAnswer>& answers,
                  const std::vector<std::string>& reasons) {
    Text obstacle;
    if (answers.empty()) return obstacle;
    for (const CardPlace& place : card_places(document)) {
        const auto answer =
            std::ranges::find_if(answers, [&](const auto& one) { return fold(one.id) == fold(place.id); });
        if (answer == answers.end()) continue;
        const Range cells = cells_of(document, place);
        const auto changes = handoff::answered_card(texts_of(cells), answer->text, reasons);
        if (!changes.empty() && !can_be_written(cells)) {
            obstacle = protected_text(cells);
            continue;
        }
        for (const handoff::CardChange& change : changes)
            put_cell_data(cells->getCellByPosition(static_cast<sal_Int32>(change.column),
                                                   static_cast<sal_Int32>(change.row)),
                          css::uno::Any(to_uno(change.text)));
    }
    return obstacle;
}

}  // namespace kakehashi::addin
