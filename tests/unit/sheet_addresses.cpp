#include <catch2/catch.hpp>

#include "core/sheet/addresses.hpp"

using namespace kakehashi::sheet;

namespace {

/// Blocks `own` at C5 and `board` at AA1, each of 3 by 3 cells.
std::optional<Position> find(std::string_view block, const Position& cell) {
    if (cell.column > 2 || cell.row > 2) return std::nullopt;
    if (block == "own") return Position{2 + cell.column, 4 + cell.row};
    if (block == "board") return Position{26 + cell.column, cell.row};
    return std::nullopt;
}

std::string resolved(std::string_view formula) {
    return resolve(formula, "own", find);
}

}  // namespace

TEST_CASE("placeholders become absolute references") {
    CHECK(resolved("=SUM({0,1}:{2,2})") == "=SUM($C$6:$E$7)");
    CHECK(resolved("={board!0,0}+{board!2,1}") == "=$AA$1+$AC$2");
    CHECK(resolved("={0,1}/{own!0,2}") == "=$C$6/$C$7");
    CHECK(resolved("=MEDIAN(KakehashiLeads)") == "=MEDIAN(KakehashiLeads)");
}

TEST_CASE("placeholders that lead nowhere become #REF!") {
    CHECK(resolved("={0,9}") == "=#REF!");
    CHECK(resolved("={gone!0,0}") == "=#REF!");
}

TEST_CASE("texts and inline arrays are not placeholders") {
    CHECK(resolved("=\"{0,1}\"&{0,1}") == "=\"{0,1}\"&$C$6");
    CHECK(resolved("=SUM({1;2})") == "=SUM({1;2})");
    CHECK(resolved("=\"a \"\"{0,1}\"\"\"") == "=\"a \"\"{0,1}\"\"\"");
    CHECK(resolved("={0,") == "={0,");
    CHECK(resolved("={-1,0}") == "={-1,0}");
}

TEST_CASE("columns have letters, and addresses are read back") {
    CHECK(column_letters(0) == "A");
    CHECK(column_letters(25) == "Z");
    CHECK(column_letters(26) == "AA");
    CHECK(column_letters(1023) == "AMJ");
    for (const int column : {0, 25, 26, 701, 702, 1023})
        CHECK(read_absolute(absolute({column, 7})) == Position{column, 7});
    CHECK(read_absolute("$'It''s. x'.$B$3") == Position{1, 2});
    CHECK(read_absolute("$Leads.$B$3") == Position{1, 2});
    for (const char* text : {"$A$#REF!", "#REF!", "$#REF!.$A$1", "A1", "$A$0", "$A$1:$B$2", ""}) {
        INFO(text);
        const bool is_sheet_gone = std::string_view(text) == "$#REF!.$A$1";
        CHECK(read_absolute(text).has_value() == is_sheet_gone);
    }
    CHECK(absolute({1, 2}, {2, -1}) == "$B$3:$C$1048576");
    CHECK(sheet_prefix("It's") == "$'It''s'.");
}

TEST_CASE("formulas are the same in whatever spelling Calc gives them back") {
    CHECK(same_formula("=sum( $A$1 ; 2 )", "=SUM($A$1;2)"));
    CHECK(same_formula("=IF(A1=\"a b\";1;2)", "=if(a1=\"a b\";1;2)"));
    CHECK_FALSE(same_formula("=\"a b\"", "=\"ab\""));
    CHECK_FALSE(same_formula("=\"a\"", "=\"A\""));
    CHECK_FALSE(same_formula("=$'My sheet'.A1", "=$'Mysheet'.A1"));
}

TEST_CASE("links are formulas that read as their content") {
    CHECK(hyperlink("#Leads.A1", std::string("row \"7\"")) ==
          "=HYPERLINK(\"#$'Leads'.A1\";\"row \"\"7\"\"\")");
    CHECK(hyperlink("#Weekly summary.A1", 7.0) == "=HYPERLINK(\"#$'Weekly summary'.A1\";7)");
    CHECK(hyperlink("#$'A.b'.A1", std::string("x")) == "=HYPERLINK(\"#$'A.b'.A1\";\"x\")");
    CHECK(hyperlink("#KakehashiLeads", std::string("x")) == "=HYPERLINK(\"#KakehashiLeads\";\"x\")");
    CHECK(hyperlink("https://example.org/a.b", Formula{"=$A$1&\"!\""}) ==
          "=HYPERLINK(\"https://example.org/a.b\";$A$1&\"!\")");
}

TEST_CASE("named ranges of blocks are the same in both languages") {
    Sheet plan;
    plan.name = "Weekly summary";
    CHECK(block_name(plan, "board") == "_kh_weeklysummary_board");
    plan.name = "週次サマリー";
    CHECK(block_name(plan, "board") == "_kh_weeklysummary_board");
    plan.id = "card7";
    CHECK(block_name(plan, "board") == "_kh_card7_board");
    plan.id.clear();
    plan.name = "自分のシート";
    CHECK(block_name(plan, "x") == "_kh_sheet_x");
    CHECK(record_name(plan, "x") != block_name(plan, "x"));
}
