// A playbook from what a cell formula refers to.
#pragma once

#include <memory>

#include "core/playbook/playbook.hpp"
#include "core/support/result.hpp"
#include "core/table/table.hpp"

namespace kakehashi {

struct Caller;

/// From blocks, or from the JSON file whose path stands in the only cell. Err:502 if the only cell holds
/// neither a marker nor a path that ends in `.json`, if the file may not be read or is not JSON, and for
/// ranges of more than 256 columns. Rows after 65,536 are not read; what stands there is reported.
Result<std::shared_ptr<const ReadPlaybook>> read_playbook(const CellSource& source, const Caller& caller);

}  // namespace kakehashi
