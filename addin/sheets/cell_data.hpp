// One cell as data: a text stays a text, whatever its first letter.
#pragma once

#include <com/sun/star/sheet/XCellRangeData.hpp>
#include <com/sun/star/text/XText.hpp>

#include "addin/handle_cells.hpp"

namespace kakehashi::addin {

inline css::uno::Any cell_data(const Range& cell) {
    const auto data =
        css::uno::Reference<css::sheet::XCellRangeData>(cell, css::uno::UNO_QUERY_THROW)->getDataArray();
    return data.getConstArray()[0].getConstArray()[0];
}

/// A number or a text; anything else blanks the cell.
inline void put_cell_data(const css::uno::Reference<css::table::XCell>& cell, const css::uno::Any& value) {
    double number = 0;
    OUString text;
    if (value >>= number) return cell->setValue(number);
    value >>= text;
    css::uno::Reference<css::text::XText>(cell, css::uno::UNO_QUERY_THROW)->setString(text);
}

/// Nothing is written where the cell says it already.
inline void set_cell_data(const Range& cell, const css::uno::Any& value) {
    if (cell_data(cell) != value) put_cell_data(cell->getCellByPosition(0, 0), value);
}

}  // namespace kakehashi::addin
