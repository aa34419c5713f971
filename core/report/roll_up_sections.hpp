// The sections of the roll-up of several teams.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/report/draft.hpp"
#include "core/report/roll_up.hpp"

namespace kakehashi::report {

struct RollUp {
    /// Of the sheet.
    static constexpr int columns = 10;

    const std::vector<TeamFigures>& teams;
    const RollUpOptions& options;
    Draft draft;

    /// One currency, or the amounts cannot be added.
    bool one_currency() const;
    void heading(std::string id, const Text& title, const Text& note);
    sheet::Cell head(const Text& text, const Text& note = {}) const;
};

/// A figure as it was when the workbook was read, or a dash.
sheet::Cell number(std::optional<double> value, sheet::Format format);

// Columns of the block `teams`.
enum TeamColumn {
    team_name,
    team_leads,
    team_offered,
    team_accepted,
    team_rejected,
    team_pending,
    team_opportunities,
    team_acceptance,
    team_won,
    team_value
};

void add_teams(RollUp& roll_up);

/// Rows of the first goal that several teams have, for the chart.
struct ChartedGoal {
    std::string name;
    int first = 0;
    int last = 0;
};

ChartedGoal add_goals(RollUp& roll_up);

}  // namespace kakehashi::report
