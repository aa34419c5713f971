// The workbooks of several teams in a folder: what each of them counts in a week. They are only read.
#pragma once

#include <string>
#include <vector>

#include "addin/commands/session.hpp"
#include "core/report/roll_up.hpp"

namespace kakehashi::addin {

struct TeamFiles {
    std::string folder;
    std::string week;  // its name
    DateRange days;
    std::vector<report::TeamFigures> teams;
    std::vector<report::TeamProblem> problems;  // files that gave no figures
};

/// Those of the argument `folder`, else of the one somebody picks; .ods and .xlsx, not of folders below it.
/// An error if there are none, or none with figures.
Result<TeamFiles> read_team_files(Session& session);

}  // namespace kakehashi::addin
