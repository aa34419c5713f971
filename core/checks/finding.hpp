// What the data check found: facts about cells, in both languages, as plain data.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/sheet/parts.hpp"
#include "core/support/text.hpp"

namespace kakehashi::checks {

/// In the order of the report: first what is wrong, then what to check, then what is worth knowing; among
/// these first what falsifies the most figures.
enum class Kind {
    // wrong
    no_dates,  // no lead was created, or came to a stage, on a known day
    playbook_problem,
    error_cell,     // shows an error; counts as blank
    unread_date,    // a text that is no date where a date belongs
    unread_number,  // a text that is no number in a column of numbers
    repeated_id,
    blank_id,
    // to check
    undated,  // neither created nor at any stage on a known day
    goal_problem,
    open_metric,        // an agreed figure that nobody has given a formula
    missing_role,       // no column for a role
    unknown_stage,      // a word in the stage column or the log that is no stage
    unknown_outcome,    // a word in the outcome column that is no outcome
    missing_closed,     // won or lost without a date
    missing_amount,     // won without an amount
    unknown_id,         // a log names a lead that is not in the list
    missing_created,    // with dates of stages, but not of its creation
    unlikely_date,      // long ago, far ahead, or in the future for what has happened
    before_first,       // a date before the first stage's
    stage_order,        // a later stage dated before an earlier one
    negative_duration,  // answered before handed off, closed before created
    missing_owner,
    // worth knowing
    blank_role,      // a column for a role, with nothing in it
    missing_reason,  // rejected, disqualified or lost without one
    unknown_reason,  // a reason that the playbook does not list
    duplicate,       // two rows that look like one lead
    not_checked,     // a check that could not be made, and why
};
constexpr std::size_t kind_count = 27;

enum class Severity { error, warning, note };

struct KindTexts {
    Severity severity;
    Text title;   // of a table: "Dates that cannot be read"
    Text advice;  // what to do
};
const KindTexts& texts_of(Kind kind);
Text severity_text(Severity severity);

/// A cell, a row, a column or a whole table.
struct Place {
    sheet::Part part = sheet::Part::leads;
    std::optional<std::size_t> row;     // without the header row, from 0
    std::optional<std::size_t> column;  // of the table, from 0
};

struct Finding {
    Kind kind;
    Place place;
    std::string lead;      // its id, where it is about one
    Text what;             // one sentence
    std::size_t rows = 1;  // that it speaks of: equal unknown words are one finding
};

struct Findings {
    std::vector<Finding> kept;        // by kind, within one by place; at most `most_per_kind` of each
    std::vector<std::size_t> counts;  // by `Kind`: all there are, the ones not kept included
    std::size_t leads = 0;            // rows that were looked at

    bool none() const { return kept.empty(); }
    /// How many are wrong, to be checked, worth knowing: `12 to check, 3 notes`.
    Text summary() const;
};
constexpr std::size_t most_per_kind = 1000;

}  // namespace kakehashi::checks
