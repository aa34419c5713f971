// Where to cut a column of numbers: between groups of values that hold about as many leads each.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace kakehashi {

struct ValueCount {
    double value;
    std::size_t count;
};

/// The values from `low` to `high`, both of which occur.
struct Bin {
    double low;
    double high;
};

/// At most `most` bins of neighbouring values (ascending, all different) of about equal counts; a value that
/// alone is as heavy as a bin has one of its own. Each value has its own if there are no more than `most`.
std::vector<Bin> quantile_bins(std::span<const ValueCount> values, std::size_t most);

}  // namespace kakehashi
