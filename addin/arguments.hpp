// Arguments on their way from Calc to core.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "addin/range_source.hpp"
#include "core/functions/value.hpp"

namespace kakehashi::addin {

/// As Calc gave it: a reference, or a value (void if it was left out).
using RawArgument = std::variant<Range, css::uno::Any>;
using RawArguments = std::vector<RawArgument>;

/// A value as core takes it. Void is missing; a block of cells is a grid.
Argument argument_of(const css::uno::Any& value);

/// The number that Calc wrote out for an argument declared as text: with a point or a comma, as its locale
/// has it.
std::optional<double> written_number(std::string_view text);

/// `Leads.A1:H100; Source = Web`, shortened; for messages.
std::string describe(const RawArguments& arguments);

/// A result as Calc takes it. Errors are NaNs with Calc's number in the low word.
css::uno::Any result_of(const Value& value);
css::uno::Any error_result(ErrorCode code);

}  // namespace kakehashi::addin
