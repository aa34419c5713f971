// What the panels' refresh holds of a document while it looks at it. All of this belongs to the main thread.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <com/sun/star/frame/XController.hpp>

#include "addin/commands/selected_leads.hpp"
#include "addin/handle_search.hpp"
#include "addin/panel/error_cells.hpp"
#include "core/functions/value.hpp"
#include "core/sheet/parts.hpp"

namespace kakehashi::addin {

struct Desk {
    SpreadsheetDocument document;
    std::vector<css::uno::Reference<css::frame::XController>> windows;
    std::map<sheet::Part, Range> handles;  // the cells that hold them, as far as they have been found
    std::optional<HandleSearch> search;
    std::optional<ErrorSearch> errors;

    /// By its name, else among what `search` has found.
    Result<void> find(sheet::Part part);
    bool is_named(sheet::Part part) const;

    /// What the handle of a part stands for now.
    template <class Object>
    Result<std::shared_ptr<const Object>> object(sheet::Part part) const {
        const auto found = object(part);
        if (!found) return error_of(found);
        const auto* wanted = std::get_if<std::shared_ptr<const Object>>(&*found);
        return wanted != nullptr ? Result<std::shared_ptr<const Object>>(*wanted) : error_of(no_object(part));
    }

    /// The table behind the handle of a part; null if there is none.
    Range table(sheet::Part part) const;
    /// Of the lead table, cut at so many leads: a range's name may reach to the end of the sheet. Null if
    /// there is none.
    Range lead_rows(std::size_t leads) const;
    /// What is selected in that window.
    SelectedLeads selected_leads(std::size_t window) const;

  private:
    Result<Object> object(sheet::Part part) const;
    Result<Object> no_object(sheet::Part part) const;
};

}  // namespace kakehashi::addin
