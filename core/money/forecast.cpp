#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "core/funnel/funnel.hpp"
#include "core/leads/leads.hpp"
#include "core/money/money.hpp"
#include "core/money/wins.hpp"
#include "core/support/statistics.hpp"

namespace kakehashi {
namespace {

/// What past leads say of those that are at a stage now.
struct Past {
    double chance = 0.0;       // P(won | stage), or its bound
    std::vector<double> days;  // ascending: from the stage to the win, where both have dates
};

class Forecast {
  public:
    Forecast(const Leads& leads, const Stages& stages, Instant until, Bound bound, const Bitmap& where)
        : leads_(leads), stages_(stages), until_(until), bound_(bound), where_(where) {}

    Result<double> value() const;

  private:
    Result<Past> past(std::size_t stage) const;
    Result<double> chance(std::size_t stage, const Bitmap& reached) const;
    Result<double> in_time(const Past& past, std::size_t stage, std::size_t row) const;
    Result<double> at_stage(std::size_t stage, const Bitmap& rows, std::span<const double> amounts,
                            const Result<double>& mean) const;

    const Leads& leads_;
    const Stages& stages_;
    Instant until_;
    Bound bound_;
    const Bitmap& where_;
};

Result<double> Forecast::chance(std::size_t stage, const Bitmap& reached) const {
    const auto won = leads_.outcome(Outcome::won);
    if (!won) return error_of(won);
    const auto lost = leads_.outcome(Outcome::lost);
    if (!lost) return error_of(lost);
    const double wins = static_cast<double>((reached & **won).count());
    const double closed = static_cast<double>((reached & (**won | **lost)).count());
    const std::string& name = stages_.names()[stage];
    if (closed == 0.0)
        return division_by_zero(
            {fmt::format("No lead that reached \"{}\" was won or lost yet, so there is no rate for it.",
                         name),
             fmt::format("「{}」に達したリードに受注も失注もまだないため、率を求められません。", name)});
    if (bound_ == Bound::expected) return wins / closed;
    const Interval interval = wilson_interval(wins, closed);
    return bound_ == Bound::low ? interval.low : interval.high;
}

Result<Past> Forecast::past(std::size_t stage) const {
    const Bitmap reached = stages_.reached(stage, leads_.as_of()) & where_;
    const auto share = chance(stage, reached);
    if (!share) return error_of(share);
    Past result{*share, {}};
    if (until_ == no_instant) return result;
    const auto won = leads_.outcome(Outcome::won);
    if (!won) return error_of(won);
    const std::vector<Instant>& closed = leads_.closed();
    (reached & **won).for_each([&](std::size_t row) {
        const Instant entry = stages_.first_entry(stage, row, earliest, inclusive_end(leads_.as_of()));
        if (entry != no_instant && closed[row] != no_instant && not_before(closed[row], entry))
            result.days.push_back(days_between(entry, closed[row]));
    });
    std::ranges::sort(result.days);
    return result;
}

/// The share of past wins that took no longer than this lead still can.
Result<double> Forecast::in_time(const Past& past, std::size_t stage, std::size_t row) const {
    if (until_ == no_instant) return 1.0;
    const Instant entry = stages_.first_entry(stage, row, earliest, inclusive_end(leads_.as_of()));
    if (entry == no_instant) return 0.0;
    if (past.days.empty())
        return division_by_zero(
            {fmt::format("No past win has both the date of \"{}\" and of its win.", stages_.names()[stage]),
             fmt::format("「{}」の日と受注日の両方がある受注がありません。", stages_.names()[stage])});
    const double time = static_cast<double>(inclusive_end(until_) - entry) / static_cast<double>(ms_per_day);
    const auto late = std::ranges::upper_bound(past.days, time);
    return static_cast<double>(late - past.days.begin()) / static_cast<double>(past.days.size());
}

Result<double> Forecast::at_stage(std::size_t stage, const Bitmap& rows, std::span<const double> amounts,
                                  const Result<double>& mean) const {
    const auto known = past(stage);
    if (!known) return error_of(known);
    Sum total;
    if (known->chance == 0.0) return 0.0;
    std::optional<CellError> fault;
    rows.for_each([&](std::size_t row) {
        if (fault) return;
        const auto share = in_time(*known, stage, row);
        const bool blank = std::isnan(amounts[row]);
        if (!share) {
            fault = share.error();
        } else if (blank && !mean) {
            fault = mean.error();
        } else {
            total.add(known->chance * *share * (blank ? *mean : amounts[row]));
        }
    });
    if (fault) return tl::unexpected(*fault);
    return total.total();
}

Result<double> Forecast::value() const {
    const auto ended = leads_.ended();
    if (!ended) return error_of(ended);
    const auto won = wins(leads_, DateRange{}, where_);
    if (!won) return error_of(won);
    const auto mean = mean_won_value(leads_, *won);
    if (!mean && mean.error().code == ErrorCode::not_available) return mean;  // no amounts at all
    const auto amounts = leads_.role(Role::amount)->as_numbers();
    const Bitmap open = where_ - **ended;
    Sum total;
    for (std::size_t stage = 0; stage < stages_.count(); ++stage) {
        const auto at = leads_.derived<Funnel>().at(stage);
        if (!at) return error_of(at);
        const Bitmap rows = **at & open;
        if (rows.none()) continue;
        const auto part = at_stage(stage, rows, amounts, mean);
        if (!part) return part;
        total.add(*part);
    }
    return total.total();
}

}  // namespace

Result<double> forecast(const Leads& leads, Instant until, Bound bound, const Bitmap& where) {
    const auto stages = leads.stages();
    if (!stages) return error_of(stages);
    if (const auto sound = (*stages)->check_all(); !sound) return error_of(sound);
    return Forecast(leads, **stages, until, bound, where).value();
}

}  // namespace kakehashi
