#include "addin/commands/team_workbook.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/XCellRangeReferrer.hpp>
#include <com/sun/star/sheet/XNamedRange.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <fmt/format.h>

#include "addin/commands/protection.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

/// The function whose handle a part has.
std::string_view function_of(sheet::Part part) {
    switch (part) {
        case sheet::Part::leads:
            return "LEAD.TABLE";
        case sheet::Part::playbook:
            return "PLAYBOOK.READ";
        case sheet::Part::goals:
            return "GOAL.TABLE";
        case sheet::Part::stage_log:
            return "LEAD.HISTORY";
        default:
            return "";
    }
}

std::vector<Range> cells_calling(const SpreadsheetDocument& document, std::string_view function,
                                 const std::vector<Range>& handles) {
    std::vector<Range> found;
    for (const Range& cell : handles) {
        const auto call = handle_call(document, cell);
        if (call && call->function->name == function) found.push_back(cell);
    }
    return found;
}

std::string list_of(const std::vector<Range>& cells) {
    constexpr std::size_t most = 5;
    std::string text;
    for (std::size_t i = 0; i < std::min(cells.size(), most); ++i)
        text += (i == 0 ? "" : ", ") + address_text(cells[i]);
    return cells.size() > most ? text + ", …" : text;
}

tl::unexpected<CellError> no_handle(const sheet::PartNames& names) {
    const std::string_view function = function_of(names.part);
    return not_available(
        {fmt::format("This workbook has no cell with {}(…). Make a team workbook (Kakehashi ▸ New Team "
                     "Workbook), or put ={}(…) over your table into a cell.",
                     function, function),
         fmt::format("このブックには {}(…) のセルがありません。チームブックを作る（［架け橋］▸"
                     "［新しいチームブック］）か、表を指す ={}(…) をセルに入力してください。",
                     function, function)});
}

tl::unexpected<CellError> several_handles(const sheet::PartNames& names, const std::vector<Range>& cells) {
    const std::string_view function = function_of(names.part);
    return not_available(
        {fmt::format("This workbook has {} cells with {}(…): {}. Give the one that counts the name {} (Sheet "
                     "> Named Ranges and Expressions > Define).",
                     cells.size(), function, list_of(cells), names.handle),
         fmt::format(
             "このブックには {} のセルが {} 個あります（{}）。使うセルに {} という名前を付けてください"
             "（［シート］＞［名前付き範囲と式］＞［定義］）。",
             function, cells.size(), list_of(cells), names.handle)});
}

/// `leads` of LEAD.TABLE(leads; …); null if the cell is none of these.
Range first_argument(const SpreadsheetDocument& document, const Range& handle) {
    const auto call = handle_call(document, handle);
    if (!call || call->arguments.empty()) return {};
    const Range* range = std::get_if<Range>(&call->arguments.front());
    return range == nullptr ? Range{} : *range;
}

Reference<css::container::XNameAccess> sheets_of(const SpreadsheetDocument& document) {
    return {document->getSheets(), UNO_QUERY_THROW};
}

Range sheet_named(const SpreadsheetDocument& document, const std::string& name) {
    const auto sheets = sheets_of(document);
    return sheets->hasByName(to_uno(name)) ? Range(sheets->getByName(to_uno(name)), UNO_QUERY) : Range{};
}

Range sheet_around(const Range& range) {
    if (!range.is()) return {};
    return {Reference<css::sheet::XSheetCellRange>(range, UNO_QUERY_THROW)->getSpreadsheet(), UNO_QUERY};
}

}  // namespace

Range named_cells(const SpreadsheetDocument& document, std::string_view name) {
    if (name.empty()) return {};
    const Reference<css::beans::XPropertySet> properties(document, UNO_QUERY_THROW);
    const Reference<css::container::XNameAccess> all(properties->getPropertyValue("NamedRanges"),
                                                     UNO_QUERY_THROW);
    if (!all->hasByName(to_uno(name))) return {};
    const Reference<css::sheet::XNamedRange> named(all->getByName(to_uno(name)), UNO_QUERY_THROW);
    if (named->getContent().indexOf("#REF!") >= 0) return {};  // its cells were deleted
    const Reference<css::sheet::XCellRangeReferrer> referrer(named, UNO_QUERY);
    return referrer.is() ? referrer->getReferredCells() : Range{};
}

Result<Range> handle_cell(const SpreadsheetDocument& document, sheet::Part part) {
    if (Range named = named_cells(document, sheet::names_of(part).handle); named.is()) return named;
    return handle_cell(document, part, find_handle_cells(document));
}

Result<Range> handle_cell(const SpreadsheetDocument& document, sheet::Part part,
                          const std::vector<Range>& found) {
    const sheet::PartNames& names = sheet::names_of(part);
    if (Range named = named_cells(document, names.handle); named.is()) return named;
    const std::vector<Range> cells = cells_calling(document, function_of(part), found);
    if (cells.empty()) return no_handle(names);
    if (cells.size() > 1) return several_handles(names, cells);
    return cells.front();
}

Range handle_cell_if_any(const SpreadsheetDocument& document, sheet::Part part) {
    const auto found = handle_cell(document, part);
    return found ? *found : Range{};
}

Result<Range> data_of(const SpreadsheetDocument& document, sheet::Part part) {
    const sheet::PartNames& names = sheet::names_of(part);
    if (Range named = named_cells(document, names.data); named.is()) return named;
    if (function_of(part).empty())
        return not_available({fmt::format("This workbook has no table “{}”: no range is called {}.",
                                          names.sheet.en, names.data),
                              fmt::format("このブックに表「{}」がありません（名前 {} の範囲がありません）。",
                                          names.sheet.ja, names.data)});
    const auto handle = handle_cell(document, part);
    if (!handle) return error_of(handle);
    Range data = first_argument(document, *handle);
    if (data.is()) return data;
    return not_available(
        {fmt::format("The formula in {} refers to no range of this workbook.", address_text(*handle)),
         fmt::format("{} の数式は、このブックの範囲を参照していません。", address_text(*handle))});
}

Range data_behind(const SpreadsheetDocument& document, sheet::Part part, const Range& handle) {
    Range named = named_cells(document, sheet::names_of(part).data);
    return named.is() ? named : first_argument(document, handle);
}

Range data_if_any(const SpreadsheetDocument& document, sheet::Part part) {
    const auto found = data_of(document, part);
    return found ? *found : Range{};
}

Range sheet_of_part(const SpreadsheetDocument& document, sheet::Part part) {
    const sheet::PartNames& names = sheet::names_of(part);
    for (const std::string_view name : {names.data, names.handle})
        if (const Range sheet = sheet_around(named_cells(document, name)); sheet.is()) return sheet;
    for (const std::string* name : {&names.sheet.en, &names.sheet.ja})
        if (Range sheet = sheet_named(document, *name); sheet.is()) return sheet;
    return {};
}

std::optional<Language> language_of(const SpreadsheetDocument& document) {
    if (const Range cell = named_cells(document, "KakehashiLanguage"); cell.is()) {
        const std::string text = text_of(cell->getCellRangeByPosition(0, 0, 0, 0));
        return text.starts_with("ja") || text.starts_with("日本") ? Language::japanese : Language::english;
    }
    // A sheet of its own may be called Leads in any workbook: only named parts count.
    for (const sheet::PartNames& names : sheet::parts()) {
        const Range data = named_cells(document, names.data);
        if (data.is() && sheet_name(data) == names.sheet.ja) return Language::japanese;
        if (data.is() && sheet_name(data) == names.sheet.en) return Language::english;
    }
    return std::nullopt;
}

}  // namespace kakehashi::addin
