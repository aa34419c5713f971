// The log of what people did: date, person, activity, count.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/support/result.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

class Table;

struct ActivityColumns {
    std::optional<std::size_t> date;
    std::optional<std::size_t> person;
    std::optional<std::size_t> activity;
    std::optional<std::size_t> count;
};

/// By their headers in English or Japanese, else by position. Err:502 if there is none for date or activity.
Result<ActivityColumns> activity_columns(const Table& log);

class ActivityLog {
  public:
    /// A row without a count is one; rows
    /// without a readable date or an activity are left out and counted. Errors of `activity_columns`.
    static Result<ActivityLog> read(const Table& log);

    /// Whether anybody ever did it; compared as text.
    bool knows(std::string_view activity) const { return find(activity) != nullptr; }
    /// How often it was done in the period by these people (folded names; none: by anybody).
    double count(std::string_view activity, std::span<const std::string> persons,
                 const DateRange& period) const;
    /// When it was first done, and last by that moment; `no_instant` if never. Rows that count 0 are no deed.
    Instant first(std::string_view activity) const;
    Instant last(std::string_view activity, Instant by) const;
    /// Rows without a readable date, activity or count.
    std::size_t left_out() const { return left_out_; }

  private:
    /// Running totals by date, so that any period costs two searches.
    struct Series {
        std::vector<std::pair<Instant, double>> entries;  // date and count; after `finish` the total so far
        void finish();
        double between(const DateRange& period) const;
    };
    struct Activity {
        Series all;
        std::unordered_map<std::string, Series> by_person;
    };
    const Activity* find(std::string_view activity) const;

    std::unordered_map<std::string, Activity> activities_;
    std::size_t left_out_ = 0;
};

}  // namespace kakehashi
