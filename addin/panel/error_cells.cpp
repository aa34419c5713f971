#include "addin/panel/error_cells.hpp"

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/FormulaResult.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/text/XTextRange.hpp>

#include "addin/environment.hpp"
#include "addin/messages.hpp"
#include "core/functions/catalogue.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

// A sheet full of errors of others must not hold up the panel.
constexpr std::size_t most_read = 1000;

/// The name of the first of our functions in the formula; empty if there is none.
std::string_view own_function(std::string_view formula) {
    for (const Function& function : catalogue()) {
        const std::size_t at = formula.find(function.name);
        if (at == std::string_view::npos) continue;
        const std::size_t end = at + function.name.size();
        if (end < formula.size() && formula[end] == '(') return function.name;
    }
    return {};
}

/// The latest message of that function with that error.
std::string reason_of(std::string_view function, const std::string& shown_error, Language language) {
    Messages& messages = Messages::instance();
    for (std::size_t i = 0; i < messages.size(); ++i) {
        const Message message = messages.at(i);
        if (message.function == function && shown(message.error.code) == shown_error)
            return message.error.message.in(language);
    }
    return {};
}

struct Search {
    std::size_t most;
    Language language;
    std::size_t left;
    ErrorCells found;

    bool over() const { return found.more || left == 0; }
    void look_at(const Reference<css::table::XCell>& cell);
    void look_at(const Range& range);
};

void Search::look_at(const Reference<css::table::XCell>& cell) {
    --left;
    // Not `getFormula`, which calls our functions by the name of their service.
    OUString written;
    Reference<css::beans::XPropertySet>(cell, UNO_QUERY_THROW)->getPropertyValue("FormulaLocal") >>= written;
    const std::string formula = to_utf8(written);
    const std::string_view function = own_function(formula);
    if (function.empty()) return;
    found.more = found.cells.size() == most;
    if (found.more) return;
    const Range at(cell, UNO_QUERY_THROW);
    const std::string text = to_utf8(Reference<css::text::XTextRange>(cell, UNO_QUERY_THROW)->getString());
    found.cells.push_back(
        {address_text(at), link_to(at), formula, text, reason_of(function, text, language)});
}

void Search::look_at(const Range& range) {
    const css::table::CellRangeAddress area = address_of(range);
    for (sal_Int32 row = 0; row <= area.EndRow - area.StartRow; ++row)
        for (sal_Int32 column = 0; column <= area.EndColumn - area.StartColumn; ++column) {
            if (over()) return;
            look_at(range->getCellByPosition(column, row));
        }
}

}  // namespace

std::string link_to(const Range& range) {
    OUString name;
    Reference<css::beans::XPropertySet>(range, UNO_QUERY_THROW)->getPropertyValue(to_uno("AbsoluteName")) >>=
        name;
    return to_utf8(name);
}

ErrorCells error_cells(const SpreadsheetDocument& document, std::size_t most, Language language) {
    Search search{most, language, most_read, {}};
    const Reference<css::container::XIndexAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
    for (sal_Int32 i = 0; i < sheets->getCount() && !search.over(); ++i) {
        const Reference<css::sheet::XCellRangesQuery> sheet(sheets->getByIndex(i), UNO_QUERY_THROW);
        const Reference<css::container::XIndexAccess> ranges(
            sheet->queryFormulaCells(css::sheet::FormulaResult::ERROR), UNO_QUERY_THROW);
        for (sal_Int32 r = 0; r < ranges->getCount() && !search.over(); ++r)
            search.look_at(Range(ranges->getByIndex(r), UNO_QUERY_THROW));
    }
    return std::move(search.found);
}

std::vector<std::string> about_lines(Language) {
    OUString office;
    configured("/org.openoffice.Setup/Product", "ooSetupVersionAboutBox") >>= office;
    return {"Kakehashi " KAKEHASHI_VERSION, "LibreOffice " + to_utf8(office)};
}

}  // namespace kakehashi::addin
