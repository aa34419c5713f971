// How leads move through the stages. A figure over cohorts (who entered in a period, and what became of them)
// never mixes with a snapshot (who is where now).
//
// The period bounds the starting entry only: the earliest one inside it. The window runs from that entry, its
// end included; later steps may fall after the period. Everything is as of the leads' as-of date.
#pragma once

#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "core/leads/stages.hpp"
#include "core/support/result.hpp"
#include "core/table/bitmap.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

class Leads;

/// Length of a conversion window in milliseconds; none: as long as it takes.
using Window = std::optional<Instant>;

/// Leads that entered a stage in a period, and those of them that came as far as another.
struct Conversion {
    Bitmap entered;
    Bitmap converted;
};

/// When leads entered a stage in a period, and when they came to another; by row. An implied passage bears
/// the date of the next stage really entered. With one date per stage, a date of the other stage before the
/// start is out of order and counts as one at the start: such a lead is inside any window.
struct Arrivals {
    std::vector<Instant> start;  // the starting entry; `no_instant`: none in the period, or without a date
    std::vector<Instant> end;    // not before the start; `no_instant`: not there up to the as-of date
    Bitmap undated;              // there, but nobody knows when
};

/// How long some leads took.
struct Durations {
    Bitmap rows;
    std::vector<double> days;  // of each of the rows, ascending by row
};

/// One stage of the funnel table.
struct FunnelRow {
    std::size_t reached = 0;
    std::vector<double> days;   // from the previous stage, of those that really entered both
    std::size_t too_young = 0;  // reached the previous stage, not this one, and still may

    FunnelRow& operator+=(const FunnelRow& other);
};

class Funnel {
  public:
    explicit Funnel(const Leads& leads);

    /// Leads whose entry into the stage lies in the period, implied passages included.
    const Bitmap& entered(std::size_t stage, const DateRange& period) const;
    /// Those of them that never entered it, but a later stage. Not kept.
    Bitmap implied(std::size_t stage, const DateRange& period) const;
    const Conversion& conversion(std::size_t from, std::size_t to, const DateRange& period,
                                 Window window) const;
    /// Days from the first entry into `from` in the period to the entry into `to` that follows, for leads
    /// that really entered both in this order.
    const Durations& days(std::size_t from, std::size_t to, const DateRange& period) const;
    /// The starting entry is the earliest in the period also where any entry may start: without a window a
    /// later one never gets further.
    const Arrivals& arrivals(std::size_t from, std::size_t to, const DateRange& period) const;
    /// All stages, for the leads of `leads` that entered the first one in the period.
    Result<std::vector<FunnelRow>> table(const Bitmap& leads, const DateRange& period, Window window) const;
    /// Leads at the stage now.
    Result<const Bitmap*> at(std::size_t stage) const;

  private:
    struct Start {
        Instant instant = no_instant;  // `no_instant`: entered without a date
        bool entered = false;
        bool implied = false;
    };
    Start start(std::size_t stage, std::size_t row, const DateRange& period) const;
    struct Arrival {
        Instant instant = no_instant;
        bool undated = false;
    };
    Arrival arrival(std::size_t from, std::size_t to, std::size_t row, Instant start) const;
    Arrival end_of_chain(std::size_t from, std::size_t to, std::size_t row, Instant start) const;
    bool comes_as_far(std::size_t from, std::size_t to, std::size_t row, const Start& start,
                      Window window) const;
    bool comes_back(std::size_t stage, std::size_t row, const Start& start, Window window) const;
    bool chain_holds(std::size_t from, std::size_t to, std::size_t row, const Start& start,
                     Window window) const;
    bool enters(std::size_t stage, std::size_t row, const Start& start, Window window) const;
    std::size_t level(std::size_t row, const Start& start, Window window) const;
    Start best_start(std::size_t row, const DateRange& period, Window window) const;
    void add_days(std::size_t row, const Start& start, Window window, std::size_t level,
                  std::vector<FunnelRow>& rows) const;
    void add_lead(std::size_t row, const DateRange& period, Window window, const Bitmap& ended,
                  std::vector<FunnelRow>& rows) const;
    Instant limit(const Start& start, Window window) const;

    const Leads& leads_;
    const Stages& stages_;
    Instant as_of_;  // up to here things are known
    bool strict_;
    mutable std::map<std::tuple<std::size_t, Instant, Instant>, Bitmap> entered_;
    mutable std::map<std::tuple<std::size_t, std::size_t, Instant, Instant, Instant>, Conversion>
        conversions_;
    mutable std::map<std::tuple<std::size_t, std::size_t, Instant, Instant>, Durations> days_;
    mutable std::map<std::tuple<std::size_t, std::size_t, Instant, Instant>, Arrivals> arrivals_;
    mutable std::vector<Bitmap> at_;
};

}  // namespace kakehashi
