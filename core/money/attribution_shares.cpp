#include "core/money/attribution_shares.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "core/leads/stages.hpp"
#include "core/money/exact_parts.hpp"
#include "core/support/statistics.hpp"

namespace kakehashi {
namespace {

constexpr double half_life_days = 7.0;

/// The last touch at or before the marker.
std::optional<std::size_t> touch_of(Instant marker, std::span<const Touch> path) {
    if (marker == no_instant) return std::nullopt;
    for (std::size_t i = path.size(); i-- > 0;)
        if (not_before(marker, path[i].instant)) return i;
    return std::nullopt;
}

}  // namespace

/// The first and the last get `end` each, those between them the rest.
void AttributionShares::by_position(double end) {
    const std::size_t n = shares_.size();
    if (n < 3) return shares_.assign(n, 1.0 / static_cast<double>(n));
    shares_.assign(n, (1.0 - 2.0 * end) / static_cast<double>(n - 2));
    shares_.front() = shares_.back() = end;
}

void AttributionShares::by_age(std::span<const Touch> path, Instant close) {
    // Without a known close the last touch stands for it: the proportions are the same.
    const Instant end = close == no_instant ? path.back().instant : close;
    const double youngest = days_between(path.back().instant, end);
    Sum total;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const double days = days_between(path[i].instant, end) - youngest;
        shares_[i] = std::exp2(-days / half_life_days);
        total.add(shares_[i]);
    }
    for (double& share : shares_) share /= total.total();
}

/// 90 % on the markers that are there, in equal parts, 10 % on the touches without one.
void AttributionShares::by_markers(std::span<const Touch> path, std::span<const Instant> markers) {
    bearers_.assign(path.size(), 0);
    bearers_.front() = 1;  // the first touch is a marker of its own
    std::size_t present = 1;
    for (const Instant marker : markers) {
        if (const auto touch = touch_of(marker, path)) {
            ++bearers_[*touch];
            ++present;
        }
    }
    const auto others = static_cast<std::size_t>(std::ranges::count(bearers_, std::size_t{0}));
    const double marked = (others == 0 ? 1.0 : 0.9) / static_cast<double>(present);
    for (std::size_t i = 0; i < shares_.size(); ++i)
        shares_[i] =
            bearers_[i] == 0 ? 0.1 / static_cast<double>(others) : marked * static_cast<double>(bearers_[i]);
}

std::span<const double> AttributionShares::of(std::span<const Touch> path, const Markers& markers) {
    shares_.assign(path.size(), 0.0);
    const std::array<Instant, 3> dates = {markers.created, markers.opportunity, markers.close};
    switch (model_) {
        case AttributionModel::first:
            shares_.front() = 1.0;
            break;
        case AttributionModel::last:
            shares_.back() = 1.0;
            break;
        case AttributionModel::linear:
            shares_.assign(shares_.size(), 1.0 / static_cast<double>(shares_.size()));
            break;
        case AttributionModel::u_shaped:
            by_position(0.4);
            break;
        case AttributionModel::w_shaped:
            by_markers(path, std::span(dates).first(2));
            break;
        case AttributionModel::full_path:
            by_markers(path, dates);
            break;
        case AttributionModel::time_decay:
            by_age(path, markers.close);
            break;
    }
    settle(shares_, 1.0);
    return shares_;
}

}  // namespace kakehashi
