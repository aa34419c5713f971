#include "core/leads/advanced.hpp"

#include "core/leads/leads.hpp"
#include "core/leads/stages.hpp"
#include "core/playbook/departments.hpp"

namespace kakehashi {

Result<Bitmap> advanced_in_sales(const Leads& leads) {
    Bitmap result(leads.rows());
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
        const Instant known = inclusive_end(leads.as_of());
        result |= Bitmap::where(leads.rows(),
                                [&](std::size_t row) { return (*stages)->entered(*stage, row, known); });
    }
    return result &= leads.present();
}

}  // namespace kakehashi
