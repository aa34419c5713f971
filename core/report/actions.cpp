#include "core/report/actions.hpp"

namespace kakehashi::report {

CarriedOver carry_over(const std::vector<Action>& actions, const std::string& sheet_week,
                       const std::string& new_week) {
    CarriedOver result;
    for (Action action : actions) {
        if (action.blank()) continue;
        if (action.since.empty()) action.since = sheet_week;
        const bool over = !action.done.empty() && sheet_week != new_week;
        (over ? result.done : result.open).push_back(std::move(action));
    }
    return result;
}

}  // namespace kakehashi::report
