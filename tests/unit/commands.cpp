#include <algorithm>
#include <cctype>
#include <set>

#include <catch2/catch.hpp>

#include "core/commands/request.hpp"

namespace kakehashi::commands {
namespace {

bool in_both_languages(const Text& text) {
    return !text.en.empty() && !text.ja.empty() && text.en != text.ja;
}

}  // namespace

TEST_CASE("every command has an id, texts in both languages and an example that it understands") {
    std::set<std::string_view> ids;
    for (const Command& command : all()) {
        INFO(command.id);
        CHECK(ids.insert(command.id).second);
        CHECK(std::ranges::all_of(command.id, [](unsigned char c) { return std::isalpha(c); }));
        CHECK_FALSE(command.since.empty());
        CHECK(in_both_languages(command.label));
        CHECK(in_both_languages(command.help));
        CHECK(command.help.en.ends_with('.'));
        for (const Argument& argument : command.arguments) CHECK(in_both_languages(argument.summary));
        const auto example = parse_request(command.example);
        REQUIRE(example);
        CHECK(example->command == &command);
        CHECK(checked(*example));
    }
}

TEST_CASE("groups of the menu stand together") {
    CHECK(std::ranges::is_sorted(all(), {}, &Command::group));
}

TEST_CASE("names that are made from an id") {
    Command command = all().front();
    command.id = "handOff";
    command.label = {"Hand Off…", "引き渡し..."};
    CHECK(body_name(command) == "run_hand_off");
    CHECK(url(command) == "org.kakehashi:handOff");
    CHECK(title(command) == Text{"Hand Off", "引き渡し"});
}

TEST_CASE("a request is read from a URL") {
    const auto request = parse_request("recalculate?file=/a%20b/%E9%80%B1.ods&language=ja&odd=a=b+c");
    REQUIRE(request);
    CHECK(request->command->id == "recalculate");
    CHECK(request->arguments == Arguments{{"file", "/a b/週.ods"}, {"language", "ja"}, {"odd", "a=b+c"}});
}

TEST_CASE("a percent sign that encodes nothing stands for itself") {
    const auto request = parse_request("recalculate&file=/100%.ods&&language=%2&interactive");
    REQUIRE(request);
    CHECK(request->arguments == Arguments{{"file", "/100%.ods"}, {"language", "%2"}, {"interactive", ""}});
}

TEST_CASE("an unknown command is named") {
    const auto request = parse_request("sumary?week=1");
    REQUIRE_FALSE(request);
    CHECK(request.error().message.en.find("sumary") != std::string::npos);
    CHECK(request.error().message.ja.find("sumary") != std::string::npos);
    CHECK_FALSE(parse_request(""));
}

TEST_CASE("an unknown argument is named, with those that there are") {
    const auto request = checked(*parse_request("recalculate?fle=/a.ods"));
    REQUIRE_FALSE(request);
    CHECK(request.error().message.en ==
          "The command “recalculate” has no argument “fle”; it takes file, saveAs, language, interactive.");
}

}  // namespace kakehashi::commands
