#include "addin/handle_cells.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNameAccess.hpp>
#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/sheet/XCellRangeFormula.hpp>
#include <com/sun/star/sheet/XCellRangeReferrer.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellRange.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>

#include "addin/formula_text.hpp"
#include "addin/handle_search.hpp"
#include "core/functions/catalogue.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Reference;
using css::uno::Sequence;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

constexpr std::array<std::string_view, 5> handle_functions = {"PLAYBOOK.READ", "LEAD.TABLE", "LEAD.HISTORY",
                                                              "GOAL.TABLE", "FUNNEL.TOUCHES"};
constexpr std::string_view prefix = "ORG.KAKEHASHI.FUNCTIONS.";
constexpr int most_steps = 8;

std::string upper(std::string text) {
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

const Function* function_of(std::string_view name) {
    if (!name.starts_with(prefix)) return nullptr;
    const std::string_view method = name.substr(prefix.size());
    for (const std::string_view display : handle_functions) {
        const Function* function = find_function(display);
        if (function != nullptr && upper(function->method()) == method) return function;
    }
    return nullptr;
}

Range named_range(const SpreadsheetDocument& document, const char* collection, const OUString& name) {
    const Reference<css::beans::XPropertySet> properties(document, UNO_QUERY_THROW);
    Reference<css::container::XNameAccess> all(
        properties->getPropertyValue(OUString::createFromAscii(collection)), UNO_QUERY);
    if (!all.is() || !all->hasByName(name)) return {};
    const Reference<css::sheet::XCellRangeReferrer> referrer(all->getByName(name), UNO_QUERY);
    return referrer.is() ? referrer->getReferredCells() : Range{};
}

/// `$'Q1''s leads'.$A$1:$C$9` as (Q1's leads, $A$1:$C$9); nothing if no sheet is named.
std::optional<std::pair<std::string, std::string>> sheet_and_address(std::string_view expression) {
    if (expression.starts_with('$')) expression.remove_prefix(1);
    std::string sheet;
    std::size_t at = 0;
    if (expression.starts_with('\'')) {
        for (at = 1; at < expression.size(); ++at) {
            if (expression[at] == '\'' && (++at == expression.size() || expression[at] != '\'')) break;
            sheet += expression[at];
        }
    } else {
        at = std::min(expression.find('.'), expression.size());
        sheet = expression.substr(0, at);
    }
    if (at >= expression.size() || expression[at] != '.') return std::nullopt;
    return std::pair(sheet, std::string(expression.substr(at + 1)));
}

Range range_on(const Reference<css::uno::XInterface>& sheet, const std::string& address) {
    try {
        return Range(sheet, UNO_QUERY_THROW)->getCellRangeByName(to_uno(address));
    } catch (const css::uno::Exception&) {
        return {};  // no address
    }
}

std::optional<RawArgument> raw_argument(const SpreadsheetDocument& document, const Range& home,
                                        const Parameter& parameter, std::string_view expression) {
    const bool reference = is_reference(parameter.kind) && !parameter.optional;
    if (expression.empty()) return reference ? RawArgument(Range{}) : RawArgument(Any{});
    const Range range = range_of(document, home, expression);
    if (reference) return range.is() ? std::optional<RawArgument>(range) : std::nullopt;
    if (range.is()) return value_of(range);
    if (const auto text = text_literal(expression)) return Any(to_uno(*text));
    if (const auto number = number_literal(expression)) return Any(*number);
    return std::nullopt;
}

std::optional<HandleCall> call_of(const SpreadsheetDocument& document, const Range& cell,
                                  const FormulaCall& call) {
    HandleCall result;
    result.function = function_of(call.name);
    if (result.function == nullptr) return std::nullopt;
    const std::vector<Parameter>& parameters = result.function->parameters;
    if (call.arguments.size() > parameters.size()) return std::nullopt;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const std::string_view expression =
            i < call.arguments.size() ? std::string_view(call.arguments[i]) : "";
        auto argument = raw_argument(document, cell, parameters[i], expression);
        if (!argument) return std::nullopt;
        result.arguments.push_back(std::move(*argument));
    }
    return result;
}

bool calls_handle_function(const OUString& formula) {
    const std::string text = upper(to_utf8(formula));
    return std::ranges::any_of(handle_functions, [&](std::string_view display) {
        const Function* function = find_function(display);
        return function != nullptr &&
               text.find(std::string(prefix) + upper(function->method())) != std::string::npos;
    });
}

void add_handle_cells(const Range& range, std::vector<Range>& found) {
    const auto rows = Reference<css::sheet::XCellRangeFormula>(range, UNO_QUERY_THROW)->getFormulaArray();
    for (sal_Int32 r = 0; r < rows.getLength(); ++r)
        for (sal_Int32 c = 0; c < rows[r].getLength(); ++c)
            if (calls_handle_function(rows[r][c])) found.push_back(range->getCellRangeByPosition(c, r, c, r));
}

}  // namespace

Range range_of(const SpreadsheetDocument& document, const Range& home, std::string_view expression) {
    if (expression.empty()) return {};
    if (const auto parts = sheet_and_address(expression)) {
        const Reference<css::container::XNameAccess> sheets(document->getSheets(), UNO_QUERY_THROW);
        const OUString name = to_uno(parts->first);
        if (!sheets->hasByName(name)) return {};
        return range_on(Reference<css::uno::XInterface>(sheets->getByName(name), UNO_QUERY), parts->second);
    }
    const Reference<css::sheet::XSheetCellRange> on_sheet(home, UNO_QUERY_THROW);
    if (const Range found = range_on(on_sheet->getSpreadsheet(), std::string(expression)); found.is())
        return found;
    for (const char* collection : {"NamedRanges", "DatabaseRanges"})
        if (const Range found = named_range(document, collection, to_uno(expression)); found.is())
            return found;
    return {};
}

Any value_of(const Range& range) {
    const auto rows = Reference<css::sheet::XCellRangeData>(range, UNO_QUERY_THROW)->getDataArray();
    if (is_single_cell(range)) return rows[0][0];
    return Any(rows);
}

bool makes_handles(const Function& function) {
    return std::ranges::find(handle_functions, function.name) != handle_functions.end();
}

Reference<css::table::XCell> first_cell(const Range& range) {
    return range->getCellByPosition(0, 0);
}

bool is_single_cell(const Range& range) {
    const auto address = address_of(range);
    return address.StartColumn == address.EndColumn && address.StartRow == address.EndRow;
}

bool is_formula(const Range& cell) {
    return first_cell(cell)->getType() == css::table::CellContentType_FORMULA;
}

std::string text_of(const Range& cell) {
    OUString text;
    value_of(cell) >>= text;
    return to_utf8(text);
}

std::optional<HandleCall> handle_call(const SpreadsheetDocument& document, const Range& cell) {
    Range here = cell;
    for (int step = 0; step < most_steps; ++step) {
        if (!here.is() || !is_single_cell(here) || !is_formula(here)) return std::nullopt;
        const std::string formula = to_utf8(first_cell(here)->getFormula());
        if (const auto call = parse_call(formula)) return call_of(document, here, *call);
        here = range_of(document, here, formula_body(formula));
    }
    return std::nullopt;
}

bool HandleSearch::next() {
    constexpr sal_Int32 most_cells = 2000;
    if (walk_.over()) return false;
    const Range piece = walk_.take(std::max<sal_Int32>(most_cells / walk_.columns(), 1));
    if (piece.is()) add_handle_cells(piece, found_);
    return !walk_.over();
}

std::vector<Range> find_handle_cells(const SpreadsheetDocument& document) {
    HandleSearch search(document);
    while (search.next()) {
    }
    return search.found();
}

}  // namespace kakehashi::addin
