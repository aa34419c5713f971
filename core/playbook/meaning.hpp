// What a word means.
#pragma once

#include <string>
#include <string_view>

#include "core/playbook/playbook.hpp"

namespace kakehashi {

/// The meaning of a term, else of a stage, definition or metric of that name. Of a definition with several
/// versions the one that is valid at the playbook's as-of date, else at `now`, else the first. #N/A if nobody
/// wrote it down.
Result<std::string> meaning(const Playbook& playbook, std::string_view term, Instant now);

}  // namespace kakehashi
