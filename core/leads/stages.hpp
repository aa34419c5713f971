// Which stage each lead entered, and when: from one date column per stage, from a history log, or from expressions.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/support/result.hpp"
#include "core/table/bitmap.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

class Leads;

/// True if an entry at `b` does not come before one at `a`; on one day where either has no time, ties count in
/// favour of progress.
constexpr bool not_before(Instant b, Instant a) {
    return b >= a || (day_of(a) == day_of(b) && (!has_time(a) || !has_time(b)));
}

class Stages {
  public:
    explicit Stages(const Leads& leads);

    std::size_t count() const { return names_.size(); }
    const std::vector<std::string>& names() const { return names_; }
    /// By folded name; #N/A if the playbook has no such stage.
    Result<std::size_t> index(std::string_view name) const;

  private:
    std::vector<std::string> names_;
};

}  // namespace kakehashi
