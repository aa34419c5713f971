#include "core/money/touches.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "core/money/side_table.hpp"

namespace kakehashi {
namespace {

/// Whether two tables share the columns that matter here; false if one is missing.
bool same_touches(const Table& a, const Table& b) {
    // The cheapest first: what was edited is often seen before the ids are read.
    for (const SideColumn wanted : {SideColumn::channel, SideColumn::date, SideColumn::id}) {
        const auto in_a = side_column(a, wanted);
        const auto in_b = side_column(b, wanted);
        if (!in_a || !in_b || *in_a != *in_b) return false;
    }
    return true;
}

}  // namespace

Result<std::shared_ptr<const Touches>> Touches::read(const Table& table) {
    const auto id = side_column(table, SideColumn::id);
    if (!id) return error_of(id);
    const auto date = side_column(table, SideColumn::date);
    if (!date) return error_of(date);
    const auto channel = side_column(table, SideColumn::channel);
    if (!channel) return error_of(channel);
    auto channels = Channels::read(table);
    if (!channels) return error_of(channels);
    std::shared_ptr<Touches> result(new Touches(std::move(*channels)));
    result->place((*id)->keys(), (*date)->as_instants(), (*channel)->keys());
    return result;
}

/// By id, and each id's by date.
void Touches::place(const Column::Keys& ids, std::span<const Instant> dates, const Column::Keys& channels) {
    ids_.assign(ids.keys);
    const auto counts = [&](std::size_t touch) {
        return ids.codes[touch] != 0 && dates[touch] != no_instant;
    };
    begins_.assign(ids.keys.size() + 1, 0);
    for (std::size_t touch = 0; touch < dates.size(); ++touch)
        if (counts(touch)) ++begins_[ids.codes[touch]];
    std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
    touches_.resize(begins_.back());
    std::vector<std::uint32_t> next(begins_.begin(), begins_.end());
    for (std::size_t touch = 0; touch < dates.size(); ++touch)
        if (counts(touch)) touches_[next[ids.codes[touch] - 1]++] = {dates[touch], channels.codes[touch]};
    for (std::size_t lead = 0; lead + 1 < begins_.size(); ++lead) {
        const std::span path(touches_.data() + begins_[lead], touches_.data() + begins_[lead + 1]);
        if (!std::ranges::is_sorted(path, {}, &Touch::instant))
            std::ranges::stable_sort(path, {}, &Touch::instant);
    }
}

Result<std::shared_ptr<const Touches>> LastTouches::read(const std::shared_ptr<const CellSource>& range) {
    auto cells = std::make_shared<const Table>(range, cells_.get());
    if (touches_ && same_touches(*cells_, *cells)) return touches_;
    auto touches = Touches::read(*cells);
    touches_ = touches ? *touches : nullptr;
    cells_ = std::move(cells);
    return touches;
}

}  // namespace kakehashi
