// The log of what people did: date, person, activity, count.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/support/result.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

class Table;

class ActivityLog {
  public:
    /// Columns by their headers in English or Japanese, else by position. A row without a count is one; rows
    /// without a readable date or an activity are left out and counted. Err:502 if there is no column for
    /// one of them.
    static Result<ActivityLog> read(const Table& log);

    /// Whether anybody ever did it; compared as text.
    bool knows(std::string_view activity) const { return find(activity) != nullptr; }
    /// How often it was done in the period by these people (folded names; none: by anybody).
    double count(std::string_view activity, std::span<const std::string> persons,
                 const DateRange& period) const;
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
