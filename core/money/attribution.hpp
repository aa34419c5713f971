// Which channels brought the wins: each won lead's conversion is shared among its touches.
//
// A touch counts if its id is a lead's, it has a date, and it does not come after the close; on one day where
// either has no time, it does not. Touches are ordered by date, those at the same instant as in their table.
// A won lead without touches is attributed to nobody. The shares of one conversion sum to exactly 1.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/money/attribution_shares.hpp"
#include "core/money/touches.hpp"
#include "core/support/result.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

class Leads;

enum class AttributionMeasure { conversions, value };

/// Attributions of the leads' wins to channels. What was worked out for the last touches is kept, so that all
/// channels of one model cost one pass.
class Attribution {
  public:
    explicit Attribution(const Leads& leads) : leads_(leads) {}

    /// What of the wins that closed in the period is the channel's: a sum of shares, or of share × amount
    /// (blank amounts count 0). #N/A if no touch has that channel, or a column or role is missing.
    Result<double> of(const std::shared_ptr<const Touches>& touches, std::string_view channel,
                      AttributionModel model, AttributionMeasure measure, const DateRange& period) const;

  private:
    struct Question {
        AttributionModel model;
        AttributionMeasure measure;
        Instant from;
        Instant to;
        auto operator<=>(const Question&) const = default;
    };
    using ByChannel = std::vector<double>;
    struct Kept {
        std::weak_ptr<const Touches> touches;  // those that are gone free their memory
        std::vector<std::uint32_t> rows;       // the lead of each id
        std::map<Question, ByChannel> answers;
    };
    Result<Kept*> kept(const std::shared_ptr<const Touches>& touches) const;
    Result<ByChannel> attribute(const Touches& touches, const std::vector<std::uint32_t>& rows,
                                const Question& question) const;

    const Leads& leads_;
    mutable std::vector<Kept> kept_;  // the most recently used first
};

}  // namespace kakehashi
