#include "addin/formula_text.hpp"

#include <catch2/catch.hpp>

using namespace kakehashi::addin;

TEST_CASE("a formula that is one call is split into its arguments") {
    const auto call =
        parse_call("=org.kakehashi.functions.LeadTable($Leads.A1:H9; $'Two; words'.$B$1 ;\"a;b\")");
    REQUIRE(call);
    CHECK(call->name == "ORG.KAKEHASHI.FUNCTIONS.LEADTABLE");
    CHECK(call->arguments == std::vector<std::string>{"$Leads.A1:H9", "$'Two; words'.$B$1", "\"a;b\""});
}

TEST_CASE("empty arguments stay in their places") {
    CHECK(parse_call("=F(A1;;B2)")->arguments == std::vector<std::string>{"A1", "", "B2"});
    CHECK(parse_call("=F()")->arguments == std::vector<std::string>{""});
}

TEST_CASE("separators inside calls, inline arrays and quotes do not split") {
    CHECK(parse_call("=F(G(1;2);{1;2|3;4};'it''s; here'.A1)")->arguments ==
          std::vector<std::string>{"G(1;2)", "{1;2|3;4}", "'it''s; here'.A1"});
}

TEST_CASE("an array formula is a formula") {
    CHECK(parse_call("{=F(A1)}")->name == "F");
    CHECK(formula_body("{=A1}") == "A1");
}

TEST_CASE("what is more than one call is none") {
    for (const char* formula : {"=F(A1)&G(B1)", "=F(A1)+1", "=1+F(A1)", "=A1", "F(A1)", "", "=", "=F(A1",
                                "=F(\"a)", "=F(A1))", "=-F(A1)"})
        CHECK_FALSE(parse_call(formula));
}

TEST_CASE("literals are read as Calc writes them") {
    CHECK(text_literal("\"say \"\"yes\"\"\"") == "say \"yes\"");
    CHECK(text_literal("\"\"") == "");
    CHECK_FALSE(text_literal("\"a\"&\"b\""));
    CHECK_FALSE(text_literal("A1"));
    CHECK(number_literal("12.5") == 12.5);
    CHECK_FALSE(number_literal("12.5%"));
    CHECK_FALSE(number_literal(""));
}

TEST_CASE("calls inside a formula are found, but not those that stand in texts") {
    const auto calls = calls_in("=1+K.COUNT(A1;\"K.X(1)\")/SUM(K.RATE(B1;2))", "K.");
    REQUIRE(calls.size() == 2);
    CHECK(calls[0].name == "K.COUNT");
    CHECK(calls[0].arguments == std::vector<std::string>{"A1", "\"K.X(1)\""});
    CHECK(calls[1].name == "K.RATE");
    CHECK(calls_in("=K.COUNT(A1", "K.").empty());
    CHECK(split("\"a & b\" & A5", '&') == std::vector<std::string>{"\"a & b\"", "A5"});
}
