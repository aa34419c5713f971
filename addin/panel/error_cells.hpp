// The cells of a document that show an error of one of our functions, and why.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <com/sun/star/container/XIndexAccess.hpp>

#include "addin/formula_walk.hpp"
#include "addin/handle_cells.hpp"
#include "core/panel/views.hpp"

namespace kakehashi::addin {

/// Looks for them in the order of the sheets, some cells at a time. Calc calculates the cells that it looks
/// at and that are out of date, if nobody has seen them since the last change. The document must not change
/// between two steps.
class ErrorSearch {
  public:
    /// Stops behind the first `most`.
    ErrorSearch(const SpreadsheetDocument& document, std::size_t most, Language language);
    /// Looks at some more; false when there is nothing more to look at.
    bool next();
    const std::vector<panel::ErrorCell>& found() const { return found_; }
    /// There are others.
    bool more() const { return more_; }

  private:
    css::uno::Reference<css::container::XIndexAccess> errors_in(const Range& piece);
    void look_at(const Range& range);
    void look_at(const css::uno::Reference<css::table::XCell>& cell);
    bool over() const { return more_ || left_ == 0; }

    SpreadsheetDocument document_;
    FormulaWalk walk_;
    std::size_t most_;
    Language language_;
    std::size_t left_;       // error cells, ours or not, to look at
    sal_Int32 at_once_ = 1;  // rows; as many as are calculated in a moment
    std::vector<panel::ErrorCell> found_;
    bool more_ = false;
};

/// The address of cells as .uno:GoToCell reads it, whatever the sheet is called: `$'Our leads'.$A$1`.
std::string link_to(const Range& range);

}  // namespace kakehashi::addin
