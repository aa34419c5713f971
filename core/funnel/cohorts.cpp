#include "core/funnel/cohorts.hpp"

#include <algorithm>

#include "core/leads/leads.hpp"

namespace kakehashi {
namespace {

constexpr std::size_t most_cells = 1'000'000;
constexpr std::size_t most_columns = 16'384;  // of a sheet

tl::unexpected<CellError> too_many() {
    return illegal_argument(
        {"There are too many periods between the first entry and the as-of date: take a "
         "longer unit, or a later from.",
         "最初の日から基準日までの期間が多すぎます。より長い単位を指定するか、"
         "開始日を後にしてください。"});
}

/// The first days of the periods from one day to another; one more than fits if there are too many.
std::vector<std::int64_t> periods_between(Instant first, Instant last, PeriodUnit unit,
                                          const Calendar& calendar) {
    std::vector<std::int64_t> first_days;
    Period period = period_of(first, unit, calendar);
    first_days.push_back(period.first_day);
    while (period.last_day < day_of(last) && first_days.size() <= most_columns) {
        period = next_period(period, unit, calendar);
        first_days.push_back(period.first_day);
    }
    return first_days;
}

std::size_t index_of(Instant instant, const std::vector<std::int64_t>& first_days) {
    const auto after = std::ranges::upper_bound(first_days, day_of(instant));
    return static_cast<std::size_t>(after - first_days.begin()) - 1;
}

struct Ends {
    Instant first = no_instant;
    Instant last = no_instant;
};
Ends starts_of(const Arrivals& arrivals, const Bitmap& where) {
    Ends ends;
    where.for_each([&](std::size_t row) {
        const Instant start = arrivals.start[row];
        if (start == no_instant) return;
        ends.first = ends.first == no_instant ? start : std::min(ends.first, start);
        ends.last = std::max(ends.last, start);
    });
    return ends;
}

}  // namespace

Result<Cohorts> cohorts(const Leads& leads, std::size_t from, std::size_t to, PeriodUnit unit,
                        const DateRange& period, const Bitmap& where) {
    const Arrivals& arrivals = leads.derived<Funnel>().arrivals(from, to, period);
    const Ends starts = starts_of(arrivals, where);
    if (starts.first == no_instant)
        return not_available(
            {"No lead entered the stage in the period.", "期間中にこのステージに入ったリードがありません。"});
    const Instant as_of = inclusive_end(leads.as_of());
    const Calendar& calendar = leads.playbook().calendar;
    const auto first_days = periods_between(starts.first, as_of, unit, calendar);
    if (first_days.size() > most_columns) return too_many();

    Cohorts result;
    const bool last_is_over = end_of_day(period_of(as_of, unit, calendar).last_day * ms_per_day) <= as_of;
    result.over = first_days.size() - (last_is_over ? 0 : 1);
    result.columns = std::max<std::size_t>(1, result.over);
    result.sizes.assign(index_of(starts.last, first_days) + 1, 0);
    if (result.sizes.size() * (result.columns + 1) > most_cells) return too_many();
    result.reached.assign(result.sizes.size() * result.columns, 0);
    where.for_each([&](std::size_t row) {
        if (arrivals.start[row] == no_instant) return;
        const std::size_t cohort = index_of(arrivals.start[row], first_days);
        ++result.sizes[cohort];
        if (arrivals.end[row] == no_instant) return;
        const std::size_t after = index_of(arrivals.end[row], first_days) - cohort;
        if (after < result.columns) ++result.reached[cohort * result.columns + after];
    });
    for (std::size_t i = 0; i < result.reached.size(); ++i)
        if (i % result.columns != 0) result.reached[i] += result.reached[i - 1];
    return result;
}

}  // namespace kakehashi
