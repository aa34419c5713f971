#include "core/funnel/funnel.hpp"

#include <algorithm>

#include "core/leads/leads.hpp"
#include "core/support/parallel.hpp"

namespace kakehashi {
namespace {

/// Kept results are worth their memory only while they are few.
template <class Map>
void keep_few(Map& map, std::size_t most) {
    if (map.size() >= most) map.clear();
}

}  // namespace

FunnelRow& FunnelRow::operator+=(const FunnelRow& other) {
    reached += other.reached;
    days.insert(days.end(), other.days.begin(), other.days.end());
    too_young += other.too_young;
    return *this;
}

Funnel::Funnel(const Leads& leads)
    : leads_(leads),
      stages_(leads.derived<Stages>()),
      as_of_(inclusive_end(leads.as_of())),
      strict_(leads.playbook().strict_stages) {}

Funnel::Start Funnel::start(std::size_t stage, std::size_t row, const DateRange& period) const {
    if (const Instant entry = stages_.first_entry(stage, row, period.from, std::min(period.to, as_of_));
        entry != no_instant)
        return {entry, true, false};
    if (stages_.undated(stage, row)) return {no_instant, !period.bounded(), false};
    if (strict_ || stages_.entered(stage, row, as_of_)) return {};
    // Never entered: passed with the next stage really entered, on that date.
    for (std::size_t later = stage + 1; later < stages_.count(); ++later) {
        const Instant entry = stages_.first_entry(later, row, earliest, as_of_);
        if (entry != no_instant) return {entry, period.contains(entry), true};
        if (stages_.undated(later, row)) return {no_instant, !period.bounded(), true};
    }
    return {};
}

Instant Funnel::limit(const Start& start, Window window) const {
    return window ? std::min(as_of_, start.instant + *window) : as_of_;
}

/// A way back is one that was really gone: neither implied nor a matter of ties.
bool Funnel::comes_back(std::size_t stage, std::size_t row, const Start& start, Window window) const {
    if (start.instant == no_instant) return false;
    return stages_.first_entry(stage, row, behind(start.instant), limit(start, window)) != no_instant;
}

/// Whether the lead enters the stage itself, not before the start and within the window. Not for strict
/// chains.
bool Funnel::enters(std::size_t stage, std::size_t row, const Start& start, Window window) const {
    if (stages_.undated(stage, row)) return !window;
    if (start.instant == no_instant) return !window && stages_.entered(stage, row, as_of_);
    if (stages_.next_entry(stage, row, start.instant, limit(start, window)) != no_instant) return true;
    if (stages_.is_logged(stage)) return false;
    // One date per stage, and it lies before the start: out of order, but the lead got there.
    const Instant entry = stages_.first_entry(stage, row, earliest, as_of_);
    return entry != no_instant && !not_before(entry, start.instant);
}

bool Funnel::comes_as_far(std::size_t from, std::size_t to, std::size_t row, const Start& start,
                          Window window) const {
    if (to == from) return true;
    if (to < from) return comes_back(to, row, start, window);
    if (!strict_) {
        for (std::size_t stage = to; stage < stages_.count(); ++stage)
            if (enters(stage, row, start, window)) return true;
        return false;
    }
    return chain_holds(from, to, row, start, window);
}

/// Every stage after `from` up to `to`, one after the other.
bool Funnel::chain_holds(std::size_t from, std::size_t to, std::size_t row, const Start& start,
                         Window window) const {
    const Instant end = start.instant == no_instant ? as_of_ : limit(start, window);
    Instant last = start.instant == no_instant ? earliest : start.instant;
    for (std::size_t stage = from + 1; stage <= to; ++stage) {
        if (stages_.undated(stage, row)) {
            if (window) return false;
            continue;
        }
        const Instant entry = stages_.next_entry(stage, row, last, end);
        if (entry == no_instant) return false;
        last = std::max(last, entry);
    }
    return true;
}

const Bitmap& Funnel::entered(std::size_t stage, const DateRange& period) const {
    const std::tuple key{stage, period.from, period.to};
    if (const auto found = entered_.find(key); found != entered_.end()) return found->second;
    keep_few(entered_, 512);
    Bitmap rows =
        rows_where(leads_.rows(), [&](std::size_t row) { return start(stage, row, period).entered; });
    return entered_[key] = std::move(rows &= leads_.present());
}

Bitmap Funnel::implied(std::size_t stage, const DateRange& period) const {
    Bitmap rows = rows_where(leads_.rows(), [&](std::size_t row) {
        const Start entry = start(stage, row, period);
        return entry.entered && entry.implied;
    });
    return rows &= leads_.present();
}

const Conversion& Funnel::conversion(std::size_t from, std::size_t to, const DateRange& period,
                                     Window window) const {
    const std::tuple key{from, to, period.from, period.to, window.value_or(no_instant)};
    if (const auto found = conversions_.find(key); found != conversions_.end()) return found->second;
    keep_few(conversions_, 256);
    const bool any_entry = leads_.playbook().entry_any && stages_.is_logged(from);
    Conversion result{entered(from, period), Bitmap(leads_.rows())};
    for_each_row(result.entered, [&](std::size_t row) {
        const Start first = start(from, row, period);
        bool converted = comes_as_far(from, to, row, first, window);
        if (!converted && any_entry && !first.implied)
            stages_.for_each_entry(from, row, std::min(period.to, as_of_), [&](Instant entry) {
                if (!converted && entry >= period.from)
                    converted = comes_as_far(from, to, row, {entry, true, false}, window);
            });
        if (converted) result.converted.set(row);
    });
    return conversions_[key] = std::move(result);
}

const Durations& Funnel::days(std::size_t from, std::size_t to, const DateRange& period) const {
    const std::tuple key{from, to, period.from, period.to};
    if (const auto found = days_.find(key); found != days_.end()) return found->second;
    keep_few(days_, 64);
    const Bitmap& present = leads_.present();
    Durations result{Bitmap(leads_.rows()), {}};
    std::vector<std::vector<double>> parts(row_parts(leads_.rows()));
    for_row_parts(leads_.rows(), [&](std::size_t part, std::size_t first, std::size_t last) {
        present.for_each(first, last, [&](std::size_t row) {
            const Instant begin = stages_.first_entry(from, row, period.from, std::min(period.to, as_of_));
            if (begin == no_instant) return;
            const Instant end = to < from ? stages_.first_entry(to, row, behind(begin), as_of_)
                                          : stages_.next_entry(to, row, begin, as_of_);
            if (end == no_instant) return;
            result.rows.set(row);
            parts[part].push_back(days_between(begin, end));
        });
    });
    for (const std::vector<double>& part : parts)
        result.days.insert(result.days.end(), part.begin(), part.end());
    return days_[key] = std::move(result);
}

/// How many stages the lead came through, the first included.
std::size_t Funnel::level(std::size_t row, const Start& start, Window window) const {
    if (strict_) {
        std::size_t stage = 1;
        while (stage < stages_.count() && comes_as_far(0, stage, row, start, window)) ++stage;
        return stage;
    }
    std::size_t stage = stages_.count();
    while (stage > 1 && !enters(stage - 1, row, start, window)) --stage;
    return stage;
}

/// The starting entry: the earliest in the period, or the one that gets furthest if the playbook says so.
Funnel::Start Funnel::best_start(std::size_t row, const DateRange& period, Window window) const {
    Start best = start(0, row, period);
    if (!best.entered || best.implied || !leads_.playbook().entry_any || !stages_.is_logged(0)) return best;
    std::size_t furthest = level(row, best, window);
    stages_.for_each_entry(0, row, std::min(period.to, as_of_), [&](Instant entry) {
        if (entry <= best.instant) return;
        const Start other{entry, true, false};
        if (const std::size_t reached = level(row, other, window); reached > furthest) {
            furthest = reached;
            best = other;
        }
    });
    return best;
}

/// Follows the chain of really entered stages from the first one.
void Funnel::add_days(std::size_t row, const Start& start, Window window, std::size_t level,
                      std::vector<FunnelRow>& rows) const {
    if (start.instant == no_instant) return;
    Instant last = start.instant;
    bool previous_is_real = !start.implied;
    for (std::size_t stage = 1; stage < level; ++stage) {
        const Instant entry = stages_.next_entry(stage, row, last, limit(start, window));
        if (entry != no_instant) {
            if (previous_is_real) rows[stage].days.push_back(days_between(last, entry));
            last = std::max(last, entry);
        }
        previous_is_real = entry != no_instant;
    }
}

void Funnel::add_lead(std::size_t row, const DateRange& period, Window window, const Bitmap& ended,
                      std::vector<FunnelRow>& rows) const {
    const Start begin = best_start(row, period, window);
    if (!begin.entered) return;
    const std::size_t reached = level(row, begin, window);
    for (std::size_t stage = 0; stage < reached; ++stage) ++rows[stage].reached;
    add_days(row, begin, window, reached, rows);
    const bool still_runs = !window || (begin.instant != no_instant && begin.instant + *window > as_of_);
    if (reached < rows.size() && still_runs && !ended.test(row)) ++rows[reached].too_young;
}

Result<std::vector<FunnelRow>> Funnel::table(const Bitmap& leads, const DateRange& period,
                                             Window window) const {
    const auto ended = leads_.ended();
    if (!ended) return error_of(ended);
    std::vector<std::vector<FunnelRow>> parts(row_parts(leads.size()),
                                              std::vector<FunnelRow>(stages_.count()));
    for_row_parts(leads.size(), [&](std::size_t part, std::size_t first, std::size_t last) {
        leads.for_each(first, last,
                       [&](std::size_t row) { add_lead(row, period, window, **ended, parts[part]); });
    });
    std::vector<FunnelRow> rows = std::move(parts.front());
    for (std::size_t part = 1; part < parts.size(); ++part)
        for (std::size_t stage = 0; stage < rows.size(); ++stage) rows[stage] += parts[part][stage];
    return rows;
}

Result<const Bitmap*> Funnel::at(std::size_t stage) const {
    if (at_.empty()) {
        const auto now = stages_.now(leads_.as_of());
        if (!now) return error_of(now);
        for (std::size_t s = 0; s < stages_.count(); ++s)
            at_.push_back(Bitmap::where(leads_.rows(), [&](std::size_t row) { return (*now)[row] == s; }));
    }
    return &at_[stage];
}

}  // namespace kakehashi
