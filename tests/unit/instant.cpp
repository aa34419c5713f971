#include "core/table/instant.hpp"

#include <catch2/catch.hpp>

#include "core/table/reading.hpp"

using namespace kakehashi;

namespace {

constexpr ReadingLocale american{DateOrder::month_day_year, '.'};
constexpr ReadingLocale german{DateOrder::day_month_year, ','};

constexpr Instant on(int y, unsigned m, unsigned d) {
    return instant_from_civil(std::chrono::year{y} / m / d);
}
constexpr Instant at(int h, int m, int s = 0, int ms = 0) {
    return h * ms_per_hour + m * ms_per_minute + s * ms_per_second + ms;
}
constexpr Instant november_21 = on(2026, 11, 21);

void reads(const char* text, Instant expected, const ReadingLocale& locale = {}) {
    INFO(text);
    const Instant instant = read_instant(text, locale);
    CHECK(instant == expected);
    CHECK(format_instant(instant) == format_instant(expected));
}

void rejects(const std::string& text, const ReadingLocale& locale = {}) {
    INFO(text);
    CHECK(read_instant(text, locale) == no_instant);
}

}  // namespace

TEST_CASE("dates count from Calc's null date", "[instant]") {
    CHECK(on(1899, 12, 30) == 0);
    CHECK(on(1900, 1, 1) == 2 * ms_per_day);
    CHECK(on(2026, 11, 22) == 46348 * ms_per_day);
}

TEST_CASE("dates with the year first are read in every locale", "[instant]") {
    for (const ReadingLocale& locale : {ReadingLocale{}, american, german}) {
        for (const char* text : {"2026-11-21",
                                 "2026/11/21",
                                 "2026.11.21",
                                 "2026年11月21日",
                                 " 2026-11-21 ",
                                 "２０２６／１１／２１",
                                 "20261121",
                                 "2026-W47-6",
                                 "2026年 11月 21日",
                                 "2026年11月21日(土)",
                                 "2026/11/21（土）",
                                 "2026/11/21 (土曜日)",
                                 "21 Nov 2026",
                                 "21-Nov-2026",
                                 "21-NOV-26",
                                 "Nov 21, 2026",
                                 "November 21st, 2026",
                                 "Sat, 21 Nov 2026",
                                 "Saturday 21 November 2026",
                                 "Nov. 21 2026"})
            reads(text, november_21, locale);
    }
    reads("2026-1-5", on(2026, 1, 5));
    reads("2026/1/5", on(2026, 1, 5));
    reads("2026年1月5日", on(2026, 1, 5));
}

TEST_CASE("Japanese eras are read", "[instant]") {
    reads("令和8年11月21日", november_21);
    reads("令和８年１１月２１日", november_21);
    reads("令和8.11.21", november_21);
    reads("R8.11.21", november_21);
    reads("r08/11/21", november_21);
    reads("㋿8年11月21日", november_21);
    reads("令和元年5月1日", on(2019, 5, 1));
    reads("平成元年1月8日", on(1989, 1, 8));
    reads("平成31年4月30日", on(2019, 4, 30));
    reads("H31.4.30", on(2019, 4, 30));
    reads("昭和64年1月7日", on(1989, 1, 7));
    reads("大正15年12月24日", on(1926, 12, 24));
    reads("明治45年7月29日", on(1912, 7, 29));
    rejects("令和0年1月1日");
    rejects("令和8年2月30日");
    rejects("X8.11.21");
}

TEST_CASE("ambiguous dates follow the locale's order", "[instant]") {
    reads("11/21/2026", november_21, american);
    reads("1/2/2026", on(2026, 1, 2), american);
    reads("1/2/2026", on(2026, 2, 1), german);
    reads("21.11.2026", november_21, german);
    reads("21-11-2026", november_21, german);
    reads("26/11/21", november_21);
    reads("11/21/26", november_21, american);
    reads("21.11.26", november_21, german);
    rejects("11/21/2026");
    rejects("21/11/2026", american);
    rejects("11/21/2026", german);
    rejects("21/11-2026", german);
    rejects("1/2/3", american);
    rejects("1/2/026", american);
}

TEST_CASE("two-digit years lie between 1930 and 2029", "[instant]") {
    reads("29/12/31", on(2029, 12, 31));
    reads("30/01/01", on(1930, 1, 1));
    reads("1/1/99", on(1999, 1, 1), american);
    reads("1/1/00", on(2000, 1, 1), american);
    reads("5 Jan 31", on(1931, 1, 5));
}

TEST_CASE("times behind a date are read to the millisecond", "[instant]") {
    reads("2026-11-21T14:05:09", november_21 + at(14, 5, 9));
    reads("2026-11-21 14:05:09", november_21 + at(14, 5, 9));
    reads("2026-11-21 14:05", november_21 + at(14, 5));
    reads("2026-11-21  9:05", november_21 + at(9, 5));
    reads("2026/11/21 1:05:09", november_21 + at(1, 5, 9));
    reads("2026-11-21T14:05:09.5", november_21 + at(14, 5, 9, 500));
    reads("2026-11-21T14:05:09,25", november_21 + at(14, 5, 9, 250));
    reads("2026-11-21 14:05:09.123456789", november_21 + at(14, 5, 9, 123));
    reads("2026-11-21 14:05:09.5468", november_21 + at(14, 5, 9, 547));
    reads("2026-11-21 14:05:09.9996", november_21 + at(14, 5, 10));
    reads("2026-11-21 23:59:59.9999", on(2026, 11, 22));
    reads("20261121T140509Z", november_21 + at(14, 5, 9));
    reads("20261121T1405", november_21 + at(14, 5));
    reads("２０２６／１１／２１　１４：０５", november_21 + at(14, 5));
    reads("2026年11月21日 14時05分", november_21 + at(14, 5));
    reads("2026年11月21日14時5分9秒", november_21 + at(14, 5, 9));
    reads("2026年11月21日 14時", november_21 + at(14, 0));
    reads("2026/11/21(土) 14:05", november_21 + at(14, 5));
    reads("11/21/2026, 2:05 PM", november_21 + at(14, 5), american);
    reads("9999-12-31 23:59:59", on(9999, 12, 31) + at(23, 59, 59));
}

TEST_CASE("clock time as written counts: an offset is dropped", "[instant]") {
    for (const char* text :
         {"2026-11-21T14:05:09Z", "2026-11-21T14:05:09z", "2026-11-21T14:05:09+02:00",
          "2026-11-21T14:05:09-0800", "2026-11-21 14:05:09 +0900", "2026-11-21T14:05:09+09",
          "2026-11-21 14:05:09 UTC", "2026-11-21T14:05:09.000+0000"})
        reads(text, november_21 + at(14, 5, 9));
    reads("2011-10-01T00:38:44.546+02:00", on(2011, 10, 1) + at(0, 38, 44, 546));
    reads("2022-05-02T07:58:00Z", on(2022, 5, 2) + at(7, 58));
}

TEST_CASE("twelve-hour clocks are read", "[instant]") {
    reads("2026-11-21 2:05 PM", november_21 + at(14, 5));
    reads("2026-11-21 02:05:09pm", november_21 + at(14, 5, 9));
    reads("2026-11-21 2:05 a.m.", november_21 + at(2, 5));
    reads("2026-11-21 12:00 AM", november_21);
    reads("2026-11-21 12:00 PM", november_21 + at(12, 0));
    reads("2026/11/21 午後2:05", november_21 + at(14, 5));
    reads("2026年11月21日 午前9時30分", november_21 + at(9, 30));
    rejects("2026-11-21 13:00 PM");
}

TEST_CASE("midnight may be written as 24:00", "[instant]") {
    reads("2026-11-21T24:00", on(2026, 11, 22));
    rejects("2026-11-21T24:01");
}

TEST_CASE("impossible dates and times are none", "[instant]") {
    for (const char* text :
         {"2026-02-30", "2026-13-01", "2026-00-10", "2026-11-00", "2026-11-31", "2027-02-29", "2026年2月29日",
          "20260230", "2026-W54-1", "2025-W53-1", "2026-W00-1", "2026-W01-8", "31 Feb 2026",
          "2026-11-21 25:00", "2026-11-21 14:60", "2026-11-21 14:05:60", "2026-11-21 14:05:"})
        rejects(text);
    reads("2028-02-29", on(2028, 2, 29));
    reads("2020-W53-7", on(2021, 1, 3));
}

TEST_CASE("years reach from 1583 to 9999", "[instant]") {
    reads("1583-01-01", on(1583, 1, 1));
    reads("1899-12-31", on(1899, 12, 31));
    reads("9999-12-31", on(9999, 12, 31));
    rejects("1582-12-31");
    rejects("0000-01-01");
    rejects("10000-01-01");
}

TEST_CASE("what is not one date is none", "[instant]") {
    for (const char* text : {"",
                             " ",
                             "someday",
                             "45631",
                             "45631.0",
                             "2026",
                             "2026-11",
                             "2026/11",
                             "11/21",
                             "14:05",
                             "2026-11-21x",
                             "x2026-11-21",
                             "2026-11/21",
                             "2026年11月",
                             "2026年11/21",
                             "2026-11-21T",
                             "2026-11-21 abc",
                             "2026-11-21 14",
                             "FY26-Q3",
                             "2026-W47",
                             "202611211",
                             "03-0000-1111",
                             "Nov 2026",
                             "21 Novel 2026",
                             "Ma 21 2026",
                             "2026-11-21 2026-11-22",
                             "May",
                             "2026-11-21(x)",
                             "2026-11-21 (土",
                             "1.2.3",
                             "令和",
                             "R",
                             "2026-111-1"})
        rejects(text);
    rejects("2026-11-21\xFF");
    rejects(std::string(10'000'000, '2'));
}

TEST_CASE("dates are written in ISO form, times only if there is one", "[instant]") {
    CHECK(format_instant(november_21) == "2026-11-21");
    CHECK(format_instant(november_21 + at(14, 5)) == "2026-11-21 14:05");
    CHECK(format_instant(november_21 + at(14, 5, 9)) == "2026-11-21 14:05:09");
    CHECK(format_instant(november_21 + at(0, 0, 9)) == "2026-11-21 00:00:09");
    CHECK(format_instant(on(1899, 12, 29) + at(6, 0)) == "1899-12-29 06:00");
    CHECK(format_instant(on(33, 4, 3)) == "0033-04-03");
    CHECK(format_instant(no_instant).empty());
    CHECK(format_instant(earliest).empty());
    CHECK(format_instant(latest).empty());
}
