// Parts of a whole that add up to it: shares of one conversion, the steps of a bridge.
#pragma once

#include <span>

namespace kakehashi {

/// Takes the rounding out of parts that add up to `total` but for rounding: afterwards they do so exactly, in
/// whatever order they are added; if `total` has digits finer than the parts can have together, in their own
/// order, unless they are so much larger than it that no last digit of theirs will do. Parts are moved by
/// less than one part in 10^9; what is left over goes to the largest one.
void settle(std::span<double> parts, double total);

}  // namespace kakehashi
