// Where a finding about leads stands, and which lead it is about.
#pragma once

#include "core/checks/finding_list.hpp"
#include "core/leads/leads.hpp"

namespace kakehashi::checks {

class LeadReport {
  public:
    LeadReport(const Leads& leads, FindingList& findings) : ids_(leads.role(Role::id)), findings_(findings) {}

    template <class Make>
    void add(Kind kind, std::size_t row, std::optional<std::size_t> column, Make&& make) {
        findings_.add(
            kind, {sheet::Part::leads, row, column},
            [&] { return ids_ != nullptr ? ids_->text(row) : std::string(); }, make);
    }
    FindingList& list() { return findings_; }

  private:
    const Column* ids_;
    FindingList& findings_;
};

}  // namespace kakehashi::checks
