#include "core/duplicates/keys.hpp"

namespace kakehashi {

Keys::Keys(const Column& column, Normalise normalise) {
    const Column::Keys& keys = column.keys();
    std::vector<std::uint32_t> number_of(keys.texts.size() + 1, blank);  // by the column's code
    for (std::size_t code = 1; code < number_of.size(); ++code) {
        std::u32string value = normalise(keys.texts[code - 1]);
        if (value.empty()) continue;
        const auto [entry, is_new] =
            index_.try_emplace(std::move(value), static_cast<std::uint32_t>(values_.size()));
        if (is_new) values_.push_back(entry->first);
        number_of[code] = entry->second;
    }
    numbers_.reserve(keys.codes.size());
    for (const std::uint32_t code : keys.codes) numbers_.push_back(number_of[code]);
}

}  // namespace kakehashi
