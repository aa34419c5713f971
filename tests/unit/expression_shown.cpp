// Expressions in the words of people.
#include <catch2/catch.hpp>

#include "core/expression/shown.hpp"

using namespace kakehashi;

namespace {

std::string read(std::string_view text, Language language) {
    const auto parsed = parse_expression(text);
    REQUIRE(parsed);
    REQUIRE(*parsed);
    return shown(**parsed, language);
}

}  // namespace

TEST_CASE("expressions are shown in the words of people", "[expression]") {
    struct Case {
        const char* written;
        const char* english;
        const char* japanese;
    };
    const auto [written, english, japanese] = GENERATE(values<Case>({
        {"Employees >= 8800", "Employees ≥ 8,800", "Employeesが8,800以上"},
        {"[Founded year] <= 1999", "Founded year ≤ 1999", "Founded yearが1999以下"},
        {"Score = 0.5", "Score = 0.5", "Scoreが0.5"},
        {"Source = Web", "Source is Web", "Sourceが「Web」"},
        {"not Source = Web", "Source is not Web", "Sourceが「Web」以外"},
        {"業種 = 製造 でない", "業種 is not 製造", "業種が「製造」以外"},
        {"Source in (Web, Fair, Call)", "Source is Web, Fair or Call", "Sourceが「Web」か「Fair」か「Call」"},
        {"Source not in (Web, Fair)", "Source is not Web or Fair", "Sourceが「Web」か「Fair」以外"},
        {"Title not contains chief", "Title does not contain chief", "Titleに「chief」を含まない"},
        {"Employees between 10 and 20", "Employees from 10 to 20", "Employeesが10～20"},
        {"Created >= 2026-01-05", "Created ≥ 2026-01-05", "Createdが2026-01-05以降"},
        {"Email is empty", "Email is blank", "Emailが空白"},
        {"Email is not empty", "Email is filled in", "Emailが入力済み"},
        {"Visit within 1 day", "Visit within 1 day", "Visitが1日以内"},
        {"is [Hot lead] and (won or reached [SQL])", "is Hot lead and (won or reached SQL)",
         "「Hot lead」に該当、かつ（受注、または「SQL」に到達）"},
    }));
    CAPTURE(written);
    CHECK(read(written, Language::english) == english);
    CHECK(read(written, Language::japanese) == japanese);
}

TEST_CASE("what is shown in English keeps the limits of what was written", "[expression]") {
    CHECK(read("not (A = 1 or B = 2)", Language::english) == "not (A = 1 or B = 2)");
    CHECK(read("A < 1 and B > 2 and C != 3", Language::english) == "A < 1 and B > 2 and C ≠ 3");
}
