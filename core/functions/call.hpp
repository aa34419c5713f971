// One call of a function: its arguments, read in the way their kind asks for. Each reader gives the error that the
// contract asks for (Err:502 for a wrong kind), so bodies only compose.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/functions/value.hpp"
#include "core/leads/leads.hpp"
#include "core/playbook/playbook.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {

/// What a call can know of the place it is made from.
struct Caller {
    Language language = Language::english;
    Instant now = no_instant;  // clock time
    ReadingLocale locale;
    /// Opens a JSON file named by a cell, if the safety rules allow it; Err:502 with the reason if not.
    std::function<Result<std::string>(const std::string& path)> read_file;
};

class Call {
  public:
    Call(std::vector<Argument> arguments, const Caller& caller)
        : arguments_(std::move(arguments)), caller_(caller) {}

    const Caller& caller() const { return caller_; }
    std::size_t size() const { return arguments_.size(); }

    /// A handle, or a table read for this call only.
    Result<std::shared_ptr<const Leads>> leads(std::size_t i) const;
    /// Null if missing.
    Result<std::shared_ptr<const ReadPlaybook>> playbook(std::size_t i) const;
    /// Null if missing.
    Result<std::shared_ptr<const History>> history(std::size_t i) const;
    /// The range itself, for functions that make a handle of it.
    Result<std::shared_ptr<const CellSource>> source(std::size_t i) const;

    /// Empty if missing; numbers in their shortest form.
    Result<std::string> text(std::size_t i) const;
    /// Nothing if missing, or 0 where 0 means empty (`blank_is_zero`: a blank cell arrives as 0).
    Result<std::optional<double>> number(std::size_t i, bool zero_is_empty = true) const;
    /// `no_instant` if missing or 0. As written: see `inclusive_end`.
    Result<Instant> date(std::size_t i) const;
    /// [from, to], both inclusive; unbounded where empty. Err:502 if from > to? No: an empty period counts nothing.
    Result<std::pair<Instant, Instant>> period(std::size_t from, std::size_t to) const;

  private:
    std::vector<Argument> arguments_;
    const Caller& caller_;
};

}  // namespace kakehashi
