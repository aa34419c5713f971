// Meanings of words.
#include "core/playbook/meaning.hpp"
#include "tests/unit/playbook_support.hpp"

using namespace kakehashi;
using namespace kakehashi::test;

TEST_CASE("a meaning is looked for among terms, stages, definitions and metrics", "[playbook]") {
    Playbook playbook = example();
    const Instant now = day(2026, 6, 30);
    CHECK(meaning(playbook, "contact", now) == "A person whose address we have");
    CHECK(meaning(playbook, "ＭＱＬ", now) == "Worth a call");
    CHECK(meaning(playbook, "win rate", now) == "Won out of won and lost");
    CHECK(meaning(playbook, "nothing", now).error().code == ErrorCode::not_available);
    playbook.terms.push_back({"MQL", "As a term", ""});
    CHECK(meaning(playbook, "MQL", now) == "As a term");
    playbook.as_of = no_instant;
    playbook.definitions = {{"Hot", {}, {}, {}, "1", no_instant, day(2026, 3, 31), "Old"},
                            {"Hot", {}, {}, {}, "2", day(2026, 4, 1), no_instant, "New"}};
    CHECK(meaning(playbook, "hot", day(2026, 3, 31) + ms_per_hour) == "Old");
    CHECK(meaning(playbook, "hot", now) == "New");
}
