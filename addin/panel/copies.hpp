// The panels' own copies of leads and goals: those behind the cells belong to the main thread, which may need
// them at any time. A copy reads its cells when a figure first needs them, in steps on the main thread, and
// is kept until its original is no longer what the cell stands for.
#pragma once

#include <memory>
#include <vector>

#include "addin/panel/desk.hpp"
#include "addin/panel/errand.hpp"
#include "core/goals/goals.hpp"
#include "core/leads/leads.hpp"

namespace kakehashi::addin {

/// Thrown where a cell stands for something else than when the copy was made: somebody has changed the table.
struct Outdated {};

class Copies {
  public:
    Copies();
    ~Copies();
    Copies(const Copies&) = delete;
    Copies& operator=(const Copies&) = delete;

    /// Until the next call cells are read through these. Null: no more.
    void read_through(const Errand::MainThread* main, Desk* desk);

    // On the errand's thread. The part must have been found.
    Result<std::shared_ptr<const Leads>> leads();
    Result<std::shared_ptr<const Goals>> goals();
    Result<std::shared_ptr<const ReadPlaybook>> playbook();

    struct Line;  // to the main thread
    struct LeadsCopy;

  private:
    LeadsCopy seen(const std::shared_ptr<const Leads>& leads, const css::uno::Any& given) const;
    std::shared_ptr<const Leads> copy_of(LeadsCopy wanted);

    std::shared_ptr<Line> line_;
    std::vector<LeadsCopy> leads_;  // those of the lead list, and of the goals if they are others
    std::weak_ptr<const Goals> goals_of_;
    std::shared_ptr<const Goals> goals_;
};

}  // namespace kakehashi::addin
