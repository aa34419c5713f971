#include "addin/messages.hpp"

#include <catch2/catch.hpp>

using namespace kakehashi;
using addin::Messages;

namespace {

CellError error(const std::string& text) {
    return {ErrorCode::illegal_argument, {text, text + "です"}};
}

}  // namespace

TEST_CASE("the newest message comes first, in either language") {
    Messages messages;
    messages.record("LEAD.COUNT", "A1:B2", error("first"));
    messages.record("LEAD.STAT", "A1:B2", {ErrorCode::not_available, {"second", "二番目"}});
    REQUIRE(messages.size() == 2);
    CHECK(messages.at(0).text(Language::japanese) == "LEAD.STAT: #N/A: 二番目");
    CHECK(messages.at(1).text(Language::english) == "LEAD.COUNT: Err:502: first");
}

TEST_CASE("a message that comes again moves to the front instead of filling the list") {
    Messages messages;
    messages.record("F", "", error("a"));
    messages.record("F", "", error("b"));
    messages.record("F", "", error("a"));
    REQUIRE(messages.size() == 2);
    CHECK(messages.at(0).error.message.en == "a");
}

TEST_CASE("only the last hundred are kept") {
    Messages messages;
    for (int i = 0; i < 250; ++i) messages.record("F", "", error(std::to_string(i)));
    REQUIRE(messages.size() == Messages::capacity);
    CHECK(messages.at(0).error.message.en == "249");
    CHECK(messages.at(99).error.message.en == "150");
    CHECK(messages.at(100).function.empty());
}

TEST_CASE("errors are named as Calc shows them") {
    CHECK(addin::shown(ErrorCode::division_by_zero) == "#DIV/0!");
    CHECK(addin::shown(ErrorCode::not_available) == "#N/A");
    CHECK(addin::shown(static_cast<ErrorCode>(519)) == "#VALUE!");
    CHECK(addin::shown(static_cast<ErrorCode>(522)) == "Err:522");
}
