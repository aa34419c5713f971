// Differences between two versions, and whom they make change sides.
#include "core/playbook/changes.hpp"
#include "core/playbook/fingerprint.hpp"
#include "tests/unit/playbook_call.hpp"

using namespace kakehashi;
using namespace kakehashi::test;
using Catch::Matchers::Contains;

TEST_CASE("changes name what was added, removed and changed", "[playbook]") {
    const Playbook before = example();
    CHECK(changes(before, before).empty());

    Playbook after = before;
    after.as_of = no_instant;
    after.signoffs.push_back({"sales", "", no_instant, "0123456789ab"});
    std::swap(after.rules[0], after.rules[1]);
    CHECK(changes(before, after).empty());

    after.name = "Autumn";
    after.margin = 0.6;
    after.calendar.working_days[6] = true;
    after.rules[1].points = 45;
    after.rules[3].must = false;
    after.rules.push_back({"Hot lead", "fit", "Amount > 0", 5, false, {}, {}});
    after.rules.erase(after.rules.begin() + 2);
    after.groups[0].floor = 0.0;
    after.terms.clear();
    after.segments[0].scheme = "";
    std::swap(after.stages[1], after.stages[2]);
    after.stages[2].within_days.reset();
    CHECK(english(changes(before, after)) ==
          Texts{"changed name from \"Example\" to \"Autumn\"",
                "changed working days from the default to \"Mon-Sat\"",
                "changed margin from the default to 0.6",
                "changed within days of stage \"MQL\" from 30 to blank",
                "changed the order of the stages to Lead, SQL, MQL, Won",
                "removed rule \"[Last visit] within 30 days\" from Hot lead",
                "changed points of rule \"Employees >= 100\" of Hot lead from 40 to 45",
                "changed must of rule \"Employees is not empty\" of Hot lead from yes to blank",
                "added rule \"Amount > 0\" to Hot lead",
                "changed floor of group \"fit\" of Hot lead from blank to 0", "removed term \"Contact\"",
                "removed segment \"size / Mid-size\"", "added segment \"Mid-size\""});
    CHECK(changes(before, after)[6].ja ==
          "「Hot lead」のルール「Employees >= 100」の点数を 40 から 45 に変更");
}

TEST_CASE("changes are empty just where the fingerprints agree, order apart", "[playbook]") {
    RandomPlaybooks random(11);
    Playbook previous;
    for (int i = 0; i < 300; ++i) {
        const Playbook playbook = random.next();
        CHECK(changes(playbook, playbook).empty());
        if (fingerprint(playbook) != fingerprint(previous)) CHECK_FALSE(changes(previous, playbook).empty());
        CHECK(changes(playbook, previous).empty() == changes(previous, playbook).empty());
        previous = playbook;
    }
}

TEST_CASE("PLAYBOOK.CHANGES counts last month's leads that change sides", "[playbook]") {
    // As of 2026-06-30: created in May 2026 is L-11 alone (210 employees, Web, visited 5 days before: 40
    // + 20 - 10 + 30).
    const auto playbook = std::make_shared<const Playbook>(example());
    const auto leads =
        std::make_shared<const Leads>(std::make_shared<const Table>(make_source(example_range("LeadRows"))),
                                      playbook, nullptr, day(2026, 7, 15));
    Playbook stricter = example();
    stricter.definitions[0].threshold = 81;
    const Value changed = call(
        "PLAYBOOK.CHANGES", {blocks(write_blocks(example())), blocks(write_blocks(stricter)), Object(leads)});
    CHECK(rows(changed) ==
          Texts{"changed threshold of definition \"Hot lead v1\" from 60 to 81",
                "Hot lead: 1 of 1 lead of 2026-05 changes sides (0 now qualify, 1 no longer)"});

    Playbook broken = example();
    broken.rules[0].rule = "Colour = red";
    const Texts told = rows(call(
        "PLAYBOOK.CHANGES", {blocks(write_blocks(example())), blocks(write_blocks(broken)), Object(leads)}));
    CHECK_THAT(told.back(), Contains("Hot lead: cannot be compared: "));
}
