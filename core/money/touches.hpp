// The touches that led to wins: a table with the headers id, date, channel, joined to the won leads.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/support/result.hpp"
#include "core/table/instant.hpp"
#include "core/table/table.hpp"

namespace kakehashi {

class Leads;

struct Touch {
    Instant instant;
    std::uint32_t channel;  // key code in the table's channel column; 0 = blank
};

/// The channels of a table of touches, most touches first, ties by text; `(blank)` for touches without one.
/// #N/A if there is no column `channel`, or no touch.
Result<std::vector<std::string>> channels_of(const Table& touches);

class Touches {
  public:
    /// #N/A if a column is missing, or if no column holds the leads' ids.
    static Result<Touches> join(std::shared_ptr<const Table> table, const Leads& leads);

    /// Whether the other table has the same cells in the columns that matter here.
    bool same_as(const Table& other) const;
    /// Compared as text, `(blank)` for touches without one; nothing if no touch has it.
    std::optional<std::uint32_t> channel(std::string_view name) const;
    std::size_t channel_codes() const;  // one more than there are channels

    /// Calls `visit(row, touches)` for each won lead with at least one touch that counts, ascending.
    template <class Visitor>
    void for_each_lead(Visitor&& visit) const {
        std::vector<Touch> touches;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            touches.assign(touches_.begin() + static_cast<std::ptrdiff_t>(ends_[i]),
                           touches_.begin() + static_cast<std::ptrdiff_t>(ends_[i + 1]));
            visit(rows_[i], touches);
        }
    }

  private:
    Touches(std::shared_ptr<const Table> table, const Column& id, const Column& date, const Column& channel)
        : table_(std::move(table)), id_(&id), date_(&date), channel_(&channel) {}
    void place(const std::vector<std::size_t>& row_of_touch, const Leads& leads);

    std::shared_ptr<const Table> table_;
    const Column* id_;
    const Column* date_;
    const Column* channel_;
    std::vector<std::size_t> rows_;  // of the leads with touches
    std::vector<std::size_t> ends_;  // of each lead's touches; one more than rows, begins with 0
    std::vector<Touch> touches_;     // by lead, in order
};

}  // namespace kakehashi
