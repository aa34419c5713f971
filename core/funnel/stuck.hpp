// Leads that are at a stage longer than agreed.
#pragma once

#include <optional>
#include <vector>

#include "core/funnel/funnel.hpp"

namespace kakehashi {

/// How long leads may stay.
struct StayLimit {
    enum class Runs { always, in_working_hours } runs;
    Instant length;
};
/// The stage's `within days`, else its `within hours` in working hours; nothing if neither is agreed.
std::optional<StayLimit> agreed_limit(const Leads& leads, std::size_t stage);

/// The time that each open lead has spent in the stage it is at now: all stays, the running one up to the
/// as-of date (in working hours: to its end if it has no time) included. The stages must be sound.
class StageTime {
  public:
    explicit StageTime(const Leads& leads) : leads_(leads) {}

    /// By row; `no_instant` for leads at no stage, without a date, and for those that have ended.
    Result<const std::vector<Instant>*> spent(StayLimit::Runs runs) const;

  private:
    Result<std::vector<Instant>> measure(StayLimit::Runs runs) const;

    const Leads& leads_;
    mutable std::optional<std::vector<Instant>> spent_[2];
};

/// Leads of `where` that are at the stage now and have spent more than the limit in it.
Result<Bitmap> stuck(const Leads& leads, std::size_t stage, const StayLimit& limit, const Bitmap& where);

}  // namespace kakehashi
