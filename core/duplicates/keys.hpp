// A column as duplicates are looked for in it: its different normalised values, and which row has which.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/table/column.hpp"

namespace kakehashi {

class Keys {
  public:
    using Normalise = std::u32string (*)(std::string_view);
    static constexpr std::uint32_t blank = static_cast<std::uint32_t>(-1);

    Keys(const Column& column, Normalise normalise);

    /// None of them is empty.
    const std::vector<std::u32string_view>& values() const { return values_; }
    /// The number of a row's value; `blank` where nothing is left to compare.
    std::uint32_t of(std::size_t row) const { return numbers_[row]; }
    std::size_t rows() const { return numbers_.size(); }

  private:
    std::unordered_map<std::u32string, std::uint32_t> index_;
    std::vector<std::u32string_view> values_;  // into the index
    std::vector<std::uint32_t> numbers_;
};

}  // namespace kakehashi
