#include <set>

#include <catch2/catch.hpp>

#include "core/commands/catalogue.hpp"
#include "core/functions/catalogue.hpp"
#include "core/help/pages.hpp"

namespace kakehashi::help {

TEST_CASE("functions, commands and guides have pages of different names") {
    std::set<std::string> pages{*page_of("")};
    for (const Function& function : catalogue()) CHECK(pages.insert(page_of(function.name).value()).second);
    for (const commands::Command& command : commands::all())
        CHECK(pages.insert(page_of(command.id).value()).second);
    for (const std::string_view guide : guides()) CHECK(pages.insert(page_of(guide).value()).second);
    CHECK(page_of("") == "index.html");
    CHECK(page_of("index") == "index.html");
}

TEST_CASE("the case of a topic does not matter, and nothing else leads out of the folder") {
    CHECK(page_of("funnel.rate") == "FUNNEL.RATE.html");
    CHECK(page_of("handoff") == "handOff.html");
    CHECK_FALSE(page_of("FUNNEL"));
    CHECK_FALSE(page_of("../index"));
    CHECK_FALSE(page_of("FUNNEL.RATE.html"));
}

TEST_CASE("the function that a formula calls is found") {
    const auto name = [](std::string_view formula) {
        const Function* function = function_in(formula);
        return function == nullptr ? std::string_view{} : function->name;
    };
    CHECK(name("=LEAD.COUNT(A1)") == "LEAD.COUNT");
    CHECK(name("{=lead.list(A1;\"Company\")}") == "LEAD.LIST");
    CHECK(name("=ROUND(100*FUNNEL.RATE($'My (sheet)'.A1;\"MQL\";\"SQL\");1)") == "FUNNEL.RATE");
    CHECK(name("=IF(LEAD.COUNT(A1)=0;0;FUNNEL.NOW(A1;\"MQL\"))") == "LEAD.COUNT");
    CHECK(name("=SUM(A1:A3)").empty());
    CHECK(name("=\"LEAD.COUNT(A1)\"").empty());
    CHECK(name("=\"a \"\"quoted\"\" text\"&LEAD.COUNT(A1)") == "LEAD.COUNT");
    CHECK(name("=MYLEAD.COUNT(A1)").empty());
    CHECK(name("LEAD.COUNT").empty());
    CHECK(name("").empty());
}

}  // namespace kakehashi::help
