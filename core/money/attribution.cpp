#include "core/money/attribution.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "core/leads/leads.hpp"
#include "core/leads/needed_role.hpp"
#include "core/leads/stages.hpp"
#include "core/money/exact_parts.hpp"
#include "core/money/wins.hpp"
#include "core/support/statistics.hpp"

namespace kakehashi {
namespace {

constexpr double half_life_days = 7.0;
constexpr std::size_t most_tables = 2;  // of touches that are kept: they are large
constexpr std::size_t most_answers = 64;

/// The first and the last get `end` each, those between them the rest.
void by_position(double end, std::vector<double>& shares) {
    const std::size_t n = shares.size();
    if (n < 3) return shares.assign(n, 1.0 / static_cast<double>(n));
    shares.assign(n, (1.0 - 2.0 * end) / static_cast<double>(n - 2));
    shares.front() = shares.back() = end;
}

void by_age(const std::vector<Touch>& touches, Instant close, std::vector<double>& shares) {
    // Without a known close the last touch stands for it: the proportions are the same.
    const Instant end = close == no_instant ? touches.back().instant : close;
    const double youngest = days_between(touches.back().instant, end);
    Sum total;
    for (std::size_t i = 0; i < touches.size(); ++i) {
        const double days = days_between(touches[i].instant, end) - youngest;
        shares[i] = std::exp2(-days / half_life_days);
        total.add(shares[i]);
    }
    for (double& share : shares) share /= total.total();
}

/// The last touch at or before the marker.
std::optional<std::size_t> touch_of(Instant marker, const std::vector<Touch>& touches) {
    if (marker == no_instant) return std::nullopt;
    for (std::size_t i = touches.size(); i-- > 0;)
        if (not_before(marker, touches[i].instant)) return i;
    return std::nullopt;
}

/// 90 % on the markers that are there, in equal parts, 10 % on the touches without one.
void by_markers(const std::vector<Touch>& touches, std::span<const Instant> markers,
                std::vector<double>& shares) {
    std::vector<std::size_t> bearers(touches.size(), 0);
    bearers.front() = 1;  // the first touch is a marker of its own
    std::size_t present = 1;
    for (const Instant marker : markers) {
        if (const auto touch = touch_of(marker, touches)) {
            ++bearers[*touch];
            ++present;
        }
    }
    const auto others = static_cast<std::size_t>(std::ranges::count(bearers, std::size_t{0}));
    const double marked = (others == 0 ? 1.0 : 0.9) / static_cast<double>(present);
    for (std::size_t i = 0; i < shares.size(); ++i)
        shares[i] =
            bearers[i] == 0 ? 0.1 / static_cast<double>(others) : marked * static_cast<double>(bearers[i]);
}

}  // namespace

std::vector<double> attribution_shares(AttributionModel model, const std::vector<Touch>& touches,
                                       const Markers& markers) {
    std::vector<double> shares(touches.size(), 0.0);
    const std::array<Instant, 3> dates = {markers.created, markers.opportunity, markers.close};
    switch (model) {
        case AttributionModel::first:
            shares.front() = 1.0;
            break;
        case AttributionModel::last:
            shares.back() = 1.0;
            break;
        case AttributionModel::linear:
            shares.assign(shares.size(), 1.0 / static_cast<double>(shares.size()));
            break;
        case AttributionModel::u_shaped:
            by_position(0.4, shares);
            break;
        case AttributionModel::w_shaped:
            by_markers(touches, std::span(dates).first(2), shares);
            break;
        case AttributionModel::full_path:
            by_markers(touches, dates, shares);
            break;
        case AttributionModel::time_decay:
            by_age(touches, markers.close, shares);
            break;
    }
    settle(shares, 1.0);
    return shares;
}

Result<Attribution::Kept*> Attribution::kept(const std::shared_ptr<const Table>& touches) const {
    const auto known = std::ranges::find_if(
        kept_, [&](const std::unique_ptr<Kept>& kept) { return kept->touches.same_as(*touches); });
    if (known != kept_.end()) {
        std::rotate(kept_.begin(), known, known + 1);
        return kept_.front().get();
    }
    auto joined = Touches::join(touches, leads_);
    if (!joined) return error_of(joined);
    if (kept_.size() == most_tables) kept_.pop_back();
    kept_.insert(kept_.begin(), std::make_unique<Kept>(Kept{std::move(*joined), {}}));
    return kept_.front().get();
}

Result<std::vector<double>> Attribution::attribute(const Touches& touches, AttributionModel model,
                                                   AttributionMeasure measure,
                                                   const DateRange& period) const {
    const auto won = wins(leads_, period, leads_.present());
    if (!won) return error_of(won);
    const Column* amount = leads_.role(Role::amount);
    if (measure == AttributionMeasure::value && amount == nullptr) return error_of(amounts_of(leads_, *won));
    std::span<const double> amounts;
    if (measure == AttributionMeasure::value) amounts = amount->as_numbers();
    const Column* created = leads_.role(Role::created);
    std::optional<std::size_t> opportunity;
    if (model == AttributionModel::w_shaped || model == AttributionModel::full_path) {
        const auto stage = opportunity_stage(leads_);
        if (!stage) return error_of(stage);
        opportunity = *stage;
    }
    const Stages* stages = opportunity ? &leads_.derived<Stages>() : nullptr;
    const Instant known = inclusive_end(leads_.as_of());
    const std::vector<Instant>& closed = leads_.closed();

    std::vector<Sum> sums(touches.channel_codes());
    touches.for_each_lead([&](std::size_t row, const std::vector<Touch>& path) {
        if (!won->test(row)) return;
        const double worth = amounts.empty() ? 1.0 : amounts[row];
        if (std::isnan(worth)) return;
        Markers markers{created == nullptr ? no_instant : created->as_instants()[row], no_instant,
                        closed[row]};
        if (stages != nullptr) markers.opportunity = stages->first_entry(*opportunity, row, earliest, known);
        const std::vector<double> shares = attribution_shares(model, path, markers);
        for (std::size_t i = 0; i < path.size(); ++i) sums[path[i].channel].add(shares[i] * worth);
    });
    std::vector<double> result;
    for (const Sum& sum : sums) result.push_back(sum.total());
    return result;
}

Result<double> Attribution::of(const std::shared_ptr<const Table>& touches, std::string_view channel,
                               AttributionModel model, AttributionMeasure measure,
                               const DateRange& period) const {
    const auto here = kept(touches);
    if (!here) return error_of(here);
    const auto code = (*here)->touches.channel(channel);
    if (!code)
        return not_available({fmt::format("No touch has the channel \"{}\".", channel),
                              fmt::format("チャネル「{}」のタッチがありません。", channel)});
    auto& answers = (*here)->by_channel;
    const Question question{model, measure, period.from, period.to};
    auto answer = answers.find(question);
    if (answer == answers.end()) {
        auto sums = attribute((*here)->touches, model, measure, period);
        if (!sums) return error_of(sums);
        if (answers.size() >= most_answers) answers.clear();
        answer = answers.emplace(question, std::move(*sums)).first;
    }
    return answer->second[*code];
}

}  // namespace kakehashi
