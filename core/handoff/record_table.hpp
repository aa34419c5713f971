// The record of hand-offs as it stands: its columns under their headers in either language, and the rows of
// one lead.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/table/table.hpp"

namespace kakehashi::handoff {

class RecordTable {
  public:
    /// May be null: then there is nothing in it.
    explicit RecordTable(const Table* table) : table_(table) {}

    bool is() const { return table_ != nullptr; }
    /// By its key (core/workbook/data_sheets.hpp); null if there is none.
    const Column* column(std::string_view key) const;
    /// The latest row with that id that `fits`; nothing if there is none.
    std::optional<std::size_t> latest(const std::string& id,
                                      const std::function<bool(std::size_t)>& fits) const;

  private:
    const Table* table_;
};

}  // namespace kakehashi::handoff
