// Which stage each lead entered, and when: from one date column per stage, from a history log, or from
// expressions.
//
// A stage's date column says when it was entered; with `when` as well, the date counts only where the
// expression holds. A stage with `when` alone is entered without a date. Stages that occur in the log ignore
// both.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/support/result.hpp"
#include "core/table/bitmap.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

class AsOf;
class Leads;

/// True if an entry at `b` does not come before one at `a`; on one day where either has no time, ties count
/// in favour of progress.
constexpr bool not_before(Instant b, Instant a) {
    return b >= a || (day_of(a) == day_of(b) && (!has_time(a) || !has_time(b)));
}

/// The first moment at which an entry into an earlier stage comes after one at `a`: the tie rule puts it
/// first on a day without a time, and at the same instant.
constexpr Instant behind(Instant a) {
    return inclusive_end(a) + 1;
}

/// Days from `a` to `b`, for `not_before(b, a)`; 0 where the tie rule alone puts b behind a.
constexpr double days_between(Instant a, Instant b) {
    return b <= a ? 0.0 : static_cast<double>(b - a) / static_cast<double>(ms_per_day);
}

struct StageEntry {
    Instant instant;
    std::uint32_t stage;
    friend bool operator==(const StageEntry&, const StageEntry&) = default;
};

class Stages {
  public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    explicit Stages(const Leads& leads);

    std::size_t count() const { return names_.size(); }
    const std::vector<std::string>& names() const { return names_; }
    /// By folded name. #N/A if the playbook has no such stage, or if its column or expression is at fault.
    Result<std::size_t> index(std::string_view name) const;
    /// The first fault of any stage, for figures over all of them; #N/A also if there are no stages.
    Result<std::size_t> check_all() const;

    bool is_logged(std::size_t stage) const { return sources_[stage].logged; }
    bool has_log() const { return !offsets_.empty(); }

    /// Entered without a date.
    bool undated(std::size_t stage, std::size_t row) const {
        return sources_[stage].undated.size() != 0 && sources_[stage].undated.test(row);
    }
    /// The earliest entry in from … to; `no_instant` if there is none.
    Instant first_entry(std::size_t stage, std::size_t row, Instant from, Instant to) const {
        const Source& source = sources_[stage];
        if (source.logged) return first_logged(stage, row, from, to);
        if (source.dates.empty()) return no_instant;
        const Instant entry = source.dates[row];
        return entry >= from && entry <= to ? entry : no_instant;
    }
    /// The earliest entry that does not come before `start` and is not after `to`; `no_instant` if there is
    /// none.
    Instant next_entry(std::size_t stage, std::size_t row, Instant start, Instant to) const;
    /// Calls `visit(instant)` for each dated entry into the stage up to `to`, ascending.
    template <class Visitor>
    void for_each_entry(std::size_t stage, std::size_t row, Instant to, Visitor&& visit) const {
        if (sources_[stage].logged) {
            for (const StageEntry& entry : logged(row))
                if (entry.stage == stage && entry.instant <= to) visit(entry.instant);
        } else if (const Instant entry = first_entry(stage, row, earliest, to); entry != no_instant) {
            visit(entry);
        }
    }
    /// Entered with or without a date up to `to`.
    bool entered(std::size_t stage, std::size_t row, Instant to) const {
        return undated(stage, row) || first_entry(stage, row, earliest, to) != no_instant;
    }
    /// All dated entries up to `to`, in their order: at the same instant, or on one day where either has no
    /// time, by stage.
    void journey(std::size_t row, Instant to, std::vector<StageEntry>& entries) const;

    /// Leads that entered the stage up to the as-of date; unless stages are strict, also those that entered a
    /// later one and so passed it.
    Bitmap reached(std::size_t stage, const AsOf& as_of) const;
    /// The stage a lead is at: the latest one entered (without a log: the furthest); `none` if it entered
    /// none. Won, lost, rejected and disqualified leads are at no open stage, so only at a closing one (see
    /// `is_closing`).
    Result<std::vector<std::size_t>> now(const AsOf& as_of) const;
    /// The last stage, or one named like an outcome: where a lead may be that has ended.
    bool is_closing(std::size_t stage) const { return closing_[stage]; }

  private:
    struct Source {
        std::span<const Instant> dates;  // of the column, or of `owned`
        std::vector<Instant> owned;      // dates where `when` holds
        Bitmap undated;                  // size 0 if there is none
        bool logged = false;
        std::optional<CellError> fault;
    };

    Source make_source(std::size_t stage) const;
    void read_log();
    void put_entries_in_order();
    std::span<const StageEntry> logged(std::size_t row) const {
        return {entries_.data() + offsets_[row], entries_.data() + offsets_[row + 1]};
    }
    Instant first_logged(std::size_t stage, std::size_t row, Instant from, Instant to) const;

    const Leads& leads_;
    std::vector<std::string> names_;
    std::unordered_map<std::string, std::size_t> index_;
    std::vector<Source> sources_;
    std::vector<bool> closing_;
    std::vector<std::uint32_t> offsets_;  // rows + 1; empty without a log
    std::vector<StageEntry> entries_;     // by lead, in order
};

}  // namespace kakehashi
