// When leads arrived at a stage: what conversion asks with yes or no, with its date.
#include <algorithm>

#include "core/funnel/funnel.hpp"
#include "core/leads/leads.hpp"
#include "core/support/parallel.hpp"

namespace kakehashi {

/// Every stage after `from` up to `to`, one after the other.
Funnel::Arrival Funnel::end_of_chain(std::size_t from, std::size_t to, std::size_t row, Instant start) const {
    Instant last = start;
    for (std::size_t stage = from + 1; stage <= to; ++stage) {
        if (stages_.undated(stage, row)) continue;
        const Instant entry = stages_.next_entry(stage, row, last, as_of_);
        if (entry == no_instant) return {};
        last = std::max(last, entry);
    }
    if (stages_.undated(to, row)) return {no_instant, true};
    return {last, false};
}

Funnel::Arrival Funnel::arrival(std::size_t from, std::size_t to, std::size_t row, Instant start) const {
    if (to == from) return {start, false};
    if (to < from) return {stages_.first_entry(to, row, behind(start), as_of_), false};
    if (strict_) return end_of_chain(from, to, row, start);
    // The stage itself; else it was passed with the next one really entered, on that date.
    for (std::size_t stage = to; stage < stages_.count(); ++stage) {
        if (stages_.undated(stage, row)) return {no_instant, true};
        if (const Instant entry = stages_.next_entry(stage, row, start, as_of_); entry != no_instant)
            return {std::max(start, entry), false};
        // One date per stage, and it lies before the start: such a lead counts inside any window.
        if (!stages_.is_logged(stage) && stages_.entered(stage, row, as_of_)) return {start, false};
    }
    return {};
}

const Arrivals& Funnel::arrivals(std::size_t from, std::size_t to, const DateRange& period) const {
    const std::tuple key{from, to, period.from, period.to};
    if (const auto found = arrivals_.find(key); found != arrivals_.end()) return found->second;
    if (arrivals_.size() >= 4) arrivals_.clear();  // they are worth their memory only while they are few
    const std::size_t rows = leads_.rows();
    Arrivals result{std::vector(rows, no_instant), std::vector(rows, no_instant), Bitmap(rows)};
    for_each_row(leads_.present(), [&](std::size_t row) {
        const Start begin = start(from, row, period);
        if (!begin.entered || begin.instant == no_instant) return;
        const Arrival end = arrival(from, to, row, begin.instant);
        result.start[row] = begin.instant;
        result.end[row] = end.instant;
        if (end.undated) result.undated.set(row);
    });
    return arrivals_[key] = std::move(result);
}

}  // namespace kakehashi
