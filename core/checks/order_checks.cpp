// Dates that do not follow each other as they should.
#include <fmt/format.h>

#include "core/checks/lead_checks.hpp"
#include "core/checks/lead_place.hpp"
#include "core/leads/stages.hpp"

namespace kakehashi::checks {
namespace {

/// The two dates of a pair that belong in this order.
struct Pair {
    Role begin;
    Role end;
};
constexpr Pair pairs[] = {
    {Role::created, Role::closed},       {Role::created, Role::handed_off},
    {Role::handed_off, Role::responded}, {Role::handed_off, Role::accepted},
    {Role::handed_off, Role::rejected},
};

void check_pair(const Leads& leads, const Pair& pair, LeadReport& report) {
    const auto begin = leads.role_index(pair.begin);
    const auto end = leads.role_index(pair.end);
    if (!begin || !end || *begin == *end) return;
    const auto begins = leads.table().column(*begin).as_instants();
    const auto ends = leads.table().column(*end).as_instants();
    for (std::size_t row = 0; row < begins.size(); ++row) {
        if (begins[row] == no_instant || ends[row] == no_instant || not_before(ends[row], begins[row]))
            continue;
        report.add(Kind::negative_duration, row, *end, [&] {
            const std::string& first = leads.table().header(*begin);
            const std::string& second = leads.table().header(*end);
            return Text{fmt::format("\"{}\" ({}) comes before \"{}\" ({}).", second,
                                    format_instant(ends[row]), first, format_instant(begins[row])),
                        fmt::format("「{}」（{}）が「{}」（{}）より前です。", second,
                                    format_instant(ends[row]), first, format_instant(begins[row]))};
        });
    }
}

class StageOrder {
  public:
    StageOrder(const Leads& leads, const Stages& stages, LeadReport& report)
        : stages_(stages), report_(report) {
        for (const PlaybookStage& stage : leads.playbook().stages)
            columns_.push_back(leads.table().find(stage.column.empty() ? stage.stage : stage.column));
    }

    void check(std::size_t row) {
        std::size_t first = Stages::none;   // the first stage with a date
        std::size_t before = Stages::none;  // the stage with a date before this one
        for (std::size_t stage = 0; stage < stages_.count(); ++stage) {
            const Instant entry = stages_.first_entry(stage, row, earliest, latest);
            if (entry == no_instant) continue;
            if (first == Stages::none) {
                first = stage;
            } else if (first == 0 && !not_before(entry, entry_of(0, row))) {
                return add(Kind::before_first, row, stage, 0);
            } else if (!stages_.is_logged(stage) && !stages_.is_logged(before) &&
                       !not_before(entry, entry_of(before, row))) {
                return add(Kind::stage_order, row, stage, before);
            }
            before = stage;
        }
    }

  private:
    Instant entry_of(std::size_t stage, std::size_t row) const {
        return stages_.first_entry(stage, row, earliest, latest);
    }

    void add(Kind kind, std::size_t row, std::size_t later, std::size_t earlier) {
        report_.add(kind, row, stages_.is_logged(later) ? std::nullopt : columns_[later], [&] {
            const std::string& a = stages_.names()[later];
            const std::string& b = stages_.names()[earlier];
            const std::string at = format_instant(entry_of(later, row));
            const std::string than = format_instant(entry_of(earlier, row));
            return Text{fmt::format("{} ({}) comes before {} ({}).", a, at, b, than),
                        fmt::format("{}（{}）が{}（{}）より前です。", a, at, b, than)};
        });
    }

    const Stages& stages_;
    LeadReport& report_;
    std::vector<std::optional<std::size_t>> columns_;
};

}  // namespace

void check_order(const Leads& leads, FindingList& findings) {
    LeadReport report(leads, findings);
    for (const Pair& pair : pairs) check_pair(leads, pair, report);
    const auto stages = leads.stages();
    if (!stages) return;  // a problem of the playbook
    StageOrder order(leads, **stages, report);
    for (std::size_t row = 0; row < leads.rows(); ++row) order.check(row);
}

}  // namespace kakehashi::checks
