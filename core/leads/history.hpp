// A log of what happened to leads: id, stage, date[, reason], one row per entry into a stage.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/support/result.hpp"
#include "core/table/table.hpp"
#include "core/table/text_list.hpp"

namespace kakehashi {

class History {
  public:
    /// The log's columns by the roles id, stage, date, reason, else by position. Entries without a readable
    /// date, an id or a stage are left out and counted. Err:502 if there are fewer than three columns.
    static Result<std::shared_ptr<const History>> read(const Table& log);

    struct Entry {
        std::uint32_t id;     // index into ids()
        std::uint32_t stage;  // index into stages()
        Instant instant;
    };
    const std::vector<Entry>& entries() const { return entries_; }      // in the order of the log
    const TextList& ids() const { return ids_; }                        // folded
    const std::vector<std::string>& stages() const { return stages_; }  // folded
    std::size_t left_out() const { return left_out_; }

  private:
    std::vector<Entry> entries_;
    TextList ids_;
    std::vector<std::string> stages_;
    std::size_t left_out_ = 0;
};

}  // namespace kakehashi
