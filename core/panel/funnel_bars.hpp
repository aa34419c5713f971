// The funnel as the panel shows it: either a cohort (who entered in a period and how far they came) or a
// snapshot (who is where now), never both in one picture.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/panel/picture.hpp"
#include "core/support/result.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {
class Leads;
}

namespace kakehashi::panel {

struct FunnelBar {
    std::string stage;
    Colour colour = 0;  // of the department that owns the stage
    std::size_t count = 0;
    std::optional<double> of_previous;  // cohort only
    std::optional<double> of_first;     // cohort only
    std::size_t too_young = 0;          // cohort only: reached the stage before and may still come
};

struct FunnelBars {
    bool cohort = true;
    std::string title;  // `Entered in 2026 Q3`, `Now`
    std::vector<FunnelBar> bars;
};

/// Leads that entered the first stage in the period. #N/A without stages.
Result<FunnelBars> cohort_bars(const Leads& leads, const DateRange& period, std::string title);
/// Leads at each stage now.
Result<FunnelBars> snapshot_bars(const Leads& leads, std::string title);

/// `width` in pixels, at least 160.
Picture draw(const FunnelBars& funnel, double width, const Theme& theme, Language language);

}  // namespace kakehashi::panel
