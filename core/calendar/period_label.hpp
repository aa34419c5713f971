// Periods as people call them. No function gives or takes these; those are `period_name`.
#pragma once

#include <string>

#include "core/calendar/calendar.hpp"
#include "core/support/text.hpp"

namespace kakehashi {

/// The period's name; in Japanese `2026年度第3四半期`, `2026年度下期`, `2026年11月`. Weeks keep their name.
std::string period_label(const Period& period, PeriodUnit unit, const Calendar& calendar, Language language);

}  // namespace kakehashi
