// Who is a "hot lead": definitions of the playbook applied to leads.
//
// Score: per group the sum of the points of the rules that hold (applied_rule.hpp), clamped to the group's
// floor and cap; then the sum of the groups.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "core/expression/evaluate.hpp"
#include "core/leads/definition_in_force.hpp"
#include "core/support/bounded_cache.hpp"

namespace kakehashi {

class Leads;

/// What the rules of a definition give each lead, by row.
struct Tally {
    std::vector<double> scores;               // 0 for rows that are no leads
    std::vector<std::uint32_t> holding;       // rules that hold
    std::vector<std::uint32_t> failed_musts;  // must rules that do not
};

class Qualification {
  public:
    explicit Qualification(const Leads& leads);

    /// The leads that qualify: every must rule holds, at least `at least` rules hold, the score reaches the
    /// threshold. #N/A if the name is unknown or no version is valid.
    Result<Bitmap> qualifying(std::string_view definition, const AsOf& as_of) const;
    /// Score per row; 0 for rows that are no leads.
    Result<std::vector<double>> scores(std::string_view definition, const AsOf& as_of) const;
    Result<double> score(std::string_view definition, std::size_t row, Instant as_of) const;
    /// Leads handed off that met the playbook's first definition at that moment.
    Result<Bitmap> qualified_at_hand_off() const;

    /// Worked out anew at each call.
    Result<Tally> tally(const DefinitionInForce& definition, const AsOf& as_of) const;

  private:
    struct Judgement {
        Bitmap qualifies;
        std::vector<double> scores;
    };
    Result<Judgement> judge(const DefinitionInForce& definition, const AsOf& as_of) const;
    Result<std::shared_ptr<const Judgement>> judged(std::string_view definition, const AsOf& as_of) const;
    Result<Judgement> judge_each(std::string_view definition, const AsOf& as_of) const;

    const Leads& leads_;
    mutable BoundedCache<std::shared_ptr<const Judgement>> kept_;  // by definition and as-of date
};

}  // namespace kakehashi
