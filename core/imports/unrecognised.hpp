// What a list of leads must say so that figures count it, and no column of the file was recognised as.
#pragma once

#include <vector>

#include "core/imports/mapping.hpp"
#include "core/support/text.hpp"

namespace kakehashi::imports {

struct Unrecognised {
    bool id = false;
    bool date = false;   // neither the created date nor that of a stage
    bool stage = false;  // neither the stage nor the date of one behind the first

    bool none() const { return !id && !date && !stage; }
};

/// Nothing for other tables than leads. `stages`: as the playbook will name them after the import.
Unrecognised unrecognised(const Target& target, const Mapping& mapping,
                          const std::vector<PlaybookStage>& stages);

/// One sentence for the dialog, where it can be mended. Not for nothing.
Text before_import(const Unrecognised& lacks);
/// For the outcome: what does not count the new leads, and where to mend it. Not for nothing.
Text after_import(const Unrecognised& lacks);

}  // namespace kakehashi::imports
