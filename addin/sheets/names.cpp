#include "addin/sheets/names.hpp"

#include <algorithm>

#include <com/sun/star/sheet/XCellRangeAddressable.hpp>
#include <com/sun/star/sheet/XCellRangeReferrer.hpp>
#include <com/sun/star/sheet/XNamedRange.hpp>

namespace kakehashi::addin {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

namespace {

/// Of NamedRangeFlag, since LibreOffice 7.6 or so: not in the lists of names. Earlier ones ignore it.
constexpr sal_Int32 hidden = 16;

/// Calc writes `$Leads` for `$'Leads'`.
std::string without_quotes(std::string text) {
    text.erase(std::remove(text.begin(), text.end(), '\''), text.end());
    return text;
}

}  // namespace

Names::Names(const SpreadsheetDocument& document)
    : names_(get<Reference<css::sheet::XNamedRanges>>(document, "NamedRanges")) {}

std::optional<css::table::CellRangeAddress> Names::range(const std::string& name) const {
    if (!names_->hasByName(to_uno(name))) return std::nullopt;
    if (content(name).find("#REF!") != std::string::npos) return std::nullopt;  // its sheet was deleted
    const Reference<css::sheet::XCellRangeReferrer> referrer(names_->getByName(to_uno(name)), UNO_QUERY);
    if (!referrer.is()) return std::nullopt;
    const Reference<css::sheet::XCellRangeAddressable> cells(referrer->getReferredCells(), UNO_QUERY);
    if (!cells.is()) return std::nullopt;
    return cells->getRangeAddress();
}

std::string Names::content(const std::string& name) const {
    if (!names_->hasByName(to_uno(name))) return {};
    return to_utf8(
        Reference<css::sheet::XNamedRange>(names_->getByName(to_uno(name)), UNO_QUERY_THROW)->getContent());
}

void Names::set(const std::string& name, const std::string& content) {
    if (!names_->hasByName(to_uno(name))) {
        names_->addNewByName(to_uno(name), to_uno(content), {}, name.starts_with("_kh_") ? hidden : 0);
        return;
    }
    const Reference<css::sheet::XNamedRange> range(names_->getByName(to_uno(name)), UNO_QUERY_THROW);
    if (without_quotes(to_utf8(range->getContent())) != without_quotes(content))
        range->setContent(to_uno(content));
}

}  // namespace kakehashi::addin
