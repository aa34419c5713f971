// What PLAYBOOK.PROBLEMS finds in the content.
#include "tests/unit/playbook_support.hpp"

using namespace kakehashi;
using namespace kakehashi::test;
using Catch::Matchers::Contains;

TEST_CASE("a playbook without faults has no problems", "[playbook]") {
    CHECK(texts(problems_of(read_blocks(example_range("PlaybookBlocks"), {}))) == Texts{});
}

TEST_CASE("problems of the content name block and row", "[playbook]") {
    CHECK(problems_in(R"({"stages": [{"stage": "MQL"}, {"stage": "ｍｑｌ", "within days": -1}]})") ==
          Texts{"stages 2: \"ｍｑｌ\" stands here twice", "stages 2: within days is negative"});
    CHECK(
        problems_in(
            R"({"playbook": {"margin": 60, "churn": -0.1, "opportunity stage": "SQL", "status limits": "0.5; 0.7; 0.9"}})")
            .size() == 4);
    CHECK(problems_in(R"({"rules": [{"definition": "Hot", "rule": "A = 1"}]})") ==
          Texts{"rules 1: \"Hot\" is no definition"});
    CHECK(problems_in(R"({"definitions": [{"definition": "Hot"}]})") ==
          Texts{"definitions 1: \"Hot\" has no rules"});
    CHECK(
        problems_in(
            R"({"definitions": [{"definition": "Hot"}], "rules": [{"definition": "Hot", "rule": "A = 1", "decay days": 0, "repeats": 1.5}],
                          "groups": [{"definition": "Hot", "group": "fit", "floor": 2, "cap": 1}]})") ==
        Texts{"rules 1: decay days must be more than 0", "rules 1: repeats must be a whole number from 1",
              "groups 1: no rule of \"Hot\" is in the group \"fit\"",
              "groups 1: the floor is above the cap"});
    CHECK(problems_in(R"({"metrics": [{"metric": "M"}], "terms": [{"term": "T"}, {"term": "t"}],
                          "signoffs": [{"department": "sales"}, {"department": "sales", "fingerprint": "xyz"}]})") ==
          Texts{"terms 2: \"t\" stands here twice",
                "signoffs 1: a sign-off without a fingerprint does not count",
                "signoffs 2: \"xyz\" is no fingerprint (12 hexadecimal digits)"});
    CHECK(problems_in(
              R"({"definitions": [{"definition": "Big"}], "rules": [{"definition": "Big", "rule": "A = 1"}],
                          "segments": [{"name": "big", "when": "A = 1"}]})") ==
          Texts{"segments 1: \"big\" is also a name in [definitions]"});
}

TEST_CASE("rows in problems are those of the source, bad entries counted", "[playbook]") {
    CHECK(problems_in(R"({"stages": [{"stage": 1}, {"stage": "A", "within days": -1}]})") ==
          Texts{"stages 1: stage: a text was expected; the entry is left out",
                "stages 2: within days is negative"});
}

TEST_CASE("expressions that do not parse and unknown names are problems", "[playbook]") {
    const Texts unparsable = problems_in(R"({"personas": [{"name": "P", "when": "A = = 1"}]})");
    REQUIRE(unparsable.size() == 1);
    CHECK_THAT(unparsable[0], Contains("personas 1: "));
    CHECK(problems_in(
              R"({"outcomes": [{"outcome": "won", "when": "reached [Signed] and not is [Nobody]"}]})") ==
          Texts{"outcomes 1: \"Signed\" is no stage",
                "outcomes 1: \"Nobody\" is no definition, persona or segment"});
    CHECK(problems_in(
              R"({"stages": [{"stage": "Signed"}], "personas": [{"name": "Nobody", "when": "A is empty"}],
                          "outcomes": [{"outcome": "won", "when": "reached [signed] and not is [NOBODY]"}]})") ==
          Texts{});
}

TEST_CASE("definitions that refer to themselves are problems", "[playbook]") {
    CHECK(problems_in(R"({"personas": [{"name": "A", "when": "is [A]"}]})") ==
          Texts{"personas 1: this refers to itself: A → A"});
    CHECK(problems_in(R"({"definitions": [{"definition": "A"}, {"definition": "B"}],
                          "rules": [{"definition": "A", "rule": "is [B]"},
                                    {"definition": "B", "rule": "not is [a]"}]})") ==
          Texts{"rules 2: this refers to itself: A → B → A"});
    CHECK(problems_in(R"({"outcomes": [{"outcome": "won", "when": "open"}]})") ==
          Texts{"outcomes 1: this refers to itself: won → won"});
    CHECK(
        problems_in(
            R"({"outcomes": [{"outcome": "lost", "when": "not won"}, {"outcome": "won", "when": "A = 1"}]})") ==
        Texts{});
}

TEST_CASE("versions may follow each other, not overlap", "[playbook]") {
    const auto two = [](const std::string& first, const std::string& second) {
        return problems_in(
            R"({"definitions": [{"definition": "A", "version": 1, )" + first +
            R"(}, {"definition": "A", "version": 2, )" + second +
            R"(}], "rules": [{"definition": "A", "rule": "B = 1"}, {"definition": "A v2", "rule": "C = 1"}]})");
    };
    CHECK(two(R"("valid to": "2026-06-30")", R"("valid from": "2026-07-01")") == Texts{});
    CHECK(two(R"("valid to": "2026-07-01")", R"("valid from": "2026-07-01")") ==
          Texts{"definitions 2: versions \"1\" and \"2\" of \"A\" are valid at the same time"});
    CHECK(two(R"("valid from": "2026-07-01", "valid to": "2026-06-30")", R"("meaning": "M")") ==
          Texts{"definitions 1: valid to is before valid from"});
    CHECK(
        problems_in(
            R"({"definitions": [{"definition": "A"}, {"definition": "a"}], "rules": [{"definition": "A", "rule": "B = 1"}]})") ==
        Texts{"definitions 2: \"a\" stands here twice"});
}

TEST_CASE("a threshold that no lead can reach is a problem", "[playbook]") {
    const auto with = [](const std::string& definition, const std::string& group) {
        return problems_in(R"({"definitions": [{"definition": "A", )" + definition + R"(}], "groups": [)" +
                           group + R"(],
            "rules": [{"definition": "A", "group": "g", "rule": "B = 1", "points": 30}, {"definition": "A", "group": "g", "rule": "C = 1", "points": 30},
                      {"definition": "A", "rule": "D = 1", "points": -10}]})");
    };
    CHECK(with(R"("threshold": 60)", "") == Texts{});
    CHECK(with(R"("threshold": 61)", "") ==
          Texts{"definitions 1: the threshold 61 cannot be reached: the rules give 60 at most"});
    CHECK(with(R"("threshold": 60)", R"({"definition": "A", "group": "G", "cap": 50})") ==
          Texts{"definitions 1: the threshold 60 cannot be reached: the rules give 50 at most"});
    CHECK(with(R"("at least": 3)", "") == Texts{});
    CHECK(with(R"("at least": 4)", "") == Texts{"definitions 1: at least 4 rules cannot hold: there are 3"});
}
