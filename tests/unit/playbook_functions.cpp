// PLAYBOOK.READ, PROBLEMS and CHANGES as cells call them.
#include "tests/unit/playbook_call.hpp"

using namespace kakehashi;
using namespace kakehashi::test;

TEST_CASE("PLAYBOOK.READ takes blocks, a handle or the path of a JSON file", "[playbook]") {
    const Value read = call("PLAYBOOK.READ", {blocks(example_range("PlaybookBlocks"))});
    REQUIRE(std::holds_alternative<Handle>(read));
    CHECK(std::get<Handle>(read).text == "Example v1 · draft");
    CHECK_FALSE(std::get<Handle>(read).revision);
    CHECK(std::get<Handle>(call("PLAYBOOK.READ", {std::get<Handle>(read).object})).text ==
          "Example v1 · draft");
    CHECK(std::get<Handle>(call("PLAYBOOK.READ", {cell("spring.json")})).text == "Spring v3 · draft");
    CHECK(error(call("PLAYBOOK.READ", {cell("/etc/other.JSON")})) == ErrorCode::illegal_argument);
    CHECK(error(call("PLAYBOOK.READ", {cell("Spring")})) == ErrorCode::illegal_argument);
    CHECK(error(call("PLAYBOOK.READ", {blocks(grid({{CellValue{}}}))})) == ErrorCode::illegal_argument);
    CHECK(error(call("PLAYBOOK.READ", {})) == ErrorCode::illegal_argument);
    Grid wide{1, 300, std::vector<CellValue>(300)};
    CHECK(error(call("PLAYBOOK.READ", {blocks(wide)})) == ErrorCode::illegal_argument);
}

TEST_CASE("rows far below are not read, and that is said", "[playbook]") {
    Grid tall{70000, 1, std::vector<CellValue>(70000)};
    tall.at(0, 0) = text("[stages]");
    CHECK(rows(call("PLAYBOOK.PROBLEMS", {blocks(tall)})) == Texts{"ok"});
    tall.at(69999, 0) = text("[rules]");
    CHECK(rows(call("PLAYBOOK.PROBLEMS", {blocks(tall)})) == Texts{"rows after the 65,536th are not read"});
}

TEST_CASE("PLAYBOOK.PROBLEMS and CHANGES speak the caller's language", "[playbook]") {
    const Argument bad =
        blocks(grid({{text("[stages]")}, {text("stage"), text("within days")}, {text("A"), -1.0}}));
    CHECK(rows(call("PLAYBOOK.PROBLEMS", {bad})) == Texts{"stages 1: within days is negative"});
    CHECK(rows(call("PLAYBOOK.PROBLEMS", {bad}, Language::japanese)) ==
          Texts{"stages 1：within days が負の値です"});
    CHECK(rows(call("PLAYBOOK.CHANGES", {bad, bad})) == Texts{"no changes"});
    CHECK(rows(call("PLAYBOOK.CHANGES", {bad, bad}, Language::japanese)) == Texts{"変更なし"});
    CHECK(error(call("PLAYBOOK.METRICS", {bad})) == ErrorCode::not_available);
}
