// One cell as data: a text stays a text, whatever its first letter.
#pragma once

#include <com/sun/star/sheet/XCellRangeData.hpp>

#include "addin/handle_cells.hpp"

namespace kakehashi::addin {

inline css::uno::Any cell_data(const Range& cell) {
    const auto data =
        css::uno::Reference<css::sheet::XCellRangeData>(cell, css::uno::UNO_QUERY_THROW)->getDataArray();
    return data.getConstArray()[0].getConstArray()[0];
}

/// Nothing is written where the cell says it already.
inline void set_cell_data(const Range& cell, const css::uno::Any& value) {
    if (cell_data(cell) == value) return;
    const css::uno::Sequence<css::uno::Any> row(&value, 1);
    css::uno::Reference<css::sheet::XCellRangeData>(cell, css::uno::UNO_QUERY_THROW)
        ->setDataArray(css::uno::Sequence<css::uno::Sequence<css::uno::Any>>(&row, 1));
}

}  // namespace kakehashi::addin
