// Changing entries of a playbook where it stands on its sheet, so that everything else there — notes, columns
// and entries of people's own, formats — stays.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "core/imports/stage_proposal.hpp"
#include "core/table/table.hpp"

namespace kakehashi::imports {

/// Rows and columns count from 0 within the playbook's range. First the rows are inserted, from the last to
/// the first; positions of cells are those afterwards.
struct PlaybookEdit {
    struct Rows {
        std::size_t before;
        std::size_t count;
    };
    struct Cell {
        std::size_t row;
        std::size_t column;
        CellValue value;  // monostate: blank
    };
    std::vector<Rows> inserted;
    std::vector<Cell> cells;

    bool empty() const { return inserted.empty() && cells.empty(); }
};

/// `roles`: to be bound to these headers in [columns]. Blocks that the sheet lacks are left out.
PlaybookEdit edit_playbook(const Grid& playbook, const StageProposal* stages,
                           const std::map<Role, std::string>& roles, Language language);

}  // namespace kakehashi::imports
