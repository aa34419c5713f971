// One condition on one column, decided for all rows: texts once per different text, numbers and dates in a
// tight loop.
#pragma once

#include <vector>

#include "core/expression/evaluate.hpp"

namespace kakehashi {

/// Rows whose cell compares so with the literal; blanks never do, but for `not_equal`. Err:502 if the regular
/// expression of `matches` is invalid.
Result<Bitmap> compare(const Column& column, Comparison comparison, const Literal& literal,
                       const AsOf& as_of);

/// Rows that equal one of the literals.
Bitmap equal_to_any(const Column& column, const std::vector<Literal>& literals, const AsOf& as_of);

/// Rows whose date lies in the window before the as-of date.
Bitmap within(const Column& column, double amount, WindowUnit unit, const AsOf& as_of);

}  // namespace kakehashi
