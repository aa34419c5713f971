// The statements and steps people read, and what holds of a survey whatever the answers.
#include <algorithm>
#include <array>
#include <limits>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "core/table/reading.hpp"
#include "core/team/levels.hpp"
#include "core/team/statements.hpp"
#include "core/team/survey.hpp"
#include "tests/support/cells.hpp"

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

/// Characters, not bytes.
std::size_t length(const std::string& text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool has_japanese(const std::string& text) {
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

/// A cell that may stand in a survey: an answer mostly, sometimes none.
CellValue random_answer(std::mt19937& random) {
    const auto below = [&](int limit) { return std::uniform_int_distribution(0, limit - 1)(random); };
    if (below(6) > 0) return 1.0 + below(5);
    const std::array<CellValue, 8> strays = {
        CellValue{},          ErrorCell{},     0.0, 6.0, -1e300, std::numeric_limits<double>::quiet_NaN(),
        std::string("maybe"), std::string("3")};
    return strays[static_cast<std::size_t>(below(8))];
}

Grid random_survey(std::mt19937& random) {
    std::vector<std::vector<CellValue>> rows = {{std::string("Department")}};
    for (int n = std::uniform_int_distribution(0, 30)(random); n > 0; --n) {
        const std::array<CellValue, 4> departments = {std::string("Marketing"), std::string("営業"),
                                                      std::string("Support"), CellValue{}};
        rows.push_back({departments[static_cast<std::size_t>(n) % 4]});
        for (std::size_t i = 0; i < statement_count; ++i) rows.back().push_back(random_answer(random));
    }
    return grid_of(rows);
}

}  // namespace

TEST_CASE("there are 20 statements in each language, all different, each one sentence") {
    std::set<std::string> english;
    std::set<std::string> japanese;
    for (const StatementTheme& theme : statement_themes()) {
        CHECK(!theme.name.en.empty());
        CHECK(has_japanese(theme.name.ja));
        for (const Text& text : theme.statements) {
            INFO(text.en << ' ' << text.ja);
            english.insert(fold(text.en));
            japanese.insert(fold(text.ja));
            CHECK(length(text.en) >= 30);
            CHECK(length(text.en) <= 90);
            CHECK(length(text.ja) >= 15);
            CHECK(length(text.ja) <= 45);
            CHECK(std::ranges::count(text.en, '.') == 1);
            CHECK(text.en.ends_with('.'));
            CHECK(text.ja.ends_with("。"));
            CHECK(has_japanese(text.ja));
            CHECK(!has_japanese(text.en));
        }
    }
    CHECK(english.size() == statement_count);
    CHECK(japanese.size() == statement_count);
}

TEST_CASE("each statement is found by its text in either language") {
    for (std::size_t i = 0; i < statement_count; ++i) {
        CHECK(find_statement(statement_text(i).en) == i);
        CHECK(find_statement(statement_text(i).ja) == i);
    }
    CHECK(!find_statement(""));
    CHECK(!find_statement("Sales"));
}

TEST_CASE("each level has three to five steps in each language, none of them twice") {
    std::set<std::string> english;
    std::set<std::string> japanese;
    std::size_t count = 0;
    for (const TeamLevel level :
         {TeamLevel::undefined, TeamLevel::defined, TeamLevel::aligned, TeamLevel::integrated}) {
        const std::vector<Text>& steps = next_steps(level);
        CHECK(steps.size() >= 3);
        CHECK(steps.size() <= 5);
        count += steps.size();
        for (const Text& step : steps) {
            INFO(step.en);
            english.insert(step.en);
            japanese.insert(step.ja);
            CHECK(length(step.en) >= 30);
            CHECK(length(step.en) <= 120);
            CHECK(length(step.ja) >= 12);
            CHECK(length(step.ja) <= 60);
            CHECK(has_japanese(step.ja));
        }
    }
    CHECK(english.size() == count);
    CHECK(japanese.size() == count);
}

TEST_CASE("what is no number has no level") {
    for (const double total : {std::numeric_limits<double>::quiet_NaN(),
                               std::numeric_limits<double>::infinity(), -0.0, 19.0, 101.0})
        CHECK(!level_of(total));
}

TEST_CASE("figures of a survey stay within their bounds and do not depend on the order of the rows") {
    std::mt19937 random(5);
    std::size_t with_total = 0;
    for (int i = 0; i < 300; ++i) {
        const Grid cells = random_survey(random);
        Grid reversed = cells;
        for (std::size_t row = 1; row < cells.rows; ++row)
            for (std::size_t column = 0; column < cells.columns; ++column)
                reversed.at(cells.rows - row, column) = cells.at(row, column);
        const Survey survey(std::make_shared<const Table>(make_source(cells)));
        const Survey other(std::make_shared<const Table>(make_source(reversed)));
        CHECK(survey.left_out() == other.left_out());
        CHECK(survey.left_out() < cells.rows);
        const auto total = survey.alignment();
        CHECK(total == other.alignment());
        if (total) {
            ++with_total;
            CHECK(level_of(*total));
        } else {
            CHECK(total.error().code == ErrorCode::division_by_zero);
        }
        for (std::size_t k = 0; k < statement_count; ++k) {
            const auto mean = survey.mean(k);
            CHECK(mean == other.mean(k));
            if (mean) CHECK((*mean >= 1.0 && *mean <= 5.0));
        }
    }
    CHECK(with_total > 200);
}

TEST_CASE("the overall figure lies between those of the departments") {
    std::mt19937 random(6);
    std::size_t compared = 0;
    for (int i = 0; i < 300; ++i) {
        Grid cells = random_survey(random);
        for (std::size_t row = 1; row < cells.rows; ++row)
            if (to_text(cells.at(row, 0)).empty()) cells.at(row, 0) = std::string("Finance");
        const Survey survey(std::make_shared<const Table>(make_source(cells)));
        std::vector<double> totals;
        for (const char* department : {"marketing", "sales", "Support", "Finance"})
            if (const auto total = survey.alignment(department)) totals.push_back(*total);
        const auto all = survey.alignment();
        CHECK(all.has_value() == !totals.empty());
        if (!all || totals.empty()) continue;
        ++compared;
        CHECK(*all >= std::ranges::min(totals));
        CHECK(*all <= std::ranges::max(totals));
    }
    CHECK(compared > 200);
}

TEST_CASE("left out are those who answered, but too little") {
    const auto respondent = [](std::size_t answers) {
        std::vector<CellValue> row = {std::string("Sales")};
        row.resize(answers + 1, 3.0);
        return row;
    };
    const Survey survey(std::make_shared<const Table>(make_source(grid_of({{std::string("Department")},
                                                                           respondent(0),
                                                                           respondent(1),
                                                                           respondent(14),
                                                                           respondent(15),
                                                                           respondent(20)}))));
    CHECK(survey.left_out() == 2);
    CHECK(survey.alignment() == 60.0);
}

TEST_CASE("tables that are no survey give errors") {
    for (const Grid& cells : {Grid{}, grid_of({{CellValue{}}}), grid_of({{std::string("Department")}}),
                              grid_of({{ErrorCell{}, ErrorCell{}}, {ErrorCell{}, ErrorCell{}}})}) {
        const Survey survey(std::make_shared<const Table>(make_source(cells)));
        CHECK(!survey.alignment());
        CHECK(!survey.alignment("Sales"));
        CHECK(!survey.alignment("Support"));
        CHECK(!survey.mean(0));
        CHECK(!survey.low());
        CHECK(!survey.find("Q1"));
    }
}
