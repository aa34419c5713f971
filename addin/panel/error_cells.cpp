#include "addin/panel/error_cells.hpp"

#include <algorithm>
#include <chrono>

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/sheet/FormulaResult.hpp>
#include <com/sun/star/sheet/XCellRangesQuery.hpp>
#include <com/sun/star/sheet/XSheetCellRanges.hpp>
#include <com/sun/star/text/XTextRange.hpp>

#include "addin/environment.hpp"
#include "addin/panel/error_reason.hpp"
#include "core/help/pages.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

// A sheet full of errors of others must not hold up the panel.
constexpr std::size_t most_looked_at = 1000;

}  // namespace

ErrorSearch::ErrorSearch(const SpreadsheetDocument& document, std::size_t most, Language language)
    : document_(document), walk_(document), most_(most), language_(language), left_(most_looked_at) {}

bool ErrorSearch::next() {
    if (over() || walk_.over()) return false;
    const Range piece = walk_.take(at_once_);
    if (!piece.is()) return !walk_.over();
    const auto ranges = errors_in(piece);
    for (sal_Int32 i = 0; i < ranges->getCount() && !over(); ++i)
        look_at(Range(ranges->getByIndex(i), UNO_QUERY_THROW));
    return true;
}

/// Formulas may be quick or slow to calculate: how many are asked for at once follows from how long the last
/// ones took.
Reference<css::container::XIndexAccess> ErrorSearch::errors_in(const Range& piece) {
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds moment{2};
    constexpr sal_Int32 most_rows = 4096;
    const auto begin = Clock::now();
    const Reference<css::sheet::XCellRangesQuery> range(piece, UNO_QUERY_THROW);
    Reference<css::container::XIndexAccess> errors(range->queryFormulaCells(css::sheet::FormulaResult::ERROR),
                                                   UNO_QUERY_THROW);
    at_once_ = Clock::now() - begin > moment ? 1 : std::min(at_once_ * 2, most_rows);
    return errors;
}

void ErrorSearch::look_at(const Range& range) {
    const css::table::CellRangeAddress area = address_of(range);
    for (sal_Int32 row = 0; row <= area.EndRow - area.StartRow; ++row)
        for (sal_Int32 column = 0; column <= area.EndColumn - area.StartColumn; ++column) {
            if (over()) return;
            look_at(range->getCellByPosition(column, row));
        }
}

void ErrorSearch::look_at(const Reference<css::table::XCell>& cell) {
    --left_;
    // Not `getFormula`, which calls our functions by the name of their service.
    OUString written;
    Reference<css::beans::XPropertySet>(cell, UNO_QUERY_THROW)->getPropertyValue("FormulaLocal") >>= written;
    const std::string formula = to_utf8(written);
    if (help::function_in(formula) == nullptr) return;
    more_ = found_.size() == most_;
    if (more_) return;
    const Range at(cell, UNO_QUERY_THROW);
    const std::string text = to_utf8(Reference<css::text::XTextRange>(cell, UNO_QUERY_THROW)->getString());
    found_.push_back(
        {address_text(at), link_to(at), formula, text, error_reason(document_, at).in(language_)});
}

std::string link_to(const Range& range) {
    OUString name;
    Reference<css::beans::XPropertySet>(range, UNO_QUERY_THROW)->getPropertyValue(to_uno("AbsoluteName")) >>=
        name;
    return to_utf8(name);
}

}  // namespace kakehashi::addin
