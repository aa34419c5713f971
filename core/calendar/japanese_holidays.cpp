#include "core/calendar/japanese_holidays.hpp"

#include <chrono>
#include <cmath>
#include <map>

#include "core/table/instant.hpp"

namespace kakehashi {
namespace {

using std::chrono::Monday;
using std::chrono::sys_days;
using std::chrono::year;

std::int64_t day_number(sys_days date) {
    return (date - null_date).count();
}

/// Days after 0 March or 0 September.
unsigned equinox(double of_1980, int in_year) {
    const int years = in_year - 1980;
    return static_cast<unsigned>(std::floor(of_1980 + 0.242194 * years)) - static_cast<unsigned>(years / 4);
}

bool is_sunday(std::int64_t day) {
    return std::chrono::weekday(null_date + std::chrono::days{day}) == std::chrono::Sunday;
}

using Days = std::map<std::int64_t, Text>;

Days days_of_the_act(int in_year) {
    const year y{in_year};
    Days days;
    const auto on = [&](unsigned month, unsigned day, Text name) {
        days.emplace(day_number(y / static_cast<int>(month) / static_cast<int>(day)), std::move(name));
    };
    const auto on_monday = [&](unsigned month, unsigned nth, Text name) {
        days.emplace(day_number(y / static_cast<int>(month) / Monday[nth]), std::move(name));
    };
    on(1, 1, {"New Year's Day", "元日"});
    on_monday(1, 2, {"Coming of Age Day", "成人の日"});
    on(2, 11, {"National Foundation Day", "建国記念の日"});
    on(2, 23, {"Emperor's Birthday", "天皇誕生日"});
    on(3, equinox(20.8431, in_year), {"Vernal Equinox Day", "春分の日"});
    on(4, 29, {"Showa Day", "昭和の日"});
    on(5, 3, {"Constitution Day", "憲法記念日"});
    on(5, 4, {"Greenery Day", "みどりの日"});
    on(5, 5, {"Children's Day", "こどもの日"});
    on_monday(7, 3, {"Marine Day", "海の日"});
    on(8, 11, {"Mountain Day", "山の日"});
    on_monday(9, 3, {"Respect for the Aged Day", "敬老の日"});
    on(9, equinox(23.2488, in_year), {"Autumnal Equinox Day", "秋分の日"});
    on_monday(10, 2, {"Sports Day", "スポーツの日"});
    on(11, 3, {"Culture Day", "文化の日"});
    on(11, 23, {"Labour Thanksgiving Day", "勤労感謝の日"});
    return days;
}

/// Article 3, paragraph 2: of a holiday on a Sunday, the next day that is no holiday.
void add_substitutes(const Days& of_the_act, Days& days) {
    for (const auto& [day, name] : of_the_act) {
        if (!is_sunday(day)) continue;
        std::int64_t instead = day + 1;
        while (of_the_act.contains(instead)) ++instead;
        days.emplace(instead, Text{"Substitute holiday", "振替休日"});
    }
}

/// Article 3, paragraph 3: a day between two holidays.
void add_days_between(const Days& of_the_act, Days& days) {
    for (const auto& [day, name] : of_the_act)
        if (of_the_act.contains(day + 2) && !is_sunday(day + 1))
            days.emplace(day + 1, Text{"Citizens' holiday", "国民の休日"});
}

}  // namespace

std::vector<NamedHoliday> japanese_holidays(int in_year) {
    if (in_year < 2022 || in_year > 2099) return {};
    const Days of_the_act = days_of_the_act(in_year);
    Days days = of_the_act;
    add_substitutes(of_the_act, days);
    add_days_between(of_the_act, days);
    std::vector<NamedHoliday> result;
    for (auto& [day, name] : days) result.push_back({day, name});
    return result;
}

}  // namespace kakehashi
