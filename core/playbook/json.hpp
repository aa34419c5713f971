// A playbook as JSON: one member per block, header names as keys, ISO dates (manifests/playbook.schema.json).
#pragma once

#include <string>
#include <string_view>

#include "core/playbook/playbook.hpp"
#include "core/support/result.hpp"

namespace kakehashi {

/// Err:502, with line and column, if the text is not JSON (UTF-8, a byte order mark is fine), not an object,
/// longer than 16 MiB or nested deeper than 64. Everything else is reported entry by entry: members nobody
/// knows or that stand there twice (the first one counts), and values of the wrong type. Case, width and
/// Japanese names are forgiven in member names as in cells; `$schema` and members that are null are ignored.
Result<ReadPlaybook> read_json(std::string_view text);

/// Blank fields and settings that are as by default are left out. Indented, keys in the order of the
/// contract.
std::string write_json(const Playbook& playbook);

/// What both departments sign, as one line of JSON: keys sorted by their bytes, no blanks, numbers in their
/// shortest form, without sign-offs and without `as of`, which is a point of view and not an agreement.
std::string canonical_json(const Playbook& playbook);

}  // namespace kakehashi
