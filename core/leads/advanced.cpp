#include "core/leads/advanced.hpp"

#include <vector>

#include "core/leads/leads.hpp"
#include "core/leads/stages.hpp"
#include "core/playbook/departments.hpp"

namespace kakehashi {
namespace {

/// Those owned by sales, without the first one: that is its inbox.
Result<std::vector<std::size_t>> later_stages_of_sales(const Leads& leads) {
    std::vector<std::size_t> result;
    bool behind_first = false;
    for (const PlaybookStage& agreed : leads.playbook().stages) {
        if (department_of(agreed.owner) != Department::sales) continue;
        if (!behind_first) {
            behind_first = true;
            continue;
        }
        const auto stages = leads.stages();
        if (!stages) return error_of(stages);
        const auto stage = (*stages)->index(agreed.stage);
        if (!stage) return error_of(stage);
        result.push_back(*stage);
    }
    return result;
}

}  // namespace

Result<Bitmap> advanced_in_sales(const Leads& leads) {
    const auto later = later_stages_of_sales(leads);
    if (!later) return error_of(later);
    Bitmap result(leads.rows());
    const Instant known = inclusive_end(leads.as_of());
    for (const std::size_t stage : *later)
        result |= Bitmap::where(leads.rows(), [&, stages = *leads.stages()](std::size_t row) {
            return stages->entered(stage, row, known);
        });
    return result &= leads.present();
}

std::optional<Advance> advance_of(const Leads& leads, std::size_t row) {
    const auto later = later_stages_of_sales(leads);
    if (!later) return std::nullopt;
    const Instant known = inclusive_end(leads.as_of());
    std::optional<Advance> first;
    for (const std::size_t stage : *later) {
        const Stages& stages = **leads.stages();
        if (!stages.entered(stage, row, known)) continue;
        const Instant since = stages.first_entry(stage, row, earliest, known);
        const bool earlier =
            since != no_instant && (!first || first->since == no_instant || since < first->since);
        if (!first || earlier) first = {stages.names()[stage], since};
    }
    return first;
}

}  // namespace kakehashi
