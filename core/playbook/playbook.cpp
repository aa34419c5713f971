#include "core/playbook/playbook.hpp"

#include <algorithm>

#include "core/playbook/form.hpp"

namespace kakehashi {

std::string_view outcome_name(Outcome outcome) {
    return outcome_choices()[static_cast<std::size_t>(outcome)].name;
}

std::optional<Outcome> parse_outcome(std::string_view name) {
    const std::span<const Choice> choices = outcome_choices();
    for (std::size_t i = 0; i < choices.size(); ++i)
        if (find_choice(choices.subspan(i, 1), name)) return static_cast<Outcome>(i);
    return std::nullopt;
}

Calendar working_calendar(const Playbook& playbook) {
    Calendar calendar = playbook.calendar;
    for (const PlaybookHoliday& holiday : playbook.holidays)
        if (holiday.date != no_instant) calendar.holidays.push_back(day_of(holiday.date));
    std::sort(calendar.holidays.begin(), calendar.holidays.end());
    calendar.holidays.erase(std::unique(calendar.holidays.begin(), calendar.holidays.end()),
                            calendar.holidays.end());
    return calendar;
}

}  // namespace kakehashi
