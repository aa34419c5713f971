#include "core/table/column.hpp"

#include <cmath>
#include <limits>
#include <utility>

namespace kakehashi {

namespace {
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
}

Dictionary::Code Dictionary::intern(std::string_view text) {
    const auto next = static_cast<Code>(texts_.size() + 1);
    const Code code = index_.find_or_add(text, next, [&](Code known) { return texts_[known - 1]; });
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
    if (keys_) return *keys_;
    Keys result;
    result.codes.assign(size_, 0);
    result.keys.reserve(dictionary_.size());
    result.texts.reserve(dictionary_.size());
    const auto key_of = [&](std::uint32_t code) { return result.keys[code - 1]; };
    const auto next = [&] { return static_cast<std::uint32_t>(result.keys.size() + 1); };
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
                known = result.index.find_or_add(key, next(), key_of);
                if (known == next()) add(dictionary_.text(codes_[row]), key);
            }
            code = known;
        } else if (!numbers_.empty() && !std::isnan(numbers_[row])) {
            const std::string text = format_number(numbers_[row]);
            code = result.index.find_or_add(text, next(), key_of);
            if (code != next()) continue;
            number_texts_.push_back(text);
            add(number_texts_.back(), number_texts_.back());
        }
    }
    keys_ = std::move(result);
    return *keys_;
}

std::string Column::text(std::size_t row) const {
    if (!codes_.empty() && codes_[row] != 0) return std::string(dictionary_.text(codes_[row]));
    if (!numbers_.empty() && !std::isnan(numbers_[row])) return format_number(numbers_[row]);
    return {};
}

Column::Builder::Builder(std::size_t rows, ReadingLocale locale) {
    column_.size_ = rows;
    column_.locale_ = locale;
}

void Column::Builder::push_number(double number) {
    if (std::isnan(number)) return push_error();
    if (column_.numbers_.empty()) column_.numbers_.assign(column_.size_, nan);
    column_.numbers_[row_++] = number;
}

void Column::Builder::push_error() {
    if (column_.errors_.size() == 0) column_.errors_ = Bitmap(column_.size_);
    column_.errors_.set(row_++);
}

Dictionary::Code Column::Builder::intern(std::string_view text) {
    return trim(text).empty() ? 0 : column_.dictionary_.intern(text);
}

void Column::Builder::push_code(Dictionary::Code code) {
    if (code == 0) return push_blank();
    if (column_.codes_.empty()) column_.codes_.assign(column_.size_, 0);
    column_.codes_[row_++] = code;
}

Column Column::Builder::finish() && {
    column_.dictionary_.finish();
    return std::move(column_);
}

}  // namespace kakehashi
