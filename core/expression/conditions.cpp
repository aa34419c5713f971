#include "core/expression/conditions.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <unordered_set>

#include "core/expression/date_set.hpp"
#include "core/expression/pattern.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

/// Rows whose code's verdict is true; code 0 is a blank.
Bitmap rows_by_code(std::size_t rows, std::span<const std::uint32_t> codes,
                    const std::vector<char>& verdicts) {
    if (codes.empty()) return Bitmap(rows);
    return Bitmap::where(rows, [&](std::size_t row) { return verdicts[codes[row]] != 0; });
}

/// Text cells whose folded text satisfies `holds`.
template <class Holds>
Bitmap text_cells(const Column& column, Holds&& holds) {
    const Dictionary& dictionary = column.dictionary();
    std::vector<char> verdicts(dictionary.size() + 1, 0);
    for (Dictionary::Code code = 1; code < verdicts.size(); ++code)
        verdicts[code] = holds(dictionary.folded(code)) ? 1 : 0;
    return rows_by_code(column.size(), column.codes(), verdicts);
}

/// Cells whose folded text satisfies `holds`, numbers as they are written.
template <class Holds>
Bitmap cells_as_text(const Column& column, Holds&& holds) {
    if (column.numbers().empty()) return text_cells(column, holds);
    const Column::Keys& keys = column.keys();
    std::vector<char> verdicts(keys.keys.size() + 1, 0);
    for (std::size_t i = 0; i < keys.keys.size(); ++i)
        verdicts[i + 1] = holds(std::string_view(keys.keys[i])) ? 1 : 0;
    return rows_by_code(column.size(), keys.codes, verdicts);
}

template <class Operation>
Bitmap numbers_that(std::span<const double> numbers, std::size_t rows, double bound, Operation operation) {
    if (numbers.empty()) return Bitmap(rows);
    return Bitmap::where(rows, [&](std::size_t row) { return operation(numbers[row], bound); });
}

/// `numbers` are NaN where there is none, and NaN compares as false.
Bitmap compare_numbers(std::span<const double> numbers, std::size_t rows, Comparison comparison,
                       double bound) {
    switch (comparison) {
        case Comparison::less:
            return numbers_that(numbers, rows, bound, std::less<>());
        case Comparison::less_equal:
            return numbers_that(numbers, rows, bound, std::less_equal<>());
        case Comparison::greater:
            return numbers_that(numbers, rows, bound, std::greater<>());
        case Comparison::greater_equal:
            return numbers_that(numbers, rows, bound, std::greater_equal<>());
        default:
            return numbers_that(numbers, rows, bound, std::equal_to<>());
    }
}

Bitmap dates_in(const Column& column, const DateSet& set) {
    const std::span<const Instant> dates = column.as_instants();
    return Bitmap::where(column.size(), [&](std::size_t row) { return set.contains(dates[row]); });
}

/// Rows whose date is in the set that `set_of` makes of the row's as-of date.
template <class SetOf>
Bitmap dates_as_of(const Column& column, const AsOf& as_of, SetOf set_of) {
    if (as_of.uniform()) return dates_in(column, set_of(as_of.instant()));
    const std::span<const Instant> dates = column.as_instants();
    return Bitmap::where(column.size(),
                         [&](std::size_t row) { return set_of(as_of.at(row)).contains(dates[row]); });
}

Bitmap compare_with_today(const Column& column, Comparison comparison, const AsOf& as_of) {
    return dates_as_of(column, as_of, [comparison](Instant moment) {
        return instants_that_are_to_today(comparison, moment);
    });
}

/// The number whose written form is this folded text; NaN if there is none, as for `007`.
double number_written_as(const std::string& folded) {
    double number = 0;
    const auto [end, error] = std::from_chars(folded.data(), folded.data() + folded.size(), number);
    const bool is_number = error == std::errc() && end == folded.data() + folded.size();
    return is_number && fold(format_number(number)) == folded ? number : std::nan("");
}

/// The date a text literal means, unless it is a number (`20261121`).
Instant date_meant_by(const std::string& literal) {
    return read_number(literal) ? no_instant : read_instant(literal);
}

Bitmap equal_to_any_text(const Column& column, const std::vector<std::string>& literals) {
    std::unordered_set<std::string> folded;
    for (const std::string& literal : literals) folded.insert(fold(literal));
    const auto is_wanted = [&](std::string_view text) { return folded.contains(std::string(text)); };
    const auto is_only = [only = *folded.begin()](std::string_view text) { return text == only; };
    Bitmap result = folded.size() == 1 ? text_cells(column, is_only) : text_cells(column, is_wanted);
    for (const std::string& text : folded) {
        const double number = number_written_as(text);
        if (!std::isnan(number))
            result |= compare_numbers(column.numbers(), column.size(), Comparison::equal, number);
    }
    for (const std::string& literal : literals) {
        const Instant date = date_meant_by(literal);
        if (date != no_instant) result |= dates_in(column, instants_that_are(Comparison::equal, date));
    }
    return result;
}

/// Texts by code points.
Bitmap text_order(const Column& column, Comparison comparison, const std::string& literal) {
    const auto compare_as = [&](auto operation) {
        return text_cells(column,
                          [&](std::string_view text) { return operation(text, std::string_view(literal)); });
    };
    switch (comparison) {
        case Comparison::less:
            return compare_as(std::less<>());
        case Comparison::less_equal:
            return compare_as(std::less_equal<>());
        case Comparison::greater:
            return compare_as(std::greater<>());
        default:
            return compare_as(std::greater_equal<>());
    }
}

/// A text literal that reads as a number or date, in a column that holds such, is one.
Bitmap order_against_text(const Column& column, Comparison comparison, const std::string& literal) {
    if (const auto number = read_number(literal)) {
        const std::span<const double> numbers = column.as_numbers();
        if (!std::ranges::all_of(numbers, [](double value) { return std::isnan(value); }))
            return compare_numbers(numbers, column.size(), comparison, *number);
    } else if (const Instant date = read_instant(literal); date != no_instant) {
        if (!std::ranges::all_of(column.as_instants(), [](Instant value) { return value == no_instant; }))
            return dates_in(column, instants_that_are(comparison, date));
    }
    return text_order(column, comparison, fold(literal));
}

Bitmap equal_or_ordered(const Column& column, Comparison comparison, const Literal& literal,
                        const AsOf& as_of) {
    if (const auto* number = std::get_if<double>(&literal))
        return compare_numbers(column.as_numbers(), column.size(), comparison, *number);
    if (const auto* date = std::get_if<DateLiteral>(&literal))
        return dates_in(column, instants_that_are(comparison, date->instant));
    if (std::holds_alternative<TodayLiteral>(literal)) return compare_with_today(column, comparison, as_of);
    const std::string& text = std::get<std::string>(literal);
    if (comparison == Comparison::equal) return equal_to_any_text(column, {text});
    return order_against_text(column, comparison, text);
}

/// Text operators take texts; the parser hands them nothing else.
std::string text_of(const Literal& literal) {
    if (const auto* text = std::get_if<std::string>(&literal)) return *text;
    if (const auto* number = std::get_if<double>(&literal)) return format_number(*number);
    if (const auto* date = std::get_if<DateLiteral>(&literal)) return format_instant(date->instant);
    return "today";
}

}  // namespace

Result<Bitmap> compare(const Column& column, Comparison comparison, const Literal& literal,
                       const AsOf& as_of) {
    switch (comparison) {
        case Comparison::contains:
            return cells_as_text(column, [part = fold(text_of(literal))](std::string_view text) {
                return text.find(part) != text.npos;
            });
        case Comparison::starts_with:
            return cells_as_text(column, [part = fold(text_of(literal))](std::string_view text) {
                return text.starts_with(part);
            });
        case Comparison::ends_with:
            return cells_as_text(column, [part = fold(text_of(literal))](std::string_view text) {
                return text.ends_with(part);
            });
        case Comparison::matches: {
            const auto pattern = Pattern::compile(text_of(literal));
            if (!pattern) return error_of(pattern);
            return cells_as_text(column, [&](std::string_view text) { return pattern->matches(text); });
        }
        case Comparison::not_equal:
            return std::move(equal_or_ordered(column, Comparison::equal, literal, as_of).flip());
        default:
            return equal_or_ordered(column, comparison, literal, as_of);
    }
}

Bitmap equal_to_any(const Column& column, const std::vector<Literal>& literals, const AsOf& as_of) {
    std::vector<std::string> texts;
    Bitmap result(column.size());
    for (const Literal& literal : literals) {
        if (const auto* text = std::get_if<std::string>(&literal))
            texts.push_back(*text);
        else
            result |= equal_or_ordered(column, Comparison::equal, literal, as_of);
    }
    if (!texts.empty()) result |= equal_to_any_text(column, texts);
    return result;
}

Bitmap within(const Column& column, double amount, WindowUnit unit, const AsOf& as_of) {
    return dates_as_of(column, as_of, [=](Instant moment) { return instants_within(amount, unit, moment); });
}

}  // namespace kakehashi
