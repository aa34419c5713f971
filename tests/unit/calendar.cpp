#include "core/calendar/calendar.hpp"

#include <catch2/catch.hpp>

#include "core/calendar/period_label.hpp"

using namespace kakehashi;
using std::chrono::Monday;
using std::chrono::Saturday;
using std::chrono::Sunday;
using std::chrono::weekday;

namespace {

constexpr Instant on(int y, unsigned m, unsigned d) {
    return instant_from_civil(std::chrono::year{y} / m / d);
}
constexpr std::int64_t day(int y, unsigned m, unsigned d) {
    return day_of(on(y, m, d));
}
constexpr Instant at(int h, int m = 0) {
    return h * ms_per_hour + m * ms_per_minute;
}

std::string name_of(Instant instant, PeriodUnit unit, const Calendar& calendar = {}) {
    return period_name(period_of(instant, unit, calendar), unit, calendar);
}

Calendar fiscal(unsigned month) {
    Calendar calendar;
    calendar.fiscal_year_starts = month;
    return calendar;
}

Calendar weeks_from(weekday start) {
    Calendar calendar;
    calendar.week_starts = start;
    return calendar;
}

/// With a lunch break, and two holidays in May 2026.
Calendar office() {
    Calendar calendar;
    calendar.working_hours = {{at(9), at(12)}, {at(13), at(18)}};
    calendar.holidays = {day(2026, 5, 4), day(2026, 5, 5)};
    return calendar;
}

}  // namespace

TEST_CASE("ISO weeks belong to the year that holds their Thursday", "[calendar]") {
    CHECK(name_of(on(2026, 1, 1), PeriodUnit::week) == "2026-W01");
    CHECK(name_of(on(2027, 1, 1), PeriodUnit::week) == "2026-W53");
    CHECK(name_of(on(2024, 12, 30), PeriodUnit::week) == "2025-W01");
    CHECK(name_of(on(2026, 11, 22), PeriodUnit::week) == "2026-W47");
    CHECK(name_of(on(2021, 1, 3), PeriodUnit::week) == "2020-W53");
    CHECK(name_of(on(2021, 1, 4), PeriodUnit::week) == "2021-W01");
    CHECK(name_of(on(2008, 12, 29), PeriodUnit::week) == "2009-W01");
    CHECK(name_of(on(2010, 1, 3), PeriodUnit::week) == "2009-W53");
    CHECK(name_of(on(1899, 12, 30), PeriodUnit::week) == "1899-W52");
    const Period week = period_of(on(2026, 11, 22), PeriodUnit::week, {});
    CHECK(week == Period{day(2026, 11, 16), day(2026, 11, 22)});
}

TEST_CASE("weeks that start on another day: week 1 holds four days of January", "[calendar]") {
    const Calendar sunday = weeks_from(Sunday);
    CHECK(period_of(on(2026, 11, 22), PeriodUnit::week, sunday) ==
          Period{day(2026, 11, 22), day(2026, 11, 28)});
    // 2026-01-01 is a Thursday: Sunday 2025-12-28 … Saturday 2026-01-03 holds three days of January.
    CHECK(name_of(on(2026, 1, 1), PeriodUnit::week, sunday) == "2025-W53");
    CHECK(name_of(on(2026, 1, 4), PeriodUnit::week, sunday) == "2026-W01");
    // 2025-01-01 is a Wednesday: Sunday 2024-12-29 … Saturday 2025-01-04 holds four.
    CHECK(name_of(on(2024, 12, 29), PeriodUnit::week, sunday) == "2025-W01");
    const Calendar saturday = weeks_from(Saturday);
    CHECK(period_of(on(2026, 11, 22), PeriodUnit::week, saturday) ==
          Period{day(2026, 11, 21), day(2026, 11, 27)});
}

TEST_CASE("every week has seven days and follows the one before, over decades", "[calendar]") {
    for (const weekday start : {Monday, Sunday, Saturday}) {
        const Calendar calendar = weeks_from(start);
        Period week = period_of(on(1990, 1, 1), PeriodUnit::week, calendar);
        std::string previous = period_name(week, PeriodUnit::week, calendar);
        while (week.first_day < day(2040, 1, 1)) {
            const Period next = next_period(week, PeriodUnit::week, calendar);
            REQUIRE(next.first_day == week.last_day + 1);
            REQUIRE(next.last_day - next.first_day == 6);
            REQUIRE(weekday{null_date + std::chrono::days{next.first_day}} == start);
            const std::string name = period_name(next, PeriodUnit::week, calendar);
            REQUIRE(name > previous);
            previous = name;
            week = next;
        }
    }
}

TEST_CASE("periods of the calendar year have plain names", "[calendar]") {
    const Instant sunday = on(2026, 11, 22) + at(14, 5);
    CHECK(name_of(sunday, PeriodUnit::day) == "2026-11-22");
    CHECK(name_of(sunday, PeriodUnit::month) == "2026-11");
    CHECK(name_of(sunday, PeriodUnit::quarter) == "2026 Q4");
    CHECK(name_of(sunday, PeriodUnit::half) == "2026 H2");
    CHECK(name_of(sunday, PeriodUnit::year) == "2026");
    CHECK(name_of(on(2026, 6, 30), PeriodUnit::half) == "2026 H1");
    CHECK(name_of(on(2026, 3, 31), PeriodUnit::quarter) == "2026 Q1");
    CHECK(period_of(sunday, PeriodUnit::quarter, {}) == Period{day(2026, 10, 1), day(2026, 12, 31)});
    CHECK(period_of(sunday, PeriodUnit::day, {}) == Period{day(2026, 11, 22), day(2026, 11, 22)});
    CHECK(period_of(on(2028, 2, 10), PeriodUnit::month, {}) == Period{day(2028, 2, 1), day(2028, 2, 29)});
    CHECK(period_of(on(1899, 12, 1), PeriodUnit::year, {}) == Period{day(1899, 1, 1), day(1899, 12, 31)});
}

TEST_CASE("fiscal year n starts in the given month of year n", "[calendar]") {
    const Calendar april = fiscal(4);
    CHECK(name_of(on(2026, 11, 22), PeriodUnit::quarter, april) == "FY2026 Q3");
    CHECK(name_of(on(2026, 11, 22), PeriodUnit::half, april) == "FY2026 H2");
    CHECK(name_of(on(2026, 11, 22), PeriodUnit::year, april) == "FY2026");
    CHECK(period_of(on(2026, 11, 22), PeriodUnit::year, april) == Period{day(2026, 4, 1), day(2027, 3, 31)});
    CHECK(name_of(on(2027, 3, 31), PeriodUnit::year, april) == "FY2026");
    CHECK(name_of(on(2027, 4, 1), PeriodUnit::year, april) == "FY2027");
    CHECK(name_of(on(2027, 1, 15), PeriodUnit::quarter, april) == "FY2026 Q4");
    CHECK(period_of(on(2027, 1, 15), PeriodUnit::quarter, april) ==
          Period{day(2027, 1, 1), day(2027, 3, 31)});
    CHECK(name_of(on(2026, 9, 30), PeriodUnit::half, april) == "FY2026 H1");
    const Calendar february = fiscal(2);
    CHECK(name_of(on(2026, 1, 31), PeriodUnit::quarter, february) == "FY2025 Q4");
    CHECK(period_of(on(2026, 1, 31), PeriodUnit::quarter, february) ==
          Period{day(2025, 11, 1), day(2026, 1, 31)});
    const Calendar december = fiscal(12);
    CHECK(name_of(on(2026, 11, 30), PeriodUnit::year, december) == "FY2025");
    CHECK(name_of(on(2026, 12, 1), PeriodUnit::year, december) == "FY2026");
    // Days, weeks and months are never fiscal.
    CHECK(name_of(on(2026, 11, 22), PeriodUnit::month, april) == "2026-11");
    CHECK(name_of(on(2026, 11, 22), PeriodUnit::week, april) == "2026-W47");
}

TEST_CASE("periods of a unit follow each other without gap and hold their days", "[calendar]") {
    for (const unsigned month : {1u, 2u, 4u, 8u, 12u}) {
        const Calendar calendar = fiscal(month);
        for (const PeriodUnit unit :
             {PeriodUnit::month, PeriodUnit::quarter, PeriodUnit::half, PeriodUnit::year}) {
            Period period = period_of(on(2019, 7, 1), unit, calendar);
            for (int i = 0; i < 60; ++i) {
                REQUIRE(period_of(period.first_day * ms_per_day, unit, calendar) == period);
                REQUIRE(period_of(end_of_day(period.last_day * ms_per_day), unit, calendar) == period);
                const Period next = next_period(period, unit, calendar);
                REQUIRE(next.first_day == period.last_day + 1);
                period = next;
            }
        }
    }
}

TEST_CASE("units of time have English and Japanese names", "[calendar]") {
    CHECK(parse_period_unit("day") == PeriodUnit::day);
    CHECK(parse_period_unit(" WEEK ") == PeriodUnit::week);
    CHECK(parse_period_unit("Ｍｏｎｔｈ") == PeriodUnit::month);
    CHECK(parse_period_unit("quarter") == PeriodUnit::quarter);
    CHECK(parse_period_unit("half") == PeriodUnit::half);
    CHECK(parse_period_unit("half-year") == PeriodUnit::half);
    CHECK(parse_period_unit("year") == PeriodUnit::year);
    CHECK(parse_period_unit("日") == PeriodUnit::day);
    CHECK(parse_period_unit("週") == PeriodUnit::week);
    CHECK(parse_period_unit("月") == PeriodUnit::month);
    CHECK(parse_period_unit("四半期") == PeriodUnit::quarter);
    CHECK(parse_period_unit("半期") == PeriodUnit::half);
    CHECK(parse_period_unit("年") == PeriodUnit::year);
    for (const char* text : {"", "fortnight", "decade", "0", "m"}) {
        INFO(text);
        const auto unit = parse_period_unit(text);
        REQUIRE_FALSE(unit);
        CHECK(unit.error().code == ErrorCode::illegal_argument);
    }
}

TEST_CASE("working days leave out weekends and holidays", "[calendar]") {
    const Calendar calendar = office();
    CHECK(calendar.is_working_day(day(2026, 5, 1)));        // Friday
    CHECK_FALSE(calendar.is_working_day(day(2026, 5, 2)));  // Saturday
    CHECK_FALSE(calendar.is_working_day(day(2026, 5, 3)));
    CHECK_FALSE(calendar.is_working_day(day(2026, 5, 4)));  // holiday
    CHECK(calendar.is_working_day(day(2026, 5, 6)));
    CHECK_FALSE(calendar.is_working_day(day(1899, 12, 30)));  // Saturday
    CHECK(calendar.is_working_day(day(1899, 12, 29)));
    CHECK(calendar.working_days_between(day(2026, 5, 1), day(2026, 5, 31)) == 19);
    CHECK(calendar.working_days_between(day(2026, 5, 4), day(2026, 5, 5)) == 0);
    CHECK(calendar.working_days_between(day(2026, 5, 6), day(2026, 5, 6)) == 1);
    CHECK(calendar.working_days_between(day(2026, 5, 7), day(2026, 5, 6)) == 0);
}

TEST_CASE("holidays on weekends or named twice are taken off once", "[calendar]") {
    Calendar calendar;
    calendar.holidays = {day(2026, 5, 3), day(2026, 5, 5), day(2026, 5, 5)};  // a Sunday, and a Tuesday twice
    CHECK(calendar.working_days_between(day(2026, 5, 1), day(2026, 5, 31)) == 20);
}

TEST_CASE("counting working days by weeks agrees with counting them one by one", "[calendar]") {
    Calendar calendar = office();
    calendar.working_days = {true, false, true, true, false, true, false};
    calendar.holidays = {day(1899, 12, 28), day(1899, 12, 31), day(1900, 1, 2), day(1900, 1, 14)};
    for (std::int64_t first = -20; first <= 20; ++first) {
        std::int64_t counted = 0;
        for (std::int64_t last = first; last <= 40; ++last) {
            if (calendar.is_working_day(last)) ++counted;
            REQUIRE(calendar.working_days_between(first, last) == counted);
        }
    }
}

TEST_CASE("working hours run only while the office is open", "[calendar]") {
    const Calendar calendar = office();
    const Instant thursday = on(2026, 4, 30);
    const Instant friday = on(2026, 5, 1);
    const Instant wednesday = on(2026, 5, 6);
    CHECK(calendar.working_hours_between(thursday + at(9), thursday + at(18)) == 8);
    CHECK(calendar.working_hours_between(thursday + at(10), thursday + at(11, 30)) == 1.5);
    CHECK(calendar.working_hours_between(thursday + at(11), thursday + at(14)) == 2);  // over lunch
    CHECK(calendar.working_hours_between(thursday + at(12, 15), thursday + at(12, 45)) == 0);
    CHECK(calendar.working_hours_between(thursday + at(17), friday + at(10)) == 2);   // over night
    CHECK(calendar.working_hours_between(friday + at(17), wednesday + at(10)) == 2);  // weekend and holidays
    CHECK(calendar.working_hours_between(thursday + at(9), wednesday + at(18)) == 24);
}

TEST_CASE("a start outside hours moves to the next opening", "[calendar]") {
    const Calendar calendar = office();
    const Instant thursday = on(2026, 4, 30);
    const Instant saturday = on(2026, 5, 2);
    const Instant wednesday = on(2026, 5, 6);
    CHECK(calendar.working_hours_between(thursday + at(7), thursday + at(10)) == 1);
    CHECK(calendar.working_hours_between(thursday + at(20), thursday + at(23)) == 0);
    CHECK(calendar.working_hours_between(saturday + at(10), wednesday + at(9)) == 0);
    CHECK(calendar.working_hours_between(saturday + at(10), wednesday + at(9, 30)) == 0.5);
    CHECK(calendar.working_hours_between(saturday, wednesday) == 0);
}

TEST_CASE("no working time runs backwards or from an unknown start", "[calendar]") {
    const Calendar calendar = office();
    CHECK(calendar.working_hours_between(on(2026, 4, 30) + at(15), on(2026, 4, 30) + at(10)) == 0);
    CHECK(calendar.working_hours_between(on(2026, 5, 7), on(2026, 4, 1)) == 0);
    CHECK(calendar.working_hours_between(on(2026, 4, 30), on(2026, 4, 30)) == 0);
    CHECK(calendar.working_hours_between(no_instant, on(2026, 4, 30)) == 0);
    CHECK(calendar.working_hours_between(on(2026, 4, 30), no_instant) == 0);
}

TEST_CASE("working hours over fifty years: 400 years hold 20,871 weeks", "[calendar]") {
    const Calendar calendar;  // Mon-Fri, 9 hours
    CHECK(calendar.working_days_between(day(1900, 1, 1), day(2299, 12, 31)) == 20'871 * 5);
    CHECK(calendar.working_hours_between(on(1900, 1, 1), on(2300, 1, 1)) == 20'871.0 * 5 * 9);
}

TEST_CASE("working days are read from ranges and lists in English and Japanese", "[calendar]") {
    using Days = std::array<bool, 7>;
    const Days weekdays = {false, true, true, true, true, true, false};
    for (const char* text :
         {"Mon-Fri", "mon - fri", "Monday to Friday", "Mon–Fri", "月-金", "月〜金", "月～金", "月ー金",
          "月曜日から金曜日", "月火水木金", "月・火・水・木・金", "Mon, Tue, Wed, Thu, Fri", "Ｍｏｎ－Ｆｒｉ",
          "Mon-Wed, Thu-Fri", "Mon Tue Wed Thu Fri"}) {
        INFO(text);
        CHECK(parse_working_days(text) == weekdays);
    }
    CHECK(parse_working_days("Mon, Tue, Thu") == Days{false, true, true, false, true, false, false});
    CHECK(parse_working_days("月火木") == Days{false, true, true, false, true, false, false});
    CHECK(parse_working_days("土日") == Days{true, false, false, false, false, false, true});
    CHECK(parse_working_days("Sun-Thu") == Days{true, true, true, true, true, false, false});
    CHECK(parse_working_days("Fri-Mon") == Days{true, true, false, false, false, true, true});
    for (const char* text :
         {"", " ", "Mon-", "-Fri", "Mon-Fri,", "Monfri", "every day", "Mon-Fri-Sun", "1-5", "月-"}) {
        INFO(text);
        const auto days = parse_working_days(text);
        REQUIRE_FALSE(days);
        CHECK(days.error().code == ErrorCode::illegal_argument);
        CHECK_FALSE(days.error().message.ja.empty());
    }
}

TEST_CASE("working hours are read as spans within a day", "[calendar]") {
    using Hours = std::vector<TimeSpan>;
    CHECK(parse_working_hours("09:00-12:00, 13:00-18:00") == Hours{{at(9), at(12)}, {at(13), at(18)}});
    CHECK(parse_working_hours("9:00-17:30") == Hours{{at(9), at(17, 30)}});
    CHECK(parse_working_hours("０９：００～１８：００") == Hours{{at(9), at(18)}});
    CHECK(parse_working_hours("9時〜12時、13時〜17時30分") == Hours{{at(9), at(12)}, {at(13), at(17, 30)}});
    CHECK(parse_working_hours("13:00-18:00, 09:00-12:00") == Hours{{at(9), at(12)}, {at(13), at(18)}});
    CHECK(parse_working_hours("00:00-24:00") == Hours{{0, ms_per_day}});
    CHECK(parse_working_hours("09:00-12:00, 12:00-18:00") == Hours{{at(9), at(12)}, {at(12), at(18)}});
    for (const char* text : {"", "9-18", "09:00", "09:00-", "18:00-09:00", "09:00-09:00", "09:00-25:00",
                             "09:60-10:00", "09:00-12:00,", "09:00-12:00 13:00-18:00",
                             "09:00-13:00, 12:00-18:00", "24:01-24:02", "009:00-10:00", "all day"}) {
        INFO(text);
        const auto hours = parse_working_hours(text);
        REQUIRE_FALSE(hours);
        CHECK(hours.error().code == ErrorCode::illegal_argument);
    }
}

TEST_CASE("weekdays have names in both languages", "[calendar]") {
    CHECK(parse_weekday("Monday") == Monday);
    CHECK(parse_weekday("mon") == Monday);
    CHECK(parse_weekday("月") == Monday);
    CHECK(parse_weekday("月曜日") == Monday);
    CHECK(parse_weekday(" 日曜 ") == Sunday);
    CHECK(parse_weekday("Saturday") == Saturday);
    for (const char* text : {"", "M", "Mondays", "月火", "8"}) CHECK_FALSE(parse_weekday(text));
}

TEST_CASE("working days and hours are written so that they read back", "[calendar]") {
    CHECK(format_working_days(Calendar{}.working_days) == "Mon-Fri");
    CHECK(format_working_days({false, true, true, false, true, false, false}) == "Mon, Tue, Thu");
    CHECK(format_working_days({true, true, true, true, true, true, true}) == "Mon-Sun");
    CHECK(format_working_hours({{at(9), at(12)}, {at(13), at(18)}}) == "09:00-12:00, 13:00-18:00");
    CHECK(format_working_hours({{0, ms_per_day}}) == "00:00-24:00");
    for (unsigned bits = 1; bits < 128; ++bits) {
        std::array<bool, 7> days{};
        for (unsigned i = 0; i < 7; ++i) days[i] = (bits >> i & 1u) != 0;
        REQUIRE(parse_working_days(format_working_days(days)) == days);
    }
}

TEST_CASE("periods are called in Japanese as people call them, their names stay") {
    const auto label = [](PeriodUnit unit, const Calendar& calendar, Language language) {
        return period_label(period_of(on(2026, 11, 22), unit, calendar), unit, calendar, language);
    };
    CHECK(label(PeriodUnit::quarter, fiscal(4), Language::japanese) == "2026年度第3四半期");
    CHECK(label(PeriodUnit::half, fiscal(4), Language::japanese) == "2026年度下期");
    CHECK(label(PeriodUnit::year, fiscal(4), Language::japanese) == "2026年度");
    CHECK(label(PeriodUnit::quarter, Calendar{}, Language::japanese) == "2026年第4四半期");
    CHECK(label(PeriodUnit::month, fiscal(4), Language::japanese) == "2026年11月");
    CHECK(label(PeriodUnit::day, fiscal(4), Language::japanese) == "2026年11月22日");
    CHECK(label(PeriodUnit::week, fiscal(4), Language::japanese) == "2026-W47");
    CHECK(label(PeriodUnit::quarter, fiscal(4), Language::english) == "FY2026 Q3");
}
