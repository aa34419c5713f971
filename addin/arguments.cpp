#include "addin/arguments.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "core/table/reading.hpp"

namespace kakehashi::addin {
namespace {

using css::uno::Any;
using css::uno::Sequence;

/// Calc reads its own error number from the low word of this NaN.
double error_number(ErrorCode code) {
    return std::bit_cast<double>((std::uint64_t{0x7ff80000} << 32) | static_cast<std::uint64_t>(code));
}

constexpr ErrorCode not_a_number = static_cast<ErrorCode>(503);

double shown_number(double number) {
    return std::isfinite(number) ? number : error_number(not_a_number);
}

template <class Cell, class Cells, class Convert>
Any matrix(std::size_t rows, std::size_t columns, const Cells& cells, Convert convert) {
    if (rows == 0 || columns == 0) return error_result(ErrorCode::not_available);
    Sequence<Sequence<Cell>> result(static_cast<sal_Int32>(rows));
    Sequence<Cell>* row = result.getArray();
    auto cell = cells.begin();
    for (std::size_t r = 0; r < rows; ++r, ++row) {
        row->realloc(static_cast<sal_Int32>(columns));
        Cell* target = row->getArray();
        for (std::size_t c = 0; c < columns; ++c) *target++ = convert(*cell++);
    }
    return Any(result);
}

struct ToAny {
    Any operator()(double number) const { return Any(shown_number(number)); }
    Any operator()(const std::string& text) const { return Any(to_uno(text)); }
    Any operator()(const NumberMatrix& numbers) const {
        return matrix<double>(numbers.rows, numbers.columns, numbers.cells, [](const auto& cell) {
            const double* number = std::get_if<double>(&cell);
            return number != nullptr ? shown_number(*number) : error_number(std::get<ErrorCode>(cell));
        });
    }
    Any operator()(const TextMatrix& texts) const {
        return matrix<OUString>(texts.rows, texts.columns, texts.cells, to_uno);
    }
    Any operator()(const Handle& handle) const { return Any(to_uno(handle.text)); }
    Any operator()(const CellError& error) const { return error_result(error.code); }
};

std::string describe(const RawArgument& argument) {
    if (const Range* range = std::get_if<Range>(&argument)) return range->is() ? address_text(*range) : "";
    const Argument value = argument_of(std::get<Any>(argument));
    if (const double* number = std::get_if<double>(&value)) return format_number(*number);
    if (const std::string* text = std::get_if<std::string>(&value)) return *text;
    return std::holds_alternative<Grid>(value) ? "{…}" : "";
}

}  // namespace

Argument argument_of(const Any& value) {
    double number = 0;
    OUString text;
    Sequence<Sequence<Any>> block;
    if (value >>= number) return number;
    if (value >>= text) return text.isEmpty() ? Argument{} : Argument{to_utf8(text)};
    if (value >>= block) return grid_of(block);
    return {};
}

std::optional<double> written_number(std::string_view text) {
    std::string plain(text);
    std::ranges::replace(plain, ',', '.');
    double number = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), number);
    if (plain.empty() || error != std::errc{} || end != plain.data() + plain.size()) return std::nullopt;
    return number;
}

std::string describe(const RawArguments& arguments) {
    constexpr std::size_t longest = 300;
    std::string text;
    for (const RawArgument& argument : arguments) {
        if (!text.empty()) text += "; ";
        text += describe(argument);
    }
    if (text.size() > longest) {
        std::size_t end = longest;
        while ((static_cast<unsigned char>(text[end]) & 0xc0u) == 0x80u) --end;
        text.resize(end);
        text += "…";
    }
    return text;
}

Any result_of(const Value& value) {
    return std::visit(ToAny{}, value);
}

Any error_result(ErrorCode code) {
    return Any(error_number(code));
}

}  // namespace kakehashi::addin
