// From text to tree: runs the grammar and turns what it throws into an error of the cell.
#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "core/expression/actions.hpp"
#include "core/expression/expression.hpp"
#include "core/expression/parsing.hpp"
#include "core/expression/pattern.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace grammar {
namespace {

/// Doubles hold every whole number of this many digits.
constexpr std::size_t exact_digits = 15;

double parse_double(std::string_view narrowed, const char* at) {
    if (narrowed.starts_with('+')) narrowed.remove_prefix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(narrowed.data(), narrowed.data() + narrowed.size(), number);
    if (error == std::errc::result_out_of_range && number == 0 && std::isfinite(number)) {
        // Too large or too small: from_chars does not say which.
        throw SyntaxError{at, {"a number that can be represented", "扱える大きさの数値"}};
    }
    return number;
}

/// Whole numbers with more digits than that are ids, and neighbours must stay apart.
bool is_long_id(std::string_view narrowed) {
    const auto is_ascii_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (!std::all_of(narrowed.begin(), narrowed.end(), is_ascii_digit)) return false;
    const std::size_t first = narrowed.find_first_not_of('0');
    return first != narrowed.npos && narrowed.size() - first > exact_digits;
}

}  // namespace

Literal read_number_literal(std::string_view text, const char* at) {
    std::string plain = narrow(text);
    if (is_long_id(plain)) return std::string(text);
    if (!plain.ends_with('%')) return parse_double(plain, at);
    plain.pop_back();
    return parse_double(plain, at) / 100;
}

double read_amount(std::string_view text, const char* at) {
    return parse_double(narrow(text), at);
}

DateLiteral read_date_literal(std::string_view text, const char* at) {
    const Instant instant = read_instant(narrow(text));
    if (instant == no_instant) throw SyntaxError{at, {"a date that exists", "実在する日付"}};
    return {instant};
}

Literal read_today_literal(std::string_view, const char*) {
    return TodayLiteral{};
}

Literal read_word_literal(std::string_view word, const char*) {
    if (const auto number = read_number(word)) return *number;
    return std::string(word);
}

std::string read_name(std::string_view enclosed, const char* at) {
    const std::string inside = without_enclosure(enclosed);
    const std::string_view name = trim(inside);
    if (name.empty()) throw SyntaxError{at, {"a name that is not empty", "空でない名前"}};
    return std::string(name);
}

void finish_comparison(Builder& builder) {
    if (compares_texts(builder.comparison)) builder.value = builder.value_text;
    if (builder.comparison == Comparison::matches) {
        const auto pattern = Pattern::compile(builder.value_text);
        if (!pattern) throw SyntaxError{builder.value_at, pattern.error().message};
    }
    if (builder.comparison == Comparison::equal && std::exchange(builder.negated, false))
        builder.comparison = Comparison::not_equal;
    builder.finish(Compare{builder.column, builder.comparison, builder.value});
}

void finish_emptiness(Builder& builder, const char* at) {
    if (builder.comparison != Comparison::equal && builder.comparison != Comparison::not_equal)
        throw SyntaxError{at, {"= or != before 空", "「空」の前の = または !="}};
    builder.negated = builder.comparison == Comparison::not_equal;
    builder.finish(Empty{builder.column});
}

void finish_window(Builder& builder, const char* at) {
    if (builder.unit == WindowUnit::months && builder.amount != std::floor(builder.amount))
        throw SyntaxError{at, {"a whole number of months", "整数の月数"}};
    builder.finish(Within{builder.column, builder.amount, builder.unit});
}

namespace {

constexpr std::size_t excerpt_characters = 16;

/// The next few characters at the spot, fit for a message: no control characters, no broken UTF-8.
std::string excerpt(std::string_view rest) {
    std::string result;
    for (std::size_t i = 0; i < excerpt_characters && !rest.empty(); ++i) {
        const auto [code, bytes] = decode(rest);
        result += code < 0x20 || code == 0x7F ? " " : encode(code);
        rest.remove_prefix(bytes);
    }
    return rest.empty() ? result : result + "…";
}

}  // namespace

tl::unexpected<CellError> too_long() {
    return illegal_argument({fmt::format("The expression is longer than {} bytes.", longest_text),
                             fmt::format("式が長すぎます（{}バイトまで）。", longest_text)});
}

CellError describe(std::string_view text, const SyntaxError& error) {
    const auto offset = static_cast<std::size_t>(error.at - text.data());
    const std::string_view rest = text.substr(offset);
    const std::size_t position = count_characters(text.substr(0, offset)) + 1;
    const std::string found = excerpt(rest);
    const std::string found_en = rest.empty() ? "the end" : fmt::format("“{}”", found);
    const std::string found_ja = rest.empty() ? "式の終わり" : fmt::format("「{}」", found);
    return {ErrorCode::illegal_argument,
            {fmt::format("Character {}, at {}: expected {}.", position, found_en, error.expected.en),
             fmt::format("{}文字目、{}の位置: {}が必要です。", position, found_ja, error.expected.ja)}};
}

Expression parse_whole(std::string_view text) {
    Builder builder;
    pegtl::memory_input<pegtl::tracking_mode::lazy> input(text.data(), text.size(), "expression");
    pegtl::parse<whole, action>(input, builder);
    return std::move(builder.done.back());
}

}  // namespace grammar

Result<Expression> parse_expression(std::string_view text) {
    if (text.size() > grammar::longest_text) return grammar::too_long();
    try {
        return grammar::parse_whole(text);
    } catch (const grammar::SyntaxError& error) {
        return tl::unexpected(grammar::describe(text, error));
    }
}

}  // namespace kakehashi
