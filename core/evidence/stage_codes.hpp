// The stage of each lead as one value among others, for estimates that look at it.
#pragma once

#include <cstdint>
#include <vector>

#include "core/support/result.hpp"

namespace kakehashi {

class Leads;
class Stages;

/// Codes 1 … stages() are the playbook's stages in their order; further ones are other texts of the list's
/// stage column, which stand in no order. 0 is unknown.
class StageCodes {
  public:
    using Code = std::uint32_t;

    explicit StageCodes(const Leads& leads);

    /// #N/A if neither the playbook's stages nor a stage column say where a lead is.
    const Result<std::size_t>& sound() const { return sound_; }

    std::size_t stages() const { return stages_; }
    /// One more than the highest code.
    std::size_t codes() const { return codes_; }
    /// The last stage in the playbook's order that the lead entered; without entries, what the stage column
    /// says.
    Code furthest(std::size_t row) const { return furthest_[row]; }
    /// Where the lead is, else the furthest.
    Code now(std::size_t row) const { return now_[row]; }
    /// The furthest entered, by date, up to its hand-off; 0 without a hand-off.
    Code at_hand_off(std::size_t row) const { return at_hand_off_[row]; }

  private:
    void read_column(const Leads& leads);
    void read_entries(const Leads& leads, const Stages& all);

    Result<std::size_t> sound_ = 0;
    std::size_t stages_ = 0;
    std::size_t codes_ = 1;
    std::vector<Code> furthest_;
    std::vector<Code> now_;
    std::vector<Code> at_hand_off_;
};

}  // namespace kakehashi
