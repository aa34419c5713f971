// Cells of a spreadsheet range as core reads them.
#pragma once

#include <exception>
#include <memory>

#include <com/sun/star/table/CellRangeAddress.hpp>
#include <com/sun/star/table/XCellRange.hpp>

#include "addin/uno.hpp"
#include "core/table/table.hpp"

namespace kakehashi::addin {

using Range = css::uno::Reference<css::table::XCellRange>;

/// Thrown while cells are read, if one of them is being calculated right now and so waits for what is read.
struct CircularReference : std::exception {};

/// Where the range is now; it moves with inserted rows and renamed sheets.
css::table::CellRangeAddress address_of(const Range& range);
bool same_place(const css::table::CellRangeAddress& a, const css::table::CellRangeAddress& b);
/// `Leads.A1:H100`; for messages.
std::string address_text(const Range& range);

/// The range as a source; references to whole columns or rows end with the used area of the sheet. Its number
/// of rows never changes afterwards, even if the range grows: rows that came later belong to the next
/// revision.
std::shared_ptr<const CellSource> range_source(const Range& range, const ReadingLocale& locale);

/// A block of values as Calc hands it over: numbers, texts, and void for errors.
Grid grid_of(const css::uno::Sequence<css::uno::Sequence<css::uno::Any>>& rows);

}  // namespace kakehashi::addin
