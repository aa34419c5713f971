// The arguments that functions over goals have in common.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>

#include "core/calendar/calendar.hpp"
#include "core/functions/call.hpp"
#include "core/functions/function.hpp"
#include "core/goals/goals.hpp"

namespace kakehashi {

/// The goals of argument 0 on a day, as a whole or in the period around that day.
struct GoalsSeen {
    std::shared_ptr<const Goals> goals;  // cut to the period if there is one, under the same numbers
    Instant as_of;
    std::optional<Period> period;
};

/// The argument `as_of` is [as of], the one behind it [unit].
Result<GoalsSeen> goals_seen(const Call& call, std::size_t as_of);

namespace parameters {

Parameter unit();

}  // namespace parameters
}  // namespace kakehashi
