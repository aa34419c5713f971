// Which channels brought the wins: each won lead's conversion is shared among its touches.
//
// A touch counts if its id is a lead's, it has a date, and it does not come after the close; on one day where
// either has no time, it does not. Touches are ordered by date, those at the same instant as in their table.
// A won lead without touches is attributed to nobody. The shares of one conversion sum to exactly 1.
//
// Models: first, last: all to that touch. linear: 1/n. u-shaped: 40 % first, 40 % last, 20 % between (n = 2:
// 50/50). w-shaped: 30 % each on the touches of three markers: the first touch, lead creation (role
// `created`), opportunity creation (first real entry into the playbook's `opportunity stage`), 10 % on the
// other touches. full path: 22.5 % each on these and on the close, 10 % on the others. A marker's touch is
// the last at or before it. A marker without a date (or without such a touch) is missing, and its share is
// spread over those present, as are the 10 % where there are no other touches; one touch may bear several
// markers. time decay: in proportion to 2^(−days before the close ÷ 7).
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/money/touches.hpp"
#include "core/support/result.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

enum class AttributionModel { first, last, linear, u_shaped, w_shaped, full_path, time_decay };
enum class AttributionMeasure { conversions, value };

/// When a won lead's markers happened; `no_instant` where that is not known.
struct Markers {
    Instant created = no_instant;
    Instant opportunity = no_instant;
    Instant close = no_instant;
};

/// The share of each of at least one touch, in their order: sums to exactly 1.
std::vector<double> attribution_shares(AttributionModel model, const std::vector<Touch>& touches,
                                       const Markers& markers);

/// Attributions of the leads' wins to channels. Touches come anew with each call; those of the last calls are
/// kept joined to the leads, and recognised by their cells, so that all channels and models of one table of
/// touches cost one pass each.
class Attribution {
  public:
    explicit Attribution(const Leads& leads) : leads_(leads) {}

    /// What of the wins that closed in the period is the channel's: a sum of shares, or of share × amount
    /// (blank amounts count 0). #N/A if no touch has that channel, or a column or role is missing.
    Result<double> of(const std::shared_ptr<const Table>& touches, std::string_view channel,
                      AttributionModel model, AttributionMeasure measure, const DateRange& period) const;

  private:
    using Question = std::tuple<AttributionModel, AttributionMeasure, Instant, Instant>;
    struct Kept {
        Touches touches;
        std::map<Question, std::vector<double>> by_channel;
    };

    Result<Kept*> kept(const std::shared_ptr<const Table>& touches) const;
    Result<std::vector<double>> attribute(const Touches& touches, AttributionModel model,
                                          AttributionMeasure measure, const DateRange& period) const;

    const Leads& leads_;
    mutable std::vector<std::unique_ptr<Kept>> kept_;  // the most recently used first
};

}  // namespace kakehashi
