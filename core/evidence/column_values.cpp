#include "core/evidence/column_values.hpp"

#include <algorithm>
#include <cmath>

#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

std::vector<ValueCount> count_numbers(std::vector<double> numbers) {
    std::ranges::sort(numbers);
    std::vector<ValueCount> counts;
    for (const double number : numbers) {
        if (counts.empty() || counts.back().value != number) counts.push_back({number, 0});
        ++counts.back().count;
    }
    return counts;
}

}  // namespace

ColumnValues values_of(const Column& column, const Bitmap& rows, std::size_t minimum) {
    const auto as_numbers = column.as_numbers();
    std::vector<double> numbers;
    std::vector<std::size_t> by_code(column.dictionary().size() + 1, 0);
    rows.for_each([&](std::size_t row) {
        const double number = as_numbers.empty() ? std::nan("") : as_numbers[row];
        if (std::isfinite(number)) {
            numbers.push_back(number);
        } else if (!column.codes().empty()) {
            ++by_code[column.codes()[row]];
        }
    });
    ColumnValues result{count_numbers(std::move(numbers)), {}};
    std::vector<TextCount> texts;
    for (Dictionary::Code code = 1; code < by_code.size(); ++code)
        if (by_code[code] > 0)
            texts.push_back({std::string(column.dictionary().folded(code)),
                             std::string(trim(column.dictionary().text(code))), by_code[code]});
    std::ranges::stable_sort(texts, {}, &TextCount::key);
    for (TextCount& text : texts) {
        if (!result.texts.empty() && result.texts.back().key == text.key) {
            result.texts.back().count += text.count;
        } else {
            result.texts.push_back(std::move(text));
        }
    }
    std::erase_if(result.texts, [&](const TextCount& text) { return text.count < minimum; });
    return result;
}

}  // namespace kakehashi
