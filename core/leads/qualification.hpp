// Who is a "hot lead": definitions of the playbook applied to leads.
//
// Score: per group the sum of the points of the rules that hold, clamped to the group's floor and cap; then
// the sum of the groups. Decay: points × 2^(−age ÷ half-life), age in days from the rule's only date column
// to the as-of date, at least 0. `repeats`: a `reached` rule earns once per entry, the latest ones, up to
// that number.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/expression/evaluate.hpp"
#include "core/playbook/playbook.hpp"

namespace kakehashi {

class Leads;
class Stages;

/// One definition version with the rules and groups that belong to it: those of its name, and those of its
/// name and version (`Hot lead v2`).
struct DefinitionInForce {
    const PlaybookDefinition* definition;
    std::vector<const PlaybookRule*> rules;    // in the order of the playbook
    std::vector<const PlaybookGroup*> groups;  // floors and caps
};

/// The line of one rule for one lead. `points` are after decay and repeats, before the group is clamped.
struct RuleLine {
    const PlaybookRule* rule;
    bool holds;
    double points;
    std::string value;  // what the lead has in the rule's columns
};
/// What clamping adds to (or takes from) a group's sum.
struct ClampLine {
    const PlaybookGroup* group;
    double points;
};
struct Explanation {
    bool qualifies;
    double score;
    std::vector<RuleLine> rules;
    std::vector<ClampLine>
        clamps;  // only groups that were clamped; rule and clamp points add up to the score
};

class Qualification {
  public:
    explicit Qualification(const Leads& leads) : leads_(leads) {}

    /// The version of the definition that is valid at that instant; #N/A if the name is unknown or none is
    /// valid.
    Result<DefinitionInForce> in_force(std::string_view definition, Instant as_of) const;
    /// The leads that qualify: every must rule holds, at least `at least` rules hold, the score reaches the
    /// threshold.
    Result<Bitmap> qualifying(std::string_view definition, const AsOf& as_of) const;
    /// Score per row; 0 for rows that are no leads.
    Result<std::vector<double>> scores(std::string_view definition, const AsOf& as_of) const;
    Result<Explanation> explain(std::string_view definition, std::size_t row, Instant as_of) const;
    /// Leads handed off that met the playbook's first definition at that moment.
    Result<Bitmap> qualified_at_hand_off() const;

  private:
    /// A rule seen over all leads as of some date.
    struct AppliedRule {
        const PlaybookRule* rule;
        Bitmap holds;
        std::span<const Instant> dates;  // the rule's only date column; empty if it has none
        const Stages* stages = nullptr;  // of a `reached` rule
        std::size_t stage = 0;

        double points(std::size_t row, Instant as_of) const;
    };
    struct Judgement {
        Bitmap qualifies;
        std::vector<double> scores;
    };
    Result<AppliedRule> apply(const PlaybookRule& rule, const AsOf& as_of) const;
    Result<Judgement> judge(const DefinitionInForce& definition, const AsOf& as_of) const;
    Result<std::shared_ptr<const Judgement>> judged(std::string_view definition, const AsOf& as_of) const;
    Result<Judgement> judge_each(std::string_view definition, const AsOf& as_of) const;
    DefinitionInForce collect(const PlaybookDefinition& definition) const;

    const Leads& leads_;
    mutable std::unordered_map<std::string, std::shared_ptr<const Judgement>>
        kept_;  // by definition and as-of date
};

}  // namespace kakehashi
