#include <map>
#include <random>
#include <string>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "core/calendar/calendar.hpp"
#include "core/table/instant.hpp"
#include "tests/support/cells.hpp"
#include "tests/support/workbook.hpp"

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

const std::vector<std::string> stages = {"A", "B", "C"};
const Instant first_day = instant_of("2024-01-01");
const Instant as_of = instant_of("2026-06-30");

Grid playbook(bool strict) {
    std::vector<std::vector<CellValue>> rows = {
        {std::string("[playbook]")},
        {std::string("key"), std::string("value")},
        {std::string("as of"), serial_from_instant(as_of)},
        {std::string("skipped stages"), std::string(strict ? "strict" : "implied")},
        {},
        {std::string("[stages]")},
        {std::string("stage"), std::string("column")}};
    for (const std::string& stage : stages) rows.push_back({stage, stage});
    return grid_of(rows);
}

/// Leads of two years, some dates with times, some stages left out; none enters later than `last`, and no
/// step takes longer than 100 days.
Grid random_leads(std::mt19937& random, Instant last, bool skip) {
    std::vector<std::vector<CellValue>> rows = {
        {std::string("ID"), std::string("A"), std::string("B"), std::string("C")}};
    const auto span = static_cast<Instant>((last - first_day) / ms_per_hour);
    for (int lead = 0; lead < 60; ++lead) {
        std::vector<CellValue> row = {fmt::format("L{}", lead)};
        Instant at =
            first_day + static_cast<Instant>(random() % static_cast<std::uint32_t>(span)) * ms_per_hour;
        for (std::size_t stage = 0; stage < stages.size(); ++stage) {
            const bool missing = stage > 0 && random() % 3 == 0;
            if (random() % 2 == 0) at = start_of_day(at);
            row.emplace_back();
            if (!missing) row.back() = serial_from_instant(at);
            if (missing && !skip) break;
            at += static_cast<Instant>(random() % 2400) * ms_per_hour;
        }
        rows.push_back(std::move(row));
    }
    return grid_of(rows);
}

double number(const Workbook& book, const std::string& formula) {
    const Value value = book.evaluate(formula);
    INFO(formula << " gives " << shown(value));
    REQUIRE(std::holds_alternative<double>(value));
    return std::get<double>(value);
}

void set_leads(Workbook& book, Grid rows, bool strict) {
    book.set("Blocks", playbook(strict));
    book.set_formula("Playbook", "=PLAYBOOK.READ(Blocks)");
    book.set("Rows", std::move(rows));
    book.set_formula("Leads", "=LEAD.TABLE(Rows;Playbook)");
}

}  // namespace

TEST_CASE("where every lead has had the time, incidence is the rate within those days", "[cohorts]") {
    std::mt19937 random(4);
    for (int round = 0; round < 30; ++round) {
        Workbook book;
        const bool strict = round % 2 == 1;
        set_leads(book, random_leads(random, as_of - 400 * ms_per_day, true), strict);
        for (const char* passage : {"\"A\";\"B\"", "\"A\";\"C\"", "\"B\";\"C\""})
            for (const char* days : {"1", "7.5", "30", "90", "250"}) {
                const std::string leads = fmt::format("(Leads;{};", passage);
                INFO("round " << round << ", " << passage << ", " << days);
                CHECK(number(book, "=FUNNEL.INCIDENCE" + leads + days + ")") ==
                      Approx(number(book, "=FUNNEL.RATE" + leads + ";;;" + days + ")")).margin(1e-12));
            }
    }
}

TEST_CASE("incidence never falls with the days, and never falls short of the rate within them", "[cohorts]") {
    std::mt19937 random(5);
    for (int round = 0; round < 20; ++round) {
        Workbook book;
        set_leads(book, random_leads(random, as_of, true), false);
        double last = 0.0;
        for (int days = 1; days < 300; days += 13) {
            const double share = number(book, fmt::format("=FUNNEL.INCIDENCE(Leads;\"A\";\"C\";{})", days));
            const double rate = number(book, fmt::format("=FUNNEL.RATE(Leads;\"A\";\"C\";;;;{})", days));
            CHECK(share >= last);
            CHECK(share >= rate - 1e-12);
            CHECK(share <= 1.0);
            last = share;
        }
    }
}

TEST_CASE("the last column that can be observed agrees with the rate of the cohort", "[cohorts]") {
    std::mt19937 random(6);
    for (int round = 0; round < 20; ++round) {
        Workbook book;
        // As of the last day of a month, quarter, half and year's half: whatever happened is in some column.
        set_leads(book, random_leads(random, as_of, round % 2 == 0), round % 3 == 0);
        for (const auto& [name, unit] : std::map<std::string, PeriodUnit>{{"month", PeriodUnit::month},
                                                                          {"quarter", PeriodUnit::quarter},
                                                                          {"half", PeriodUnit::half}}) {
            const Value value = book.evaluate("=FUNNEL.COHORTS(Leads;\"A\";\"B\";\"" + name + "\")");
            REQUIRE(std::holds_alternative<NumberMatrix>(value));
            const auto& matrix = std::get<NumberMatrix>(value);
            REQUIRE(matrix.columns >= 2);
            const auto column = book.evaluate("=LEAD.STAT(Leads;\"A\";\"min\")");
            Period period = period_of(instant_from_serial(std::get<double>(column)), unit, {});
            double total = 0;
            for (std::size_t row = 0; row < matrix.rows; ++row, period = next_period(period, unit, {})) {
                const auto* cells = &matrix.cells[row * matrix.columns];
                const double size = std::get<double>(cells[0]);
                total += size;
                const std::string range =
                    fmt::format("\"{}\";\"{}\"", format_instant(period.first_day * ms_per_day),
                                format_instant(period.last_day * ms_per_day));
                CHECK(number(book, "=FUNNEL.COUNT(Leads;\"A\";" + range + ")") == size);
                const auto& last = cells[matrix.columns - 1 - row];
                INFO("round " << round << ", " << name << ", row " << row);
                if (size == 0) {
                    CHECK(std::get<ErrorCode>(last) == ErrorCode::division_by_zero);
                } else {
                    CHECK(std::get<double>(last) ==
                          Approx(number(book, "=FUNNEL.RATE(Leads;\"A\";\"B\";" + range + ")")));
                }
                for (std::size_t k = matrix.columns - row; k < matrix.columns; ++k)
                    CHECK(std::get<ErrorCode>(cells[k]) == ErrorCode::not_available);
            }
            CHECK(total == 60);
        }
    }
}
