// How a win is shared among the touches that led to it.
//
// Models: first, last: all to that touch. linear: 1/n. u-shaped: 40 % first, 40 % last, 20 % between (n = 2:
// 50/50). w-shaped: 30 % each on the touches of three markers: the first touch, lead creation (role
// `created`), opportunity creation (first real entry into the playbook's `opportunity stage`), 10 % on the
// other touches. full path: 22.5 % each on these and on the close, 10 % on the others. A marker's touch is
// the last at or before it. A marker without a date (or without such a touch) is missing, and its share is
// spread over those present, as are the 10 % where there are no other touches; one touch may bear several
// markers. time decay: in proportion to 2^(−days before the close ÷ 7).
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/money/touches.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

enum class AttributionModel { first, last, linear, u_shaped, w_shaped, full_path, time_decay };

/// When a won lead's markers happened; `no_instant` where that is not known.
struct Markers {
    Instant created = no_instant;
    Instant opportunity = no_instant;
    Instant close = no_instant;
};

/// Works out one win after the other in the same memory. For one thread.
class AttributionShares {
  public:
    explicit AttributionShares(AttributionModel model) : model_(model) {}

    /// The share of each of at least one touch, in their order: sums to exactly 1. Valid until the next call.
    std::span<const double> of(std::span<const Touch> path, const Markers& markers);

  private:
    void by_position(double end);
    void by_age(std::span<const Touch> path, Instant close);
    void by_markers(std::span<const Touch> path, std::span<const Instant> markers);

    AttributionModel model_;
    std::vector<double> shares_;
    std::vector<std::size_t> bearers_;  // how many markers each touch bears
};

}  // namespace kakehashi
