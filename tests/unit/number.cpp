#include <cmath>
#include <limits>

#include <catch2/catch.hpp>

#include "core/table/reading.hpp"

using namespace kakehashi;

namespace {

constexpr ReadingLocale comma{DateOrder::day_month_year, ','};

void reads(const char* text, double expected, const ReadingLocale& locale = {}) {
    INFO(text);
    const auto number = read_number(text, locale);
    REQUIRE(number);
    CHECK(*number == expected);
}

void rejects(const std::string& text, const ReadingLocale& locale = {}) {
    INFO(text);
    CHECK_FALSE(read_number(text, locale));
}

}  // namespace

TEST_CASE("plain numbers are read", "[number]") {
    reads("0", 0);
    reads("42", 42);
    reads(" 42 ", 42);
    reads("\u3000４２\u00A0", 42);
    reads("0.5", 0.5);
    reads(".5", 0.5);
    reads("5.", 5);
    reads("00123", 123);
    reads("1e5", 100000);
    reads("1.5E-3", 0.0015);
    reads("2e+3", 2000);
    reads("12345678901234567890", 12345678901234567890.0);
}

TEST_CASE("money is read with its sign on either side", "[number]") {
    reads("¥1,250,000", 1250000);
    reads("￥1,250,000", 1250000);
    reads("￥１，２５０，０００", 1250000);
    reads("$1,117.10", 1117.1);
    reads("＄9", 9);
    reads("£1,250.50", 1250.5);
    reads("€ 12", 12);
    reads("12 €", 12);
    reads("1,250円", 1250);
    reads("1,250 円", 1250);
    rejects("¥1,250円");
    rejects("$$5");
    rejects("円100");
}

TEST_CASE("negative numbers are read in every way accountants write them", "[number]") {
    reads("-5", -5);
    reads("- 5", -5);
    reads(
        "\u2212"
        "5",
        -5);
    reads("－５", -5);
    reads("5-", -5);
    reads("(500)", -500);
    reads("（500）", -500);
    reads("△500", -500);
    reads("▲1,500", -1500);
    reads("-$5", -5);
    reads("$-5", -5);
    reads("($5)", -5);
    reads("$(5)", -5);
    reads("(5)円", -5);
    reads("+5", 5);
    rejects("--5");
    rejects("-5-");
    rejects("(-5)");
    rejects("(5");
    rejects("5)");
    rejects(")5(");
    rejects("5△");
}

TEST_CASE("zero is never negative", "[number]") {
    for (const char* text : {"-0", "(0)", "△0.00", "-0%"}) {
        INFO(text);
        const auto number = read_number(text);
        REQUIRE(number);
        CHECK(*number == 0);
        CHECK_FALSE(std::signbit(*number));
    }
}

TEST_CASE("percent is exact", "[number]") {
    reads("12%", 0.12);
    reads("12 %", 0.12);
    reads("１２％", 0.12);
    reads("1.1%", 0.011);
    reads("-3%", -0.03);
    reads("(3%)", -0.03);
    reads("1,250%", 12.5);
    rejects("%12");
    rejects("5%%");
    rejects("1e5%");
    rejects("¥5%");
}

TEST_CASE("thousands come in groups of three by one separator", "[number]") {
    reads("1,250", 1250);
    reads("999,999,999", 999999999);
    reads("1,250.75", 1250.75);
    rejects("1,25");
    rejects("12,50");
    rejects("1250,000");
    rejects("1,250,00");
    rejects("1,,250");
    rejects(",250");
    rejects("1,250,");
    rejects("1.250,50");
    rejects("1,250e3");
    rejects("1 250");
}

TEST_CASE("a locale with a decimal comma swaps point and comma", "[number]") {
    reads("1.250.000,50", 1250000.5, comma);
    reads("0,5", 0.5, comma);
    reads("12,5%", 0.125, comma);
    reads("1.250,00 €", 1250, comma);
    reads(
        "1\u00A0"
        "250,5",
        1250.5, comma);
    reads(
        "1\u202F"
        "250\u202F"
        "000",
        1250000, comma);
    rejects("1,250.50", comma);
    rejects("1.25", comma);
    rejects(
        "1.250\u00A0"
        "000",
        comma);
}

TEST_CASE("what is not one number is none", "[number]") {
    for (const char* text : {"",
                             " ",
                             "abc",
                             "12abc",
                             "abc12",
                             "inf",
                             "-inf",
                             "nan",
                             "NaN",
                             "infinity",
                             "0x10",
                             "1e",
                             "1e+",
                             "e5",
                             ".",
                             "-",
                             "$",
                             "%",
                             "()",
                             "1.2.3",
                             "1 2",
                             "12:30",
                             "2026-11-21",
                             "2026/11/21",
                             "10²",
                             "½",
                             "①",
                             "万",
                             "1億2000万",
                             "万5",
                             "5万百",
                             "5万万",
                             "5億千",
                             "5万%",
                             "120名",
                             "TRUE",
                             "+81-3-0000-1111",
                             "5 apples",
                             "#N/A",
                             "1_000",
                             "1'000",
                             "٣"})
        rejects(text);
    rejects("1\xFF");
    rejects(std::string("1\0", 2));
}

TEST_CASE("Japanese units stand for zeros", "[number]") {
    reads("12万円", 120'000);
    reads("１２０万", 1'200'000);
    reads("1.2億円", 120'000'000);
    reads("¥1,250万", 12'500'000);
    reads("5千円", 5'000);
    reads("3百万円", 3'000'000);
    reads("2千億", 200'000'000'000);
    reads("△3万円", -30'000);
    reads("0.29万", 2'900);  // exactly: the point moves
}

TEST_CASE("numbers too large for a cell, and texts too long for a number, are none", "[number]") {
    rejects("1e400");
    rejects("1e-400");
    rejects(std::string(400, '9'));
    rejects(std::string(10'000'000, '1'));
    reads("0.1000000000000000055511151231257827021181583404541015625", 0.1);
}

TEST_CASE("numbers are written as the shortest decimal", "[number]") {
    CHECK(format_number(0) == "0");
    CHECK(format_number(-0.0) == "0");
    CHECK(format_number(100000) == "100000");
    CHECK(format_number(1200000) == "1200000");
    CHECK(format_number(-42) == "-42");
    CHECK(format_number(0.1) == "0.1");
    CHECK(format_number(0.1 + 0.2) == "0.30000000000000004");
    CHECK(format_number(1.0 / 3) == "0.3333333333333333");
    CHECK(format_number(0.00001) == "0.00001");
    CHECK(format_number(9007199254740993.0) == "9007199254740992");
    CHECK(format_number(1e20) == "100000000000000000000");
    CHECK(format_number(1e21) == "1e+21");
    CHECK(format_number(1e-9) == "1e-09");
    CHECK(format_number(std::numeric_limits<double>::quiet_NaN()).empty());
    CHECK(format_number(std::numeric_limits<double>::infinity()).empty());
}

TEST_CASE("a written number reads back as the same number", "[number]") {
    for (const double number : {0.1, -2.5, 1e300, 1.7976931348623157e308, 2.2250738585072014e-308,
                                123456789.125, 1.0 / 3, -1e-7, 9.999999999999999e20, 46327.25}) {
        INFO(number);
        const auto back = read_number(format_number(number));
        REQUIRE(back);
        CHECK(*back == number);
    }
}
