// Writes to many cells in one call, so that one undo takes it back and one redo brings it again.
//
// LibreOffice's own undo of such a write leaves in cells that were blank what was written (measured on 7.4).
// So an action of ours goes before it, which blanks those cells again.
#pragma once

#include <com/sun/star/uno/Sequence.hxx>

#include "addin/handle_cells.hpp"

namespace kakehashi::addin {

/// Numbers and texts, as many as the range has cells; a text that begins with `=` stays a text, an empty one
/// makes a cell blank.
void put_data(const SpreadsheetDocument& document, const Range& range,
              const css::uno::Sequence<css::uno::Sequence<css::uno::Any>>& rows);

/// Formulas in English, with `;` between arguments.
void put_formulas(const SpreadsheetDocument& document, const Range& range,
                  const css::uno::Sequence<css::uno::Sequence<OUString>>& rows);

}  // namespace kakehashi::addin
