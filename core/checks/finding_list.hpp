// Collects findings, at most so many of each kind, and counts the rest without making their texts.
#pragma once

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/checks/finding.hpp"

namespace kakehashi::checks {

class FindingList {
  public:
    FindingList() { findings_.counts.assign(kind_count, 0); }

    /// `make()` gives the sentence; it is called only if the finding is kept.
    template <class Make>
    void add(Kind kind, const Place& place, Make&& make) {
        if (!count(kind)) return;
        findings_.kept.push_back({kind, place, {}, make()});
    }
    /// The same about one lead: `id()` gives its id.
    template <class Id, class Make>
    void add(Kind kind, const Place& place, Id&& id, Make&& make) {
        if (!count(kind)) return;
        findings_.kept.push_back({kind, place, id(), make()});
    }
    /// About several rows at once.
    void add_rows(Kind kind, const Place& place, Text what, std::size_t rows) {
        if (!count(kind)) return;
        findings_.kept.push_back({kind, place, {}, std::move(what), rows});
    }

    Findings sorted() && {
        const auto key = [](const Finding& finding) {
            return std::tuple(finding.kind, finding.place.part, finding.place.row.value_or(0),
                              finding.place.column.value_or(0));
        };
        std::ranges::stable_sort(findings_.kept, {}, key);
        return std::move(findings_);
    }

    void set_leads(std::size_t leads) { findings_.leads = leads; }

  private:
    bool count(Kind kind) { return ++findings_.counts[static_cast<std::size_t>(kind)] <= most_per_kind; }

    Findings findings_;
};

}  // namespace kakehashi::checks
