// Short words for what sheets are asked all the time.
#pragma once

#include <string_view>

#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XIndexAccess.hpp>
#include <com/sun/star/sheet/XSpreadsheet.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>

#include "addin/handle_cells.hpp"
#include "addin/uno.hpp"
#include "core/sheet/plan.hpp"

namespace kakehashi::addin {

using Spreadsheet = css::uno::Reference<css::sheet::XSpreadsheet>;
using Properties = css::uno::Reference<css::beans::XPropertySet>;

constexpr sal_Int32 last_row = 1'048'575;

template <class Value>
void set(const css::uno::Reference<css::uno::XInterface>& object, std::string_view property,
         const Value& value) {
    Properties(object, css::uno::UNO_QUERY_THROW)->setPropertyValue(to_uno(property), css::uno::Any(value));
}

/// `Value()` if the property holds something else.
template <class Value>
Value get(const css::uno::Reference<css::uno::XInterface>& object, std::string_view property) {
    Value value{};
    Properties(object, css::uno::UNO_QUERY_THROW)->getPropertyValue(to_uno(property)) >>= value;
    return value;
}

inline Range cells_at(const Spreadsheet& sheet, sal_Int32 column, sal_Int32 row, sal_Int32 columns = 1,
                      sal_Int32 rows = 1) {
    return sheet->getCellRangeByPosition(column, row, column + columns - 1, row + rows - 1);
}

inline css::uno::Reference<css::table::XCell> cell_at(const Spreadsheet& sheet,
                                                      const sheet::Position& place) {
    return sheet->getCellByPosition(place.column, place.row);
}

std::string name_of(const Spreadsheet& sheet);
sal_Int16 index_of(const Spreadsheet& sheet);
/// An object of the document: a style, a text field, cell ranges.
css::uno::Reference<css::uno::XInterface> make(const SpreadsheetDocument& document, std::string_view service);

/// Pictures, charts, drawn things.
css::uno::Reference<css::container::XIndexAccess> shapes_on(const SpreadsheetDocument& document,
                                                            const Spreadsheet& sheet);

}  // namespace kakehashi::addin
