// The sheet that keeps what each week showed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "addin/commands/session.hpp"
#include "core/report/history.hpp"

namespace kakehashi::addin {

struct HistoryRow {
    report::HistoryKey key;
    std::optional<double> value;
    std::optional<double> target;
    std::string unit;
    std::string status;
    std::string playbook;
};

/// Makes the sheet of the history if the workbook has none.
Result<Range> history_table(Session& session);

/// Writes the rows: over those of the same week, section and figure, else below everything. Columns are found
/// by their headers; those people added stay. Gives how many rows are new.
Result<std::size_t> keep_in_history(const Range& table, const std::vector<HistoryRow>& rows, double now);

}  // namespace kakehashi::addin
