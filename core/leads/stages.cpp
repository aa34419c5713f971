#include "core/leads/stages.hpp"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "core/leads/leads.hpp"
#include "core/leads/outcomes.hpp"
#include "core/support/parallel.hpp"

namespace kakehashi {
namespace {

CellError no_such_stage(std::string_view name) {
    return {ErrorCode::not_available,
            {fmt::format("The playbook has no stage \"{}\".", name),
             fmt::format("プレイブックにステージ「{}」がありません。", name)}};
}

CellError no_such_column(const PlaybookStage& stage) {
    return {ErrorCode::not_available,
            {fmt::format("Stage \"{}\" takes its date from the column \"{}\", which the table does not have.",
                         stage.stage, stage.column),
             fmt::format("ステージ「{}」の日付の列「{}」が表にありません。", stage.stage, stage.column)}};
}

/// Entries of one lead, in place; says how many they are. By instant, ties by stage; an entry without a time
/// comes before the first timed entry of its day that is of a later stage. Identical entries collapse.
std::size_t put_in_order(std::span<StageEntry> entries) {
    const auto before = [](const StageEntry& a, const StageEntry& b) {
        return a.instant != b.instant ? a.instant < b.instant : a.stage < b.stage;
    };
    if (!std::ranges::is_sorted(entries, before)) std::ranges::sort(entries, before);
    entries = entries.first(entries.size() - std::ranges::unique(entries).size());
    // Those without a time stand first on their day now, ordered by stage; each moves back behind the timed
    // ones of earlier stages that come before any later stage.
    const auto move_back = [&](std::size_t i) {
        const auto goes_behind = [&](const StageEntry& timed) {
            return has_time(timed.instant) && day_of(timed.instant) == day_of(entries[i].instant) &&
                   timed.stage < entries[i].stage;
        };
        std::size_t end = i + 1;
        while (end < entries.size() && goes_behind(entries[end])) ++end;
        std::rotate(entries.begin() + static_cast<std::ptrdiff_t>(i),
                    entries.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                    entries.begin() + static_cast<std::ptrdiff_t>(end));
    };
    for (std::size_t i = entries.size(); i-- > 0;)
        if (!has_time(entries[i].instant)) move_back(i);
    return entries.size();
}

}  // namespace

Stages::Stages(const Leads& leads) : leads_(leads) {
    const auto& agreed = leads.playbook().stages;
    for (std::size_t stage = 0; stage < agreed.size(); ++stage) {
        names_.push_back(agreed[stage].stage);
        index_.try_emplace(fold(agreed[stage].stage), stage);
        closing_.push_back(stage + 1 == agreed.size() || recognise_outcome(agreed[stage].stage).has_value());
    }
    sources_.resize(names_.size());
    if (leads.history()) {
        for (const std::string& logged : leads.history()->stages())
            if (const auto known = index_.find(logged); known != index_.end())
                sources_[known->second].logged = true;
    }
    for (std::size_t stage = 0; stage < sources_.size(); ++stage)
        if (!sources_[stage].logged) sources_[stage] = make_source(stage);
    if (leads.history()) read_log();
}

Stages::Source Stages::make_source(std::size_t stage) const {
    const PlaybookStage& agreed = leads_.playbook().stages[stage];
    Source source;
    std::optional<std::size_t> column;
    if (!trim(agreed.column).empty()) {
        column = leads_.table().find(agreed.column);
        if (!column) {
            source.fault = no_such_column(agreed);
            return source;
        }
    } else if (trim(agreed.when).empty()) {
        column = leads_.table().find(agreed.stage);  // a column named like the stage is its date
    }
    if (column) source.dates = leads_.table().column(*column).as_instants();

    if (!trim(agreed.when).empty()) {
        const auto holds = leads_.where(agreed.when);
        if (!holds) {
            source.fault = holds.error();
            return source;
        }
        if (source.dates.empty()) {
            source.undated = **holds;
            return source;
        }
        source.owned.assign(leads_.rows(), no_instant);
        source.undated = Bitmap(leads_.rows());
        (*holds)->for_each([&](std::size_t row) {
            if (source.dates[row] == no_instant) source.undated.set(row);
            source.owned[row] = source.dates[row];
        });
        source.dates = source.owned;
        return source;
    }
    if (column) return source;

    // Neither a date nor an expression: the list's own stage column says who is there.
    const Column* said = leads_.role(Role::stage);
    if (!said) {
        source.fault = CellError{
            ErrorCode::not_available,
            {fmt::format("Nothing says who entered stage \"{}\": give it a column, an expression, "
                         "or the list a stage column.",
                         agreed.stage),
             fmt::format("ステージ「{}」に入ったリードが分かりません。列、条件式、または表のステージ列を"
                         "指定してください。",
                         agreed.stage)}};
        return source;
    }
    const Column::Keys& keys = said->keys();
    const std::string name = fold(agreed.stage);
    const auto found = std::ranges::find(keys.keys, name);
    const std::size_t code =
        found == keys.keys.end() ? 0 : static_cast<std::size_t>(found - keys.keys.begin()) + 1;
    source.undated =
        Bitmap::where(leads_.rows(), [&](std::size_t row) { return code != 0 && keys.codes[row] == code; });
    return source;
}

void Stages::read_log() {
    const History& history = *leads_.history();
    const std::vector<std::uint32_t> row_of_id = leads_.rows_of(history.ids());
    std::vector<std::size_t> stage_of(history.stages().size(), none);
    for (std::size_t stage = 0; stage < stage_of.size(); ++stage)
        if (const auto known = index_.find(history.stages()[stage]); known != index_.end())
            stage_of[stage] = known->second;
    const auto is_ignored = [&](const History::Entry& entry) {
        return row_of_id[entry.id] == Leads::no_row || stage_of[entry.stage] == none;
    };

    // Dates from columns of stages that the log does not know belong to the journey, too.
    const auto for_each_found = [&](auto visit) {
        for (const History::Entry& entry : history.entries())
            if (!is_ignored(entry))
                visit(row_of_id[entry.id],
                      StageEntry{entry.instant, static_cast<std::uint32_t>(stage_of[entry.stage])});
        for (std::size_t stage = 0; stage < sources_.size(); ++stage)
            for (std::size_t row = 0; row < sources_[stage].dates.size(); ++row)
                if (const Instant date = sources_[stage].dates[row]; date != no_instant)
                    visit(row, StageEntry{date, static_cast<std::uint32_t>(stage)});
    };
    // First how many each lead has, then, counting down from where they end, the entries themselves.
    offsets_.assign(leads_.rows() + 1, 0);
    for_each_found([&](std::size_t row, const StageEntry&) { ++offsets_[row]; });
    std::partial_sum(offsets_.begin(), offsets_.end(), offsets_.begin());
    entries_.resize(offsets_.back());
    for_each_found([&](std::size_t row, const StageEntry& entry) { entries_[--offsets_[row]] = entry; });
    put_entries_in_order();
}

/// Each lead's entries, identical ones only once.
void Stages::put_entries_in_order() {
    std::atomic<bool> collapsed = false;
    for_row_parts(leads_.rows(), [&](std::size_t, std::size_t begin, std::size_t end) {
        for (std::size_t row = begin; row < end; ++row) {
            const std::span lead(entries_.data() + offsets_[row], entries_.data() + offsets_[row + 1]);
            const auto surplus = lead.subspan(put_in_order(lead));
            std::ranges::fill(surplus, StageEntry{no_instant, 0});
            if (!surplus.empty()) collapsed = true;
        }
    });
    if (!collapsed) return;
    std::size_t kept = 0;
    std::size_t begin = 0;
    for (std::size_t row = 0; row < leads_.rows(); ++row) {
        const std::size_t end = offsets_[row + 1];
        for (std::size_t i = begin; i < end && entries_[i].instant != no_instant; ++i)
            entries_[kept++] = entries_[i];
        begin = end;
        offsets_[row + 1] = static_cast<std::uint32_t>(kept);
    }
    entries_.resize(kept);
}

Result<std::size_t> Stages::index(std::string_view name) const {
    const auto found = index_.find(fold(name));
    if (found == index_.end()) return tl::unexpected(no_such_stage(name));
    if (sources_[found->second].fault) return tl::unexpected(*sources_[found->second].fault);
    return found->second;
}

Result<std::size_t> Stages::check_all() const {
    if (names_.empty())
        return not_available(
            {"There are no stages: give LEAD.TABLE a playbook with a block [stages].",
             "ステージがありません。[stages] のあるプレイブックを LEAD.TABLE に渡してください。"});
    for (const Source& source : sources_)
        if (source.fault) return tl::unexpected(*source.fault);
    return names_.size();
}

Instant Stages::first_logged(std::size_t stage, std::size_t row, Instant from, Instant to) const {
    for (const StageEntry& entry : logged(row)) {
        if (entry.instant - ms_per_day >= to) break;  // in order but for the hours of a day
        if (entry.stage == stage && entry.instant >= from && entry.instant <= to) return entry.instant;
    }
    return no_instant;
}

Instant Stages::next_entry(std::size_t stage, std::size_t row, Instant start, Instant to) const {
    const Source& source = sources_[stage];
    if (!source.logged) {
        if (source.dates.empty()) return no_instant;
        const Instant entry = source.dates[row];
        return entry != no_instant && entry <= to && not_before(entry, start) ? entry : no_instant;
    }
    for (const StageEntry& entry : logged(row))
        if (entry.stage == stage && entry.instant <= to && not_before(entry.instant, start))
            return entry.instant;
    return no_instant;
}

void Stages::journey(std::size_t row, Instant to, std::vector<StageEntry>& entries) const {
    entries.clear();
    if (has_log()) {
        for (const StageEntry& entry : logged(row))
            if (entry.instant <= to) entries.push_back(entry);
        return;
    }
    for (std::size_t stage = 0; stage < sources_.size(); ++stage)
        if (const Instant entry = first_entry(stage, row, earliest, to); entry != no_instant)
            entries.push_back({entry, static_cast<std::uint32_t>(stage)});
    entries.resize(put_in_order(entries));
}

Bitmap Stages::reached(std::size_t stage, const AsOf& as_of) const {
    const std::size_t end = leads_.playbook().strict_stages ? stage + 1 : count();
    Bitmap result = rows_where(leads_.rows(), [&](std::size_t row) {
        const Instant to = inclusive_end(as_of.at(row));
        for (std::size_t later = stage; later < end; ++later)
            if (entered(later, row, to)) return true;
        return false;
    });
    return result &= leads_.present();
}

Result<std::vector<std::size_t>> Stages::now(const AsOf& as_of) const {
    const auto ended = leads_.ended();
    if (!ended) return error_of(ended);
    std::vector<std::size_t> result(leads_.rows(), none);
    for_each_row(leads_.present(), [&](std::size_t row) {
        const Instant to = inclusive_end(as_of.at(row));
        std::size_t at = none;
        if (has_log()) {
            for (const StageEntry& entry : logged(row))
                if (entry.instant <= to) at = entry.stage;
        }
        for (std::size_t stage = at == none ? 0 : at + 1; stage < count(); ++stage)
            if (undated(stage, row) || (!has_log() && first_entry(stage, row, earliest, to) != no_instant))
                at = stage;
        if (at != none && (*ended)->test(row) && !is_closing(at)) at = none;
        result[row] = at;
    });
    return result;
}

}  // namespace kakehashi
