// Why errors came up: the last hundred, for the panel and the log.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>

#include "core/support/result.hpp"

namespace kakehashi::addin {

/// What Calc shows for an error number: `#N/A`, `#DIV/0!`, `#VALUE!`, `#NAME?`, `#REF!`, `#NUM!`, else
/// `Err:502`.
std::string shown(ErrorCode code);

struct Message {
    std::string function;   // LEAD.COUNT
    std::string arguments;  // `Leads.A1:H100; Sourc = Web`
    CellError error;
    std::chrono::system_clock::time_point time;

    /// `LEAD.COUNT: Err:502: …`
    std::string text(Language language) const;
};

/// Thread-safe. A message that is there already moves to the front instead of coming twice.
class Messages {
  public:
    static constexpr std::size_t capacity = 100;

    static Messages& instance();

    void record(std::string_view function, std::string arguments, const CellError& error);
    std::size_t size() const;
    /// Newest first. An empty message if there is none with that index.
    Message at(std::size_t index) const;

  private:
    mutable std::mutex mutex_;
    std::deque<Message> messages_;
};

}  // namespace kakehashi::addin
