// What a workbook has for a weekly summary to speak of: under which names its handles stand, its stages,
// goals, reasons and activities. The summary's sections and rows follow from it; its figures do not, they are
// formulas over the handles.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/calendar/calendar.hpp"
#include "core/goals/goal.hpp"
#include "core/support/result.hpp"

namespace kakehashi {

class Goals;
class Leads;
class Table;

namespace report {

/// Whose figure it is, and so its colour.
enum class Side { shared, marketing, sales };

struct StageFact {
    std::string name;
    bool dated = true;   // entries can be told by period
    bool limit = false;  // sales or marketing agreed how long a lead may stay
    friend bool operator==(const StageFact&, const StageFact&) = default;
};

struct GoalFact {
    std::string name;
    GoalLayer layer = GoalLayer::shared;
    Side side = Side::shared;
    GoalKind kind = GoalKind::sum;
    std::string unit;         // folded
    bool has_target = false;  // of its own or rolled up
    double baseline = 0;
    Instant start = no_instant;
    Instant end = no_instant;
    friend bool operator==(const GoalFact&, const GoalFact&) = default;
};

/// Columns of the log as positions from 1; 0: there is none.
struct ActivityFacts {
    int date = 0;
    int activity = 0;
    int count = 0;
    std::vector<std::string> names;  // most frequent first
    friend bool operator==(const ActivityFacts&, const ActivityFacts&) = default;
};

/// Columns of the frozen figures, as positions from 1.
struct HistoryFacts {
    int week = 1;
    int section = 3;
    int figure = 4;
    int value = 5;
    friend bool operator==(const HistoryFacts&, const HistoryFacts&) = default;
};

struct Facts {
    // Names under which formulas find things; empty: the workbook has none.
    std::string leads;       // a cell with LEAD.TABLE
    std::string playbook;    // a cell with PLAYBOOK.READ
    std::string goals;       // a cell with GOAL.TABLE
    std::string activities;  // the log, headers included
    std::string history;     // the frozen weekly figures, headers included
    HistoryFacts history_columns;

    std::size_t lead_count = 0;
    Instant first_lead = no_instant;  // when the first and the last lead came in, as far as that is known
    Instant last_lead = no_instant;
    std::vector<StageFact> stages;
    std::string opportunity;  // the stage that counts as an opportunity
    std::string definition;   // the playbook's first one
    bool handed_off = false;  // roles that have a column
    bool responded = false;
    bool response_limit = false;
    bool owner = false;
    bool reason = false;
    bool amount = false;
    bool company = false;
    std::vector<std::string> reasons;  // those the leads give, most frequent first
    std::vector<GoalFact> goal_rows;   // in tree order
    ActivityFacts activity_log;

    std::string playbook_version;
    Instant as_of = no_instant;  // the leads', goals' or today
    Calendar calendar;
};

/// `leads`, `goals` and `activities` may be null; the names are the caller's to fill in.
Facts facts_of(const Leads* leads, const Goals* goals, const Table* activities, Instant now);

}  // namespace report
}  // namespace kakehashi
