// Who is a "hot lead": definitions of the playbook applied to leads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/expression/evaluate.hpp"
#include "core/playbook/playbook.hpp"

namespace kakehashi {

class Leads;

/// One definition version with the rules and groups that belong to it.
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
    std::vector<ClampLine> clamps;  // only groups that were clamped; rule and clamp points add up to the score
};

class Qualification {
  public:
    explicit Qualification(const Leads& leads) : leads_(leads) {}

    /// The version of the definition that is valid at that instant; #N/A if the name is unknown or none is valid.
    Result<DefinitionInForce> in_force(std::string_view definition, Instant as_of) const;
    /// The leads that qualify. Every must rule holds, at least `at least` rules hold, the score reaches the threshold.
    Result<Bitmap> qualifying(std::string_view definition, const AsOf& as_of) const;
    /// Score per row.
    Result<std::vector<double>> scores(std::string_view definition, const AsOf& as_of) const;
    Result<Explanation> explain(std::string_view definition, std::size_t row, Instant as_of) const;

  private:
    const Leads& leads_;
};

}  // namespace kakehashi
