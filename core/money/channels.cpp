#include "core/money/channels.hpp"

#include <algorithm>
#include <numeric>

#include "core/money/side_table.hpp"

namespace kakehashi {
namespace {

constexpr std::string_view blank_channel = "(blank)";  // as LEAD.GROUPS calls it

}  // namespace

Result<Channels> Channels::read(const Table& touches) {
    const auto column = side_column(touches, SideColumn::channel);
    if (!column) return error_of(column);
    const Column::Keys& keys = (*column)->keys();
    Channels result;
    result.keys_.assign(keys.keys.begin(), keys.keys.end());
    result.texts_.assign(keys.texts.begin(), keys.texts.end());
    result.counts_.assign(keys.keys.size() + 1, 0);
    touches.present().for_each([&](std::size_t touch) { ++result.counts_[keys.codes[touch]]; });
    return result;
}

Result<std::vector<std::string>> Channels::names() const {
    std::vector<std::size_t> order;
    for (std::size_t code = 0; code < counts_.size(); ++code)
        if (counts_[code] > 0) order.push_back(code);
    if (order.empty()) return not_available({"There are no touches.", "接点がありません。"});
    const auto key = [&](std::size_t code) {
        return code == 0 ? blank_channel : std::string_view(keys_[code - 1]);
    };
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        return counts_[a] != counts_[b] ? counts_[a] > counts_[b] : key(a) < key(b);
    });
    std::vector<std::string> names;
    for (const std::size_t code : order) names.emplace_back(code == 0 ? blank_channel : texts_[code - 1]);
    return names;
}

std::optional<std::uint32_t> Channels::code(std::string_view name) const {
    const std::string wanted = fold(name);
    if (const auto found = std::ranges::find(keys_, wanted); found != keys_.end())
        return static_cast<std::uint32_t>(found - keys_.begin()) + 1;
    if (wanted == blank_channel && counts_.front() > 0) return 0;
    return std::nullopt;
}

std::size_t Channels::touches() const {
    return std::accumulate(counts_.begin(), counts_.end(), std::size_t{0});
}

}  // namespace kakehashi
