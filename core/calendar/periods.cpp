// Calendar and fiscal periods, and their names.
#include <fmt/format.h>

#include "core/calendar/calendar.hpp"
#include "core/calendar/period_label.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

/// Months since January of year 0.
using MonthCount = int;

constexpr int floor_div(int a, int b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

year_month_day civil(std::int64_t day) {
    return null_date + days{day};
}
std::int64_t day_number(sys_days day) {
    return (day - null_date).count();
}

MonthCount month_count(std::int64_t day) {
    const year_month_day date = civil(day);
    return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

std::int64_t first_day_of(MonthCount month) {
    const int year = floor_div(month, 12);
    return day_number(sys_days{std::chrono::year{year} / (month - year * 12 + 1) / 1});
}

/// Months of the unit; 0 for days and weeks.
int months_in(PeriodUnit unit) {
    switch (unit) {
        case PeriodUnit::month:
            return 1;
        case PeriodUnit::quarter:
            return 3;
        case PeriodUnit::half:
            return 6;
        case PeriodUnit::year:
            return 12;
        case PeriodUnit::day:
        case PeriodUnit::week:
            break;
    }
    return 0;
}

/// Months since the start of fiscal year 0.
int fiscal_months(std::int64_t day, const Calendar& calendar) {
    return month_count(day) - (static_cast<int>(calendar.fiscal_year_starts) - 1);
}

Period week_of(std::int64_t day, const Calendar& calendar) {
    const std::chrono::weekday weekday{null_date + days{day}};
    const std::int64_t first = day - (weekday - calendar.week_starts).count();
    return {first, first + 6};
}

/// The year in which a week lies is the one that holds most of it, its fourth day.
std::string week_name(std::int64_t first_day) {
    const std::int64_t fourth = first_day + 3;
    const std::chrono::year year = civil(fourth).year();
    const std::int64_t day_of_year = fourth - day_number(sys_days{year / 1 / 1});
    return fmt::format("{:04}-W{:02}", static_cast<int>(year), day_of_year / 7 + 1);
}

std::string month_name(std::int64_t first_day) {
    const year_month_day date = civil(first_day);
    return fmt::format("{:04}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()));
}

std::string fiscal_name(std::int64_t first_day, PeriodUnit unit, const Calendar& calendar) {
    const int months = fiscal_months(first_day, calendar);
    const int year = floor_div(months, 12);
    const int part = (months - year * 12) / months_in(unit) + 1;
    std::string result = fmt::format("{}{:04}", calendar.fiscal_year_starts == 1 ? "" : "FY", year);
    if (unit == PeriodUnit::quarter) result += fmt::format(" Q{}", part);
    if (unit == PeriodUnit::half) result += fmt::format(" H{}", part);
    return result;
}

std::string japanese_fiscal_label(std::int64_t first_day, PeriodUnit unit, const Calendar& calendar) {
    const int months = fiscal_months(first_day, calendar);
    const int year = floor_div(months, 12);
    const int part = (months - year * 12) / months_in(unit) + 1;
    std::string result = fmt::format("{}年{}", year, calendar.fiscal_year_starts == 1 ? "" : "度");
    if (unit == PeriodUnit::quarter) result += fmt::format("第{}四半期", part);
    if (unit == PeriodUnit::half) result += part == 1 ? "上期" : "下期";
    return result;
}

}  // namespace

Result<PeriodUnit> parse_period_unit(std::string_view text) {
    struct Name {
        std::string_view name;
        PeriodUnit unit;
    };
    // Quarters, halves and years follow the fiscal year in any case: its name may be said as well.
    static constexpr Name names[] = {
        {"day", PeriodUnit::day},         {"日", PeriodUnit::day},
        {"week", PeriodUnit::week},       {"週", PeriodUnit::week},
        {"month", PeriodUnit::month},     {"月", PeriodUnit::month},
        {"quarter", PeriodUnit::quarter}, {"fiscalquarter", PeriodUnit::quarter},
        {"四半期", PeriodUnit::quarter},  {"会計四半期", PeriodUnit::quarter},
        {"half", PeriodUnit::half},       {"halfyear", PeriodUnit::half},
        {"fiscalhalf", PeriodUnit::half}, {"半期", PeriodUnit::half},
        {"半年", PeriodUnit::half},       {"year", PeriodUnit::year},
        {"fiscalyear", PeriodUnit::year}, {"年", PeriodUnit::year},
        {"年度", PeriodUnit::year},       {"会計年度", PeriodUnit::year},
    };
    const std::string wanted = fold_header(text);
    for (const Name& known : names)
        if (known.name == wanted) return known.unit;
    return illegal_argument(
        {fmt::format("\"{}\" is no unit of time. Known are day, week, month, quarter, half and year.", text),
         fmt::format("「{}」は期間の単位ではありません。日・週・月・四半期・半期・年のいずれかを指定します。",
                     text)});
}

Period period_of(Instant instant, PeriodUnit unit, const Calendar& calendar) {
    const std::int64_t day = day_of(instant);
    if (unit == PeriodUnit::day) return {day, day};
    if (unit == PeriodUnit::week) return week_of(day, calendar);
    const int months = months_in(unit);
    const int into = fiscal_months(day, calendar);
    const MonthCount first = month_count(day) - (into - floor_div(into, months) * months);
    return {first_day_of(first), first_day_of(first + months) - 1};
}

Period next_period(const Period& period, PeriodUnit unit, const Calendar& calendar) {
    return period_of((period.last_day + 1) * ms_per_day, unit, calendar);
}

std::string period_name(const Period& period, PeriodUnit unit, const Calendar& calendar) {
    switch (unit) {
        case PeriodUnit::day:
            return format_instant(period.first_day * ms_per_day);
        case PeriodUnit::week:
            return week_name(period.first_day);
        case PeriodUnit::month:
            return month_name(period.first_day);
        case PeriodUnit::quarter:
        case PeriodUnit::half:
        case PeriodUnit::year:
            break;
    }
    return fiscal_name(period.first_day, unit, calendar);
}

std::string period_label(const Period& period, PeriodUnit unit, const Calendar& calendar, Language language) {
    if (language == Language::english || unit == PeriodUnit::week) return period_name(period, unit, calendar);
    const year_month_day date = civil(period.first_day);
    const auto year = static_cast<int>(date.year());
    const auto month = static_cast<unsigned>(date.month());
    if (unit == PeriodUnit::day)
        return fmt::format("{}年{}月{}日", year, month, static_cast<unsigned>(date.day()));
    if (unit == PeriodUnit::month) return fmt::format("{}年{}月", year, month);
    return japanese_fiscal_label(period.first_day, unit, calendar);
}

}  // namespace kakehashi
