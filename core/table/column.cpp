#include "core/table/column.hpp"

#include <cmath>
#include <limits>
#include <utility>

namespace kakehashi {

namespace {
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
}

Dictionary::Code Dictionary::intern(std::string_view text, TextIndex::Hash hash) {
    const auto next = static_cast<Code>(texts_.size() + 1);
    const Code code = index_.find_or_add(text, hash, next, [&](Code known) { return texts_[known - 1]; });
    if (code == next) texts_.push_back(text);
    return code;
}

std::string_view Dictionary::folded(Code code) const {
    if (folded_.size() == 0) {
        for (std::size_t i = 0; i < texts_.size(); ++i) folded_.push_back(fold(texts_[i]));
        folded_.shrink();
    }
    return folded_[code - 1];
}

const Bitmap& Column::blank() const {
    if (!blank_)
        blank_ = Bitmap::where(size_, [&](std::size_t row) {
            return (numbers_.empty() || std::isnan(numbers_[row])) && (codes_.empty() || codes_[row] == 0);
        });
    return *blank_;
}

std::span<const double> Column::as_numbers() const {
    if (codes_.empty() && !numbers_.empty()) return numbers_;
    if (!as_numbers_) {
        std::vector<double> by_code(dictionary_.size() + 1, nan);
        for (Dictionary::Code code = 1; code < by_code.size(); ++code)
            if (const auto number = read_number(dictionary_.text(code), locale_)) by_code[code] = *number;
        std::vector<double> result(size_, nan);
        if (!numbers_.empty()) result = numbers_;
        if (!codes_.empty())
            for (std::size_t row = 0; row < size_; ++row)
                if (codes_[row] != 0) result[row] = by_code[codes_[row]];
        as_numbers_ = std::move(result);
    }
    return *as_numbers_;
}

std::span<const Instant> Column::as_instants() const {
    if (!as_instants_) {
        std::vector<Instant> result(size_, no_instant);
        for (std::size_t row = 0; row < numbers_.size(); ++row)
            if (!std::isnan(numbers_[row]))
                result[row] = instant_from_serial(numbers_[row] + locale_.null_date);
        if (!codes_.empty()) {
            std::vector<Instant> by_code(dictionary_.size() + 1, no_instant);
            for (Dictionary::Code code = 1; code < by_code.size(); ++code)
                by_code[code] = read_instant(dictionary_.text(code), locale_);
            for (std::size_t row = 0; row < size_; ++row)
                if (codes_[row] != 0) result[row] = by_code[codes_[row]];
        }
        as_instants_ = std::move(result);
    }
    return *as_instants_;
}

const Column::Keys& Column::keys() const {
    if (!keys_) keys_ = numbers_.empty() ? keys_of_texts() : keys_of_cells();
    return *keys_;
}

Column::Keys Column::keys_of_texts() const {
    Keys result;
    std::vector<Dictionary::Code> order;  // of the texts, as they come first
    order.reserve(dictionary_.size());
    std::vector<std::uint32_t> by_code(dictionary_.size() + 1, 0);
    for (const Dictionary::Code code : codes_) {
        if (code == 0 || by_code[code] != 0) continue;
        by_code[code] = 1;
        order.push_back(code);
    }
    result.index.reserve(order.size());
    result.keys.reserve(order.size());
    result.texts.reserve(order.size());
    const auto key_of = [&](std::uint32_t code) { return result.keys[code - 1]; };
    const auto folded = [&](std::size_t i) { return dictionary_.folded(order[i]); };
    for_each_ahead(result.index, order.size(), folded,
                   [&](std::size_t i, std::string_view key, TextIndex::Hash hash) {
                       const auto next = static_cast<std::uint32_t>(result.keys.size() + 1);
                       const std::uint32_t code = result.index.find_or_add(key, hash, next, key_of);
                       by_code[order[i]] = code;
                       if (code != next) return;
                       result.keys.push_back(key);
                       result.texts.push_back(dictionary_.text(order[i]));
                   });
    result.codes.assign(size_, 0);
    for (std::size_t row = 0; row < codes_.size(); ++row) result.codes[row] = by_code[codes_[row]];
    return result;
}

Column::Keys Column::keys_of_cells() const {
    Keys result;
    result.codes.assign(size_, 0);
    result.keys.reserve(dictionary_.size());
    result.texts.reserve(dictionary_.size());
    const auto key_of = [&](std::uint32_t code) { return result.keys[code - 1]; };
    const auto next = [&] { return static_cast<std::uint32_t>(result.keys.size() + 1); };
    const auto find_or_add = [&](std::string_view key) {
        return result.index.find_or_add(key, TextIndex::hash_of(key), next(), key_of);
    };
    const auto add = [&](std::string_view text, std::string_view key) {
        result.keys.push_back(key);
        result.texts.push_back(text);
    };
    std::vector<std::uint32_t> by_code(dictionary_.size() + 1, 0);
    for (std::size_t row = 0; row < size_; ++row) {
        std::uint32_t& code = result.codes[row];
        if (!codes_.empty() && codes_[row] != 0) {
            std::uint32_t& known = by_code[codes_[row]];
            if (known == 0) {
                const std::string_view key = dictionary_.folded(codes_[row]);
                known = find_or_add(key);
                if (known == next()) add(dictionary_.text(codes_[row]), key);
            }
            code = known;
        } else if (!std::isnan(numbers_[row])) {
            const std::string text = format_number(numbers_[row]);
            code = find_or_add(text);
            if (code != next()) continue;
            number_texts_.push_back(text);
            add(number_texts_.back(), number_texts_.back());
        }
    }
    return result;
}

std::string Column::text(std::size_t row) const {
    if (!codes_.empty() && codes_[row] != 0) return std::string(dictionary_.text(codes_[row]));
    if (!numbers_.empty() && !std::isnan(numbers_[row])) return format_number(numbers_[row]);
    return {};
}

}  // namespace kakehashi
