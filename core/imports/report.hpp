// What an import says at its end, and the sheet that lists the lines it could not use.
#pragma once

#include <optional>
#include <string>

#include "core/imports/merge.hpp"
#include "core/imports/stage_proposal.hpp"
#include "core/imports/unrecognised.hpp"
#include "core/sheet/plan.hpp"

namespace kakehashi::imports {

struct ImportReport {
    std::string origin;  // the file's name
    std::string into;    // the sheet's
    MergePlan plan;
    std::optional<StageProposal> stages;
    bool stages_applied = false;
    Unrecognised lacks;
};

/// One sentence per fact, the important ones first.
Text outcome_of(const Source& source, const Mapping& mapping, const ImportReport& report);

/// `Import notes`: how the file was read, and each line that was left out or lacked something. At most 5,000
/// lines; their number is given.
sheet::Sheet notes_sheet(const Source& source, const ImportReport& report, Language language);

}  // namespace kakehashi::imports
