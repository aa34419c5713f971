// How core reports what a user did wrong: a value or a `CellError`. Exceptions are for bugs.
#pragma once

#include <cstdint>
#include <utility>

#include <tl/expected.hpp>

#include "core/support/text.hpp"

namespace kakehashi {

/// Calc's own error numbers, as ERRORTYPE() shows them.
enum class ErrorCode : std::uint16_t {
    illegal_argument = 502,  // Err:502: does not parse, unknown measure or unit, wrong kind, out of range
    overflow = 503,          // Err:503: a number too large for a cell
    division_by_zero = 532,  // #DIV/0!: a zero denominator, the mean of nothing
    not_available = 32767,   // #N/A: unknown id, column, stage, definition; median of nothing
};

/// An error as a cell shows it (`code`), and why (`message`), for the panel and the log.
struct CellError {
    ErrorCode code;
    Text message;

    friend bool operator==(const CellError&, const CellError&) = default;
};

template <class T>
using Result = tl::expected<T, CellError>;

inline tl::unexpected<CellError> illegal_argument(Text message) {
    return tl::unexpected(CellError{ErrorCode::illegal_argument, std::move(message)});
}

inline tl::unexpected<CellError> division_by_zero(Text message) {
    return tl::unexpected(CellError{ErrorCode::division_by_zero, std::move(message)});
}

inline tl::unexpected<CellError> not_available(Text message) {
    return tl::unexpected(CellError{ErrorCode::not_available, std::move(message)});
}

/// Hands the error of a failed result on as the error of another result type.
template <class T>
tl::unexpected<CellError> error_of(const Result<T>& failed) {
    return tl::unexpected(failed.error());
}

}  // namespace kakehashi
