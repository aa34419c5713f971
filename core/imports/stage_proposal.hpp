// What the playbook of a team workbook must say so that the stages of an imported list count: the stages as
// the list names them, in their order, with their dates.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/imports/mapping.hpp"
#include "core/imports/source.hpp"
#include "core/playbook/playbook.hpp"
#include "core/table/table.hpp"

namespace kakehashi::imports {

struct StageProposal {
    /// What stands in the list's stage column, most often first, with the number of rows.
    std::vector<std::pair<std::string, std::size_t>> found;
    std::vector<std::string> unknown;       // of these, those the playbook does not know
    std::vector<PlaybookStage> stages;      // the whole new list
    std::vector<PlaybookOutcome> outcomes;  // those whose expression changes
    std::string opportunity_stage;          // blank: stays
    std::vector<PlaybookMetric> metrics;    // the whole new list
    std::vector<std::string> open_metrics;  // names of those that counted a stage which is no more
};

/// Nothing if the playbook counts every stage the list has. `table`: what the workbook holds already; may be
/// null. A list with some rows at stages of its own brings its own way; stages the playbook has and this list
/// lacks stay if their dates are there. A single unknown stage is put in its place among the playbook's.
std::optional<StageProposal> propose_stages(const Source& source, const Mapping& mapping, const Table* table,
                                            const Playbook& playbook, Language language);

/// For the outcome of a command: which stages there are now, or what is missing in a signed playbook.
Text describe(const StageProposal& proposal, bool applied);

}  // namespace kakehashi::imports
