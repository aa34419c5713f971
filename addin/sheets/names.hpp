// The named ranges of a plan in a document.
#pragma once

#include <optional>
#include <string>

#include <com/sun/star/sheet/XNamedRanges.hpp>
#include <com/sun/star/table/CellRangeAddress.hpp>

#include "addin/sheets/cells.hpp"

namespace kakehashi::addin {

class Names {
  public:
    explicit Names(const SpreadsheetDocument& document);

    /// Where the name leads to; nothing if there is none or its cells are gone.
    std::optional<css::table::CellRangeAddress> range(const std::string& name) const;
    /// The text behind a name, empty if there is none.
    std::string content(const std::string& name) const;
    /// Makes or changes it. Nothing happens if it is so already.
    void set(const std::string& name, const std::string& content);

  private:
    css::uno::Reference<css::sheet::XNamedRanges> names_;
};

}  // namespace kakehashi::addin
