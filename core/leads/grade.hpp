// Two marks for a lead: A … D for how well it fits, 1 … 4 for how engaged it is.
//
// Letter from the group `fit`, digit from `engagement`: the group's points after decay and clamping ÷ its cap
// (without a cap: ÷ the sum of its positive points) ≥ 0.75 A or 1, ≥ 0.5 B or 2, ≥ 0.25 C or 3, else D or 4.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/leads/definition_in_force.hpp"
#include "core/support/bounded_cache.hpp"

namespace kakehashi {

class Leads;

class Grades {
  public:
    explicit Grades(const Leads& leads);

    /// `A1` … `D4`. #N/A for an unknown definition and for one without a group `fit` or without
    /// `engagement` (Japanese names too); #DIV/0! if a group's points are compared with 0, or with a cap
    /// below it.
    Result<std::string> grade(std::string_view definition, std::size_t row, Instant as_of) const;

  private:
    using Marks = std::vector<std::uint8_t>;  // per row: 0 … 3
    struct Graded {
        Marks fit;
        Marks engagement;
    };
    Result<Graded> grade_all(std::string_view definition, Instant as_of) const;
    Result<Marks> marks(const DefinitionInForce& definition, const std::string& group, Instant as_of) const;

    const Leads& leads_;
    mutable BoundedCache<std::shared_ptr<const Graded>> kept_;  // by definition and as-of date
};

}  // namespace kakehashi
