// The national holidays of Japan, by the Act on National Holidays (Act No. 178 of 1948) as it stands since
// 2022: fixed days, Mondays, the two equinoxes, substitute holidays and days between two holidays.
//
// The equinoxes are those of the usual approximation for 1980 … 2099 (Kaijō Hoan-chō, Suirobu: Shin-koyomi
// benrichō); the Cabinet announces each year's in February of the year before.
#pragma once

#include <cstdint>
#include <vector>

#include "core/support/text.hpp"

namespace kakehashi {

struct NamedHoliday {
    std::int64_t day;  // as `day_of`
    Text name;
};

/// `year` 2022 … 2099, ascending; empty outside.
std::vector<NamedHoliday> japanese_holidays(int year);

}  // namespace kakehashi
