#include <catch2/catch.hpp>

#include "core/panel/amounts.hpp"
#include "core/panel/funnel_bars.hpp"
#include "core/panel/goal_board.hpp"
#include "tests/support/cells.hpp"

namespace {

using namespace kakehashi;
using namespace kakehashi::panel;
using namespace kakehashi::test;

TEST_CASE("an amount in the panel has three digits and its currency", "[panel]") {
    CHECK(short_amount(182'000'000, "jpy", Language::english) == "¥182M");
    CHECK(short_amount(182'000'000, "円", Language::japanese) == "1.82億円");
    CHECK(short_amount(41, "", Language::english) == "41");
    CHECK(short_amount(1204, "", Language::english) == "1,204");
    CHECK(short_amount(12'400, "", Language::english) == "12.4k");
    CHECK(short_amount(12'400, "", Language::japanese) == "1.24万");
    CHECK(short_amount(9'999.7, "", Language::english) == "10k");
    CHECK(short_amount(999'999, "", Language::english) == "1M");
    CHECK(short_amount(2.5, "", Language::english) == "2.5");
    CHECK(short_amount(0, "usd", Language::english) == "$0");
    CHECK(short_amount(-21'000'000, "jpy", Language::english) == "−¥21M");
    CHECK(short_amount(0.543, "%", Language::english) == "54 %");
    CHECK(short_amount(1e300, "", Language::english).size() < 20);
}

TEST_CASE("a text that does not fit ends with an ellipsis, whatever its letters", "[panel]") {
    CHECK(fitted("Revenue", 13, 200) == "Revenue");
    const std::string name = "株式会社とても長い名前の目標です";
    const std::string cut = fitted(name, 13, 80);
    CHECK(cut.size() < name.size());
    CHECK(cut.substr(cut.size() - 3) == "…");
    CHECK(text_width(cut, 13) <= 80);
    CHECK(fitted("abc", 13, 1) == "…");
    CHECK(fitted("\xff\xfe broken", 13, 500) == "\xff\xfe broken");
}

std::shared_ptr<const Goals> goals_of(std::vector<std::vector<CellValue>> rows) {
    const auto text = [](const char* word) { return CellValue(std::string(word)); };
    rows.insert(rows.begin(), {text("goal"), text("layer"), text("department"), text("unit"), text("kind"),
                               text("start"), text("end"), text("target"), text("actual")});
    GoalContext context;
    context.now = instant_of("2026-06-15 12:00");
    auto goals = Goals::read(Table(make_source(grid_of(rows))), std::move(context));
    REQUIRE(goals.has_value());
    return *goals;
}

std::vector<CellValue> goal(const char* name, const char* layer, const char* department, const char* unit,
                            const char* kind, CellValue target, CellValue actual) {
    const auto day = [](const char* date) { return CellValue(serial_from_instant(instant_of(date))); };
    return {std::string(name), std::string(layer), std::string(department),
            std::string(unit), std::string(kind),  day("2026-06-01"),
            day("2026-06-30"), std::move(target),  std::move(actual)};
}

TEST_CASE("the board has the shared goals first, then the departments', then the activities", "[panel]") {
    const auto goals = goals_of({goal("Visits", "activity", "sales", "", "sum", 100.0, 20.0),
                                 goal("Win rate", "department", "sales", "%", "rate", 0.3, 0.31),
                                 goal("Revenue", "shared", "marketing, sales", "JPY", "sum", 250e6, 121e6),
                                 goal("Newsletters", "activity", "marketing", "", "sum", {}, {})});
    const GoalBoard board = goal_board(*goals, goals->as_of(), 3, Language::english);
    REQUIRE(board.lines.size() == 3);
    CHECK(board.more == 1);
    CHECK(board.lines[0].name == "Revenue");
    CHECK(board.lines[0].amounts == "¥121M / 250M");
    CHECK(board.lines[0].side == Side::shared);
    // On 15 June half of the month is gone: 125 M expected, pace 0.968.
    CHECK(board.lines[0].status == GoalStatus::on_track);
    REQUIRE(board.lines[0].expected);
    CHECK(*board.lines[0].expected == Approx(0.5));
    CHECK(board.lines[1].name == "Win rate");
    CHECK(board.lines[1].amounts == "31 % / 30 %");
    CHECK(board.lines[1].side == Side::sales);
    CHECK(board.lines[2].name == "Newsletters");
    CHECK(board.lines[2].status == GoalStatus::no_data);
    const GoalBoard all = goal_board(*goals, goals->as_of(), 4, Language::english);
    CHECK(all.more == 0);
    CHECK(all.lines[3].status == GoalStatus::at_risk);
}

TEST_CASE("a goal that lacks its target alone says so, and one without figures has no data", "[panel]") {
    const auto goals = goals_of({goal("Calls", "activity", "sales", "", "sum", {}, 0.0),
                                 goal("Visits", "activity", "sales", "", "sum", 10.0, {}),
                                 goal("Letters", "activity", "sales", "", "sum", {}, {})});
    const GoalBoard board = goal_board(*goals, goals->as_of(), 3, Language::english);
    REQUIRE(board.lines.size() == 3);
    CHECK(board.lines[0].amounts == "0 / –");
    CHECK(board.lines[0].status == GoalStatus::no_data);
    CHECK(status_word(board.lines[0], Language::english) == "no target");
    CHECK(status_word(board.lines[0], Language::japanese) == "目標値なし");
    CHECK(status_word(board.lines[1], Language::english) == "no data");
    CHECK(status_word(board.lines[2], Language::japanese) == "データなし");
}

TEST_CASE("the bar of a rate or level stands to its mark as its status says", "[panel]") {
    const auto level = [](const char* better, double baseline, double actual) {
        const auto text = [](const char* word) { return CellValue(std::string(word)); };
        const auto day = [](const char* date) { return CellValue(serial_from_instant(instant_of(date))); };
        GoalContext context;
        context.now = instant_of("2026-06-15 12:00");
        const auto goals = Goals::read(
            Table(make_source(grid_of({{text("goal"), text("kind"), text("better"), text("start"),
                                        text("end"), text("baseline"), text("target"), text("actual")},
                                       {text("Level"), text("level"), text(better), day("2026-06-01"),
                                        day("2026-06-30"), baseline, 100.0, actual}}))),
            std::move(context));
        REQUIRE(goals.has_value());
        return goal_board(**goals, (*goals)->as_of(), 1, Language::english).lines.front();
    };
    // 95 of 100 is on track, though only half of the way from 90.
    const GoalLine higher = level("higher", 90, 95);
    CHECK(higher.status == GoalStatus::on_track);
    CHECK(*higher.progress == Approx(0.95));
    CHECK(*higher.expected == 1);
    // 125 where 100 is the most is no 125 % of what is wanted.
    const GoalLine lower = level("lower", 0, 125);
    CHECK(lower.status == GoalStatus::behind);
    CHECK(*lower.progress == Approx(0.8));
}

TEST_CASE("a rate says its pace, not what a curve expects of it", "[panel]") {
    const auto goals = goals_of({goal("Win rate", "department", "sales", "%", "rate", 0.4, 0.38)});
    for (const auto& [language, said] :
         {std::pair(Language::english, "Win rate: on track, 38 % / 40 %, pace 95 %"),
          std::pair(Language::japanese, "Win rate：順調、38 % / 40 %、ペース95 %")}) {
        const GoalBoard board = goal_board(*goals, goals->as_of(), 10, language);
        CHECK(draw(board, 300, Theme{}, language).alternative_text == said);
    }
}

TEST_CASE("headings name the department, since grey does not tell its colour", "[panel]") {
    const auto goals = goals_of({goal("Visits", "activity", "sales", "", "sum", 100.0, 20.0),
                                 goal("Newsletters", "activity", "marketing", "", "sum", 6.0, 3.0),
                                 goal("Calls", "activity", "sales", "", "sum", 100.0, 20.0)});
    const GoalBoard board = goal_board(*goals, goals->as_of(), 10, Language::english);
    const std::string english = draw(board, 300, Theme{}, Language::english).svg;
    const std::size_t marketing = english.find("Activity goals · Marketing");
    const std::size_t sales = english.find("Activity goals · Sales");
    REQUIRE(sales != std::string::npos);
    CHECK(marketing < english.find("Newsletters"));
    CHECK(english.find("Newsletters") < sales);
    CHECK(sales < english.find("Visits"));
    CHECK(english.find("Activity goals", english.find("Visits")) == std::string::npos);
    CHECK(draw(board, 300, Theme{}, Language::japanese).svg.find("活動目標・営業") != std::string::npos);
}

TEST_CASE("the board's picture says the same in words", "[panel]") {
    const auto goals = goals_of({goal("Revenue <net> & more", "shared", "", "JPY", "sum", 250e6, 121e6)});
    const Theme theme;
    const GoalBoard english = goal_board(*goals, goals->as_of(), 10, Language::english);
    CHECK(draw(english, 300, theme, Language::english).alternative_text ==
          "Revenue <net> & more: on track, ¥121M / 250M, 48 %, expected today 50 %");
    const GoalBoard japanese = goal_board(*goals, goals->as_of(), 10, Language::japanese);
    CHECK(draw(japanese, 300, theme, Language::japanese).alternative_text ==
          "Revenue <net> & more：順調、1.21億 / 2.5億円、48 %、本日の目安50 %");
    const std::string svg = draw(english, 300, theme, Language::english).svg;
    CHECK(svg.find("Revenue &lt;net&gt; &amp; more") != std::string::npos);
}

TEST_CASE("in a narrow panel a long name takes a second line, and the goals below it make room", "[panel]") {
    const auto goals = goals_of({goal("Joint trade show visits", "activity", "", "", "sum", 120.0, 134.0),
                                 goal("Joint trade show leads", "activity", "", "", "sum", 100.0, 20.0)});
    const GoalBoard board = goal_board(*goals, goals->as_of(), 10, Language::english);
    const Picture narrow = draw(board, 200, Theme{}, Language::english);
    const Picture wide = draw(board, 400, Theme{}, Language::english);
    CHECK(narrow.svg.find(">visits<") != std::string::npos);
    CHECK(narrow.svg.find(">leads<") != std::string::npos);
    CHECK(narrow.svg.find("…") == std::string::npos);
    CHECK(wide.svg.find(">Joint trade show visits<") != std::string::npos);
    CHECK(narrow.height == wide.height + 32);
}

TEST_CASE("a picture in high contrast has two colours only", "[panel]") {
    const auto goals = goals_of({goal("Visits", "activity", "sales", "", "sum", 100.0, 20.0)});
    const Theme theme{0xFFFFFF, 0x000000, true, "sans-serif"};
    const std::string svg =
        draw(goal_board(*goals, goals->as_of(), 5, Language::english), 300, theme, Language::english).svg;
    for (std::size_t at = svg.find('#'); at != std::string::npos; at = svg.find('#', at + 1)) {
        const std::string colour = svg.substr(at, 7);
        CHECK((colour == "#FFFFFF" || colour == "#000000"));
    }
}

TEST_CASE("an empty board is an empty picture, not a crash", "[panel]") {
    const Picture picture = draw(GoalBoard{}, 0, Theme{}, Language::japanese);
    CHECK(picture.alternative_text.empty());
    CHECK(picture.width == 160);
    CHECK(picture.height >= 1);
}

TEST_CASE(
    "the funnel's picture: counts, both percentages, what is too young; nothing of a percentage in a "
    "snapshot",
    "[panel]") {
    const FunnelBars cohort{true,
                            "Entered in 2026 Q3",
                            {{"Lead", marketing_colour, 1204, {}, {}, 0},
                             {"MQL", marketing_colour, 512, 0.425, 0.425, 120},
                             {"Won", sales_colour, 4, 0.0078, 0.0033, 0}}};
    const Picture picture = draw(cohort, 300, Theme{}, Language::english);
    CHECK(picture.alternative_text ==
          "Entered in 2026 Q3\n"
          "Lead: 1,204\n"
          "MQL: 512, 43 % of the previous stage, 43 % of the first, 120 too young to judge\n"
          "Won: 4, 1 % of the previous stage, 0 % of the first");
    CHECK(picture.svg.find("too young to judge") != std::string::npos);

    const FunnelBars snapshot{
        false, "今", {{"Lead", marketing_colour, 3, {}, {}, 0}, {"Won", sales_colour, 0, {}, {}, 0}}};
    const Picture now = draw(snapshot, 300, Theme{}, Language::japanese);
    CHECK(now.alternative_text == "今\nLead：3件\nWon：0件");
    CHECK(now.svg.find('%') == std::string::npos);
}

}  // namespace
