// The channels of a table of touches.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/support/result.hpp"
#include "core/table/table.hpp"

namespace kakehashi {

class Channels {
  public:
    /// #N/A if there is no column `channel`.
    static Result<Channels> read(const Table& touches);

    /// As first written, most touches first, ties by text; `(blank)` for touches without one. #N/A if there
    /// is no touch.
    Result<std::vector<std::string>> names() const;
    /// The key code in the channel column, compared as text, `(blank)` for 0; nothing if no touch has it.
    std::optional<std::uint32_t> code(std::string_view name) const;
    std::size_t codes() const { return counts_.size(); }  // one more than there are channels
    std::size_t touches() const;

  private:
    std::vector<std::string> keys_;    // folded text of code k at k - 1
    std::vector<std::string> texts_;   // as first written
    std::vector<std::size_t> counts_;  // of touches, by code
};

}  // namespace kakehashi
