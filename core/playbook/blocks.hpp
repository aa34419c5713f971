// A playbook as blocks of cells: `[stages]` in the first column, below it the headers, below them the
// entries.
#pragma once

#include "core/playbook/playbook.hpp"
#include "core/table/reading.hpp"
#include "core/table/table.hpp"

namespace kakehashi {

/// Reads any grid; what is no playbook is reported, block by block. A block ends with a row that is blank
/// under its headers, or with the next marker (any text in [ ] in the first column). A block may be continued
/// by a second one of its name. Error cells count as blank.
ReadPlaybook read_blocks(const Grid& cells, const ReadingLocale& locale);

/// The same content as blocks, with all headers; blocks without entries are left out. Dates are serial
/// numbers.
Grid write_blocks(const Playbook& playbook);

}  // namespace kakehashi
