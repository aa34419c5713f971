#include "core/funnel/stuck.hpp"

#include <algorithm>
#include <cmath>

#include "core/funnel/figures.hpp"
#include "core/leads/leads.hpp"
#include "core/leads/stays.hpp"

namespace kakehashi {

std::optional<StayLimit> agreed_limit(const Leads& leads, std::size_t stage) {
    const PlaybookStage& agreed = leads.playbook().stages[stage];
    if (agreed.within_days) return StayLimit{StayLimit::Runs::always, *window_of(*agreed.within_days)};
    if (agreed.within_hours)
        return StayLimit{StayLimit::Runs::in_working_hours, *window_of(*agreed.within_hours / 24.0)};
    return std::nullopt;
}

Result<std::vector<Instant>> StageTime::measure(StayLimit::Runs runs) const {
    const Stages& stages = leads_.derived<Stages>();
    const auto now = stages.now(leads_.as_of());
    if (!now) return error_of(now);
    const auto ended = leads_.ended();
    if (!ended) return error_of(ended);
    const Calendar calendar = working_calendar(leads_.playbook());
    const bool working = runs == StayLimit::Runs::in_working_hours;
    const Instant end_of_last = working ? inclusive_end(leads_.as_of()) : leads_.as_of();
    const auto length = [&](Instant begin, Instant end) {
        if (!working) return std::max<Instant>(0, end - begin);
        const double hours = calendar.working_hours_between(begin, end);
        return static_cast<Instant>(std::llround(hours * static_cast<double>(ms_per_hour)));
    };
    std::vector<Instant> result(leads_.rows(), no_instant);
    std::vector<StageEntry> journey;
    leads_.present().for_each([&](std::size_t row) {
        const std::size_t stage = (*now)[row];
        if (stage == Stages::none || (*ended)->test(row)) return;
        stages.journey(row, inclusive_end(leads_.as_of()), journey);
        for_each_stay(journey, stage, end_of_last, [&](Instant begin, Instant end) {
            result[row] = std::max<Instant>(0, result[row]) + length(begin, end);
        });
    });
    return result;
}

Result<const std::vector<Instant>*> StageTime::spent(StayLimit::Runs runs) const {
    auto& kept = spent_[runs == StayLimit::Runs::always ? 0 : 1];
    if (!kept) {
        auto measured = measure(runs);
        if (!measured) return error_of(measured);
        kept = std::move(*measured);
    }
    return &*kept;
}

Result<Bitmap> stuck(const Leads& leads, std::size_t stage, const StayLimit& limit, const Bitmap& where) {
    const auto there = leads.derived<Funnel>().at(stage);
    if (!there) return error_of(there);
    const auto spent = leads.derived<StageTime>().spent(limit.runs);
    if (!spent) return error_of(spent);
    Bitmap result = **there & where;
    Bitmap longer = Bitmap::where(leads.rows(), [&](std::size_t row) {
        return (**spent)[row] != no_instant && (**spent)[row] > limit.length;
    });
    return result &= longer;
}

}  // namespace kakehashi
