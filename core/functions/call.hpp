// One call of a function: its arguments, read in the way their kind asks for. Each reader gives the error
// that the contract asks for (Err:502 for a wrong kind), so bodies only compose.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/functions/value.hpp"
#include "core/leads/leads.hpp"
#include "core/money/touches.hpp"
#include "core/playbook/playbook.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {

/// What a call can know of the place it is made from.
struct Caller {
    Language language = Language::english;
    Instant now = no_instant;  // clock time
    ReadingLocale locale;
    std::shared_ptr<LastTouches> last_touches = std::make_shared<LastTouches>();
    /// Reads a JSON file named by a cell, if the safety rules allow it; Err:502 with the reason if not.
    std::function<Result<std::string>(const std::string& path)> read_file;
};

class Call {
  public:
    Call(std::vector<Argument> arguments, const Caller& caller)
        : arguments_(std::move(arguments)), caller_(caller) {}

    const Caller& caller() const { return caller_; }
    bool missing(std::size_t i) const;

    /// A handle, or a table read for this call only.
    Result<std::shared_ptr<const Leads>> leads(std::size_t i) const;
    /// Null if missing.
    Result<std::shared_ptr<const ReadPlaybook>> playbook(std::size_t i) const;
    /// Null if missing.
    Result<std::shared_ptr<const History>> history(std::size_t i) const;
    /// A handle, or a table read for this call only.
    Result<std::shared_ptr<const Goals>> goals(std::size_t i) const;
    /// A handle, or the range, of which nothing but the headers has been read.
    Result<GivenTouches> touches(std::size_t i) const;
    /// Null if missing.
    Result<std::shared_ptr<const Table>> table(std::size_t i) const;
    /// The range itself, for functions that make a handle of it; Err:502 if it is none.
    Result<std::shared_ptr<const CellSource>> source(std::size_t i) const;

    /// Empty if missing; numbers in their shortest form. 0 is empty where `zero_is_empty`: a blank cell
    /// arrives as 0.
    Result<std::string> text(std::size_t i, bool zero_is_empty = true) const;
    /// Err:502 if missing or blank.
    Result<std::string> required_text(std::size_t i) const;
    /// Nothing if missing, or 0 where `zero_is_empty`. Texts are read as numbers.
    Result<std::optional<double>> number(std::size_t i, bool zero_is_empty = true) const;
    /// `no_instant` if missing or 0; as written (see `inclusive_end`). Texts are read as dates.
    Result<Instant> date(std::size_t i) const;
    /// The arguments `i` and `i + 1` as from and to.
    Result<DateRange> period(std::size_t i) const;

  private:
    const Argument* given(std::size_t i) const;

    std::vector<Argument> arguments_;
    const Caller& caller_;
};

}  // namespace kakehashi
