// The touches of leads: a table with the headers id, date, channel, read into arrays that stand by
// themselves.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <variant>
#include <vector>

#include "core/money/channels.hpp"
#include "core/support/result.hpp"
#include "core/table/instant.hpp"
#include "core/table/table.hpp"
#include "core/table/text_list.hpp"

namespace kakehashi {

struct Touch {
    Instant instant;
    std::uint32_t channel;  // its code in `Channels`
};

/// Immutable; knows nothing of any lead, so that all revisions of a lead list share it.
class Touches {
  public:
    /// #N/A if a column is missing.
    static Result<std::shared_ptr<const Touches>> read(const Table& table);

    const Channels& channels() const { return channels_; }
    /// The different ids, folded, in the order in which they first appear.
    const TextList& ids() const { return ids_; }
    /// The touches of that id with a readable date, by date; those at the same instant as in their table.
    std::span<const Touch> of(std::size_t id) const {
        return {touches_.data() + begins_[id], touches_.data() + begins_[id + 1]};
    }

  private:
    explicit Touches(Channels channels) : channels_(std::move(channels)) {}
    void place(const Column::Keys& ids, std::span<const Instant> dates, const Column::Keys& channels);

    Channels channels_;
    TextList ids_;
    std::vector<std::uint32_t> begins_;  // of each id's touches; one more than ids
    std::vector<Touch> touches_;
};

/// A handle, or a range. Neither is null.
using GivenTouches = std::variant<std::shared_ptr<const Touches>, std::shared_ptr<const CellSource>>;

/// The touches of the range that was read last. As long as its cells are the same, which only reading them
/// can tell, it gives the same object, for which others keep what they work out. Belongs to a document; not
/// thread-safe.
class LastTouches {
  public:
    /// As `Touches::read`. The range is not null.
    Result<std::shared_ptr<const Touches>> read(const std::shared_ptr<const CellSource>& range);

  private:
    std::shared_ptr<const Table> cells_;
    std::shared_ptr<const Touches> touches_;
};

}  // namespace kakehashi
