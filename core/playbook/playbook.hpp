// The playbook: what both departments agreed to call things, in numbers. One plain structure, read from
// blocks in a sheet (blocks.hpp) or from JSON (json.hpp), both of which round-trip.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar/calendar.hpp"
#include "core/support/result.hpp"
#include "core/table/headers.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

enum class AmountIs { once, per_month, per_year };

/// Pace limits of a goal's status.
struct StatusLimits {
    double ahead = 1.0;
    double on_track = 0.95;
    double behind = 0.75;
    friend bool operator==(const StatusLimits&, const StatusLimits&) = default;
};

struct PlaybookStage {
    std::string stage;
    std::string owner;
    std::string column;  // header of the date the stage was entered
    std::string when;    // expression, if there is no date
    std::optional<double> within_days;
    std::optional<double> within_hours;  // working hours
    std::string meaning;
    friend bool operator==(const PlaybookStage&, const PlaybookStage&) = default;
};

/// The known outcomes, in the order in which `[outcome]` shows the first that holds.
enum class Outcome { won, lost, disqualified, rejected, recycled, accepted };
constexpr std::size_t outcome_count = 6;
std::string_view outcome_name(Outcome outcome);               // "won" …
std::optional<Outcome> parse_outcome(std::string_view name);  // Japanese names too

struct PlaybookOutcome {
    Outcome outcome;
    std::string when;
    friend bool operator==(const PlaybookOutcome&, const PlaybookOutcome&) = default;
};

struct PlaybookDefinition {
    std::string definition;
    std::optional<double> threshold;
    std::optional<double> at_least;
    std::optional<double> capacity_per_week;
    std::string
        version;  // rules with the same definition and no version of their own belong to every version
    Instant valid_from = no_instant;
    Instant valid_to = no_instant;
    std::string meaning;
    friend bool operator==(const PlaybookDefinition&, const PlaybookDefinition&) = default;
};

struct PlaybookRule {
    std::string definition;
    std::string group;
    std::string rule;  // expression
    double points = 0;
    bool must = false;
    std::optional<double> decay_days;  // half-life
    std::optional<double> repeats;
    friend bool operator==(const PlaybookRule&, const PlaybookRule&) = default;
};

struct PlaybookGroup {
    std::string definition;
    std::string group;
    std::optional<double> floor;
    std::optional<double> cap;
    friend bool operator==(const PlaybookGroup&, const PlaybookGroup&) = default;
};

struct PlaybookReason {
    std::string reason;
    std::string family;  // procedural, clerical, definitional, disqualified, lost
    std::string owner;
    friend bool operator==(const PlaybookReason&, const PlaybookReason&) = default;
};

struct PlaybookTerm {
    std::string term;
    std::string meaning;
    std::string owner;
    friend bool operator==(const PlaybookTerm&, const PlaybookTerm&) = default;
};

struct PlaybookMetric {
    std::string metric;
    std::string formula;
    std::string unit;
    std::string better;  // higher, lower
    std::string owner;
    std::string meaning;
    friend bool operator==(const PlaybookMetric&, const PlaybookMetric&) = default;
};

/// A persona, or a segment of a scheme.
struct PlaybookSegment {
    std::string name;
    std::string scheme;  // segments only
    std::string when;
    std::string note;
    friend bool operator==(const PlaybookSegment&, const PlaybookSegment&) = default;
};

struct PlaybookHoliday {
    Instant date;
    std::string name;
    friend bool operator==(const PlaybookHoliday&, const PlaybookHoliday&) = default;
};

struct PlaybookSignoff {
    std::string department;
    std::string name;
    Instant date = no_instant;
    std::string fingerprint;
    friend bool operator==(const PlaybookSignoff&, const PlaybookSignoff&) = default;
};

/// Something wrong with a playbook, and where.
struct PlaybookProblem {
    std::string block;
    std::size_t row = 0;  // 1-based row of the entry within its block; 0 = the block as a whole
    Text message;
    friend bool operator==(const PlaybookProblem&, const PlaybookProblem&) = default;
};

struct Playbook {
    std::string name;
    std::string version;
    Instant valid_from = no_instant;
    Instant as_of = no_instant;
    Calendar calendar;           // without holidays; `working_calendar` has them
    bool strict_stages = false;  // skipped stages = strict
    bool entry_any = false;      // entry = any
    std::string opportunity_stage;
    AmountIs amount_is = AmountIs::once;
    std::optional<double> margin;
    std::optional<double> churn;
    StatusLimits status_limits;
    std::map<std::string, std::string> other;  // keys of [playbook] nobody knows: reported, and kept

    std::map<Role, std::string> columns;  // role -> header
    std::vector<PlaybookStage> stages;
    std::vector<PlaybookOutcome> outcomes;
    std::vector<PlaybookDefinition> definitions;
    std::vector<PlaybookRule> rules;
    std::vector<PlaybookGroup> groups;
    std::vector<PlaybookReason> reasons;
    std::vector<PlaybookTerm> terms;
    std::vector<PlaybookMetric> metrics;
    std::vector<PlaybookSegment> personas;
    std::vector<PlaybookSegment> segments;
    std::vector<PlaybookHoliday> holidays;
    std::vector<PlaybookSignoff> signoffs;

    friend bool operator==(const Playbook&, const Playbook&) = default;
};

/// The calendar with the playbook's holidays in it.
Calendar working_calendar(const Playbook& playbook);

/// A playbook as read, with what was wrong with its form. Reading never fails because of one bad entry: that
/// entry is left out and reported.
struct ReadPlaybook {
    Playbook playbook;
    std::vector<PlaybookProblem> problems;
    /// By block: the row in its source of each entry of the playbook, for messages found later.
    std::map<std::string, std::vector<std::size_t>> rows = {};
};

}  // namespace kakehashi
