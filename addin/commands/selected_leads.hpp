// Which leads a selection means: those of the rows it touches on the lead list's sheet, beside the list too;
// on the sheet of hand-off cards, those that the cards are about. The same for commands, the context menu and
// the sidebar.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "addin/handle_cells.hpp"
#include "core/leads/leads.hpp"

namespace kakehashi::addin {

struct SelectedLeads {
    struct Rows {  // of the list, counted from 0 behind the headers; `last` is included
        std::size_t first;
        std::size_t last;
    };
    std::vector<Rows> rows;
    std::vector<std::string> ids;

    bool empty() const { return rows.empty() && ids.empty(); }
};

/// `selection`: what a window has selected, or cells. `list`: the lead list, headers included; may be null.
/// Main thread only, without reading leads: the rows may be blank, and the ids unknown.
SelectedLeads selected_leads(const SpreadsheetDocument& document,
                             const css::uno::Reference<css::uno::XInterface>& selection, const Range& list);

/// Those that are leads, ascending.
std::vector<std::size_t> rows_of(const SelectedLeads& selected, const Leads& leads);

}  // namespace kakehashi::addin
