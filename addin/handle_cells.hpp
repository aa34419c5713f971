// Cells that hold a handle, seen through their formulas. This is how a handle survives what its registration
// does not: reopening a file, copying a sheet, a handle that was put aside.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <com/sun/star/sheet/XSpreadsheetDocument.hpp>
#include <com/sun/star/table/XCell.hpp>

#include "addin/arguments.hpp"
#include "core/functions/function.hpp"

namespace kakehashi::addin {

using SpreadsheetDocument = css::uno::Reference<css::sheet::XSpreadsheetDocument>;

/// What a handle cell calls, with its references looked up.
struct HandleCall {
    const Function* function = nullptr;
    RawArguments arguments;
};

bool makes_handles(const Function& function);

css::uno::Reference<css::table::XCell> first_cell(const Range& range);
bool is_single_cell(const Range& range);
bool is_formula(const Range& cell);
/// A reference as it stands in a formula of `home`: an address, with or without a sheet, or a name. Null if
/// it is none.
Range range_of(const SpreadsheetDocument& document, const Range& home, std::string_view expression);
/// What the cells hold, as Calc hands it over: one value, or a block.
css::uno::Any value_of(const Range& range);
/// The text a cell shows; calculates it first if it is out of date.
std::string text_of(const Range& cell);

/// The call behind a cell: its own formula, or that of the cell it merely refers to (`=B1`). Nothing if the
/// formula is more than one call with references and plain values. Reads formulas only: no cell is calculated
/// by it, except single cells that are passed as values.
std::optional<HandleCall> handle_call(const SpreadsheetDocument& document, const Range& cell);

/// Every cell of the document whose formula calls one of our handle functions. Calculates nothing.
std::vector<Range> find_handle_cells(const SpreadsheetDocument& document);

}  // namespace kakehashi::addin
