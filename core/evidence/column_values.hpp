// The different values of a column among the leads that rules are sought in.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/evidence/quantile_bins.hpp"
#include "core/table/bitmap.hpp"
#include "core/table/column.hpp"

namespace kakehashi {

struct TextCount {
    std::string key;   // folded
    std::string text;  // as first written
    std::size_t count;
};

struct ColumnValues {
    std::vector<ValueCount> numbers;  // ascending; texts that read as numbers are some
    std::vector<TextCount> texts;     // by key; those of fewer than `minimum` leads are left out
};

ColumnValues values_of(const Column& column, const Bitmap& rows, std::size_t minimum);

}  // namespace kakehashi
