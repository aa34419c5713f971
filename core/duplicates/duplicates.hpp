// Leads that stand in the list twice: pairs that agree in one of some columns.
//
// E-mails and phone numbers agree if they are equal once normalised, names and all other texts if they are
// similar enough (normalise.hpp, similarity.hpp). Blank values agree with nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/duplicates/similarity.hpp"
#include "core/support/result.hpp"

namespace kakehashi {

class Leads;

class Duplicates {
  public:
    static constexpr std::size_t most_pairs = 1'000'000;

    /// Rows, the earlier one first.
    using Pair = std::pair<std::uint32_t, std::uint32_t>;
    struct Found {
        std::vector<Pair> pairs;  // each once, in the order of the table
        Effort effort;
    };

    explicit Duplicates(const Leads& leads) : leads_(leads) {}

    /// `columns`: headers or roles, separated by commas; if blank, the roles email, phone and company, where
    /// for the company the persons' names must agree, too, if both are known. `similarity` > 0, at most 1.
    /// #N/A for an unknown column, or if the list has none of the three; Err:502 for more than `most_pairs`
    /// pairs, or if the search takes too long.
    Result<std::shared_ptr<const Found>> find(std::string_view columns, double similarity) const;

  private:
    const Leads& leads_;
    mutable std::unordered_map<std::string, Result<std::shared_ptr<const Found>>> kept_;
};

}  // namespace kakehashi
