#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <utility>

#include "core/table/column.hpp"

namespace kakehashi {

Column::Builder::Builder(std::size_t rows, ReadingLocale locale, ColumnPtr before) {
    column_.size_ = rows;
    column_.locale_ = locale;
    if (before && before->size() == rows && before->locale() == locale) before_ = std::move(before);
}

void Column::Builder::push_blank() {
    if (before_ && !(same_number(std::numeric_limits<double>::quiet_NaN()) && same_code(0))) part();
    ++row_;
}

void Column::Builder::push_number(double number) {
    if (std::isnan(number)) return push_error();
    if (before_) {
        if (same_number(number)) return void(++row_);
        part();
    }
    if (column_.numbers_.empty())
        column_.numbers_.assign(column_.size_, std::numeric_limits<double>::quiet_NaN());
    column_.numbers_[row_++] = number;
}

void Column::Builder::push_text(std::string_view text) {
    // One that came before: `intern` knows only the next new one.
    if (before_ && row_ < before_->codes_.size()) {
        const Dictionary::Code code = before_->codes_[row_];
        if (code != 0 && code <= known_ && before_->dictionary_.text(code) == text) return void(++row_);
    }
    push_code(intern(text));
}

void Column::Builder::push_error() {
    if (before_) {
        if (same_error()) return void(++row_);
        part();
    }
    if (column_.errors_.size() == 0) column_.errors_ = Bitmap(column_.size_);
    column_.errors_.set(row_++);
}

Dictionary::Code Column::Builder::intern(std::string_view text) {
    if (before_) {
        if (is_next(text)) return ++known_;
        if (trim(text).empty()) return 0;
        part();
    }
    return trim(text).empty() ? 0 : column_.dictionary_.intern(text);
}

std::vector<Dictionary::Code> Column::Builder::intern(const TextList& texts) {
    std::vector<Dictionary::Code> codes;
    codes.reserve(texts.size());
    while (before_ && codes.size() < texts.size() && is_next(texts[codes.size()])) codes.push_back(++known_);
    const std::size_t same = codes.size();
    if (same == texts.size()) return codes;
    if (before_) part();
    column_.dictionary_.intern(
        texts.size() - same, [&](std::size_t i) { return texts[same + i]; }, codes);
    return codes;
}

void Column::Builder::push_code(Dictionary::Code code) {
    if (code == 0) return push_blank();
    if (before_) {
        if (same_code(code)) return void(++row_);
        part();
    }
    if (column_.codes_.empty()) column_.codes_.assign(column_.size_, 0);
    column_.codes_[row_++] = code;
}

Column Column::Builder::finish() && {
    if (before_) part();
    column_.dictionary_.finish();
    return std::move(column_);
}

ColumnPtr Column::Builder::share() && {
    while (before_ && row_ < before_->size()) push_blank();
    if (before_ && known_ == before_->dictionary_.size()) return std::move(before_);
    return std::make_shared<const Column>(std::move(*this).finish());
}

/// To the bit, so that what is shown stays the same too. NaN stands for no number.
bool Column::Builder::same_number(double number) const {
    const auto& numbers = before_->numbers_;
    if (std::isnan(number)) return (numbers.empty() || std::isnan(numbers[row_])) && !same_error();
    return !numbers.empty() &&
           std::bit_cast<std::uint64_t>(numbers[row_]) == std::bit_cast<std::uint64_t>(number);
}

bool Column::Builder::same_code(Dictionary::Code code) const {
    return before_->codes_.empty() ? code == 0 : before_->codes_[row_] == code;
}

bool Column::Builder::same_error() const {
    return before_->errors_.size() != 0 && before_->errors_.test(row_);
}

bool Column::Builder::is_next(std::string_view text) const {
    return known_ < before_->dictionary_.size() && before_->dictionary_.text(known_ + 1) == text;
}

/// From here on the cells are others: what was the same so far becomes the beginning of a column of its own.
void Column::Builder::part() {
    const ColumnPtr before = std::move(before_);
    for (Dictionary::Code code = 1; code <= known_; ++code)
        column_.dictionary_.intern(before->dictionary_.text(code));
    const auto rows = static_cast<std::ptrdiff_t>(row_);
    const auto is_number = [](double number) { return !std::isnan(number); };
    const auto is_text = [](Dictionary::Code code) { return code != 0; };
    if (!before->numbers_.empty() &&
        std::any_of(before->numbers_.begin(), before->numbers_.begin() + rows, is_number)) {
        column_.numbers_.assign(column_.size_, std::numeric_limits<double>::quiet_NaN());
        std::copy_n(before->numbers_.begin(), rows, column_.numbers_.begin());
    }
    if (!before->codes_.empty() &&
        std::any_of(before->codes_.begin(), before->codes_.begin() + rows, is_text)) {
        column_.codes_.assign(column_.size_, 0);
        std::copy_n(before->codes_.begin(), rows, column_.codes_.begin());
    }
    for (std::size_t row = 0; row < row_ && before->errors_.size() != 0; ++row) {
        if (!before->errors_.test(row)) continue;
        if (column_.errors_.size() == 0) column_.errors_ = Bitmap(column_.size_);
        column_.errors_.set(row);
    }
}

}  // namespace kakehashi
