// Whether both departments have signed what is there now, and what a handle says of it.
#include "core/playbook/fingerprint.hpp"
#include "tests/unit/playbook_support.hpp"

using namespace kakehashi;
using namespace kakehashi::test;

TEST_CASE("the status follows the latest sign-off of each department", "[playbook]") {
    Playbook playbook = example();
    const std::string present = fingerprint(playbook);
    const std::string past = "0123456789ab";
    CHECK(status(playbook) == "draft");
    CHECK(handle_text(playbook) == "Example v1 · draft");

    playbook.signoffs = {{"Marketing", "Sato", day(2026, 1, 1), present}};
    CHECK(status(playbook) == "agreed by marketing only");
    playbook.signoffs.push_back({"営業", "田中", day(2026, 1, 2), present});
    CHECK(status(playbook) == "agreed");
    playbook.signoffs = {{"marketing", "", no_instant, past}, {"sales", "", no_instant, past}};
    CHECK(status(playbook) == "changed since agreement");
    playbook.signoffs.push_back({"ＳＡＬＥＳ", "", no_instant, " " + present});
    CHECK(status(playbook) == "agreed by sales only");

    // An older date lower down is not the latest word.
    playbook.signoffs = {{"sales", "", day(2026, 5, 1), present}, {"sales", "", day(2026, 4, 1), past}};
    CHECK(status(playbook) == "agreed by sales only");
    playbook.signoffs = {{"sales", "", day(2026, 4, 1), present}, {"sales", "", day(2026, 5, 1), past}};
    CHECK(status(playbook) == "changed since agreement");

    playbook.signoffs = {{"sales", "", day(2026, 4, 1), ""}, {"legal", "", day(2026, 4, 1), present}};
    CHECK(status(playbook) == "draft");
}

TEST_CASE("a handle says name, version and status", "[playbook]") {
    Playbook playbook;
    CHECK(handle_text(playbook) == "playbook · draft");
    playbook.name = "Spring";
    CHECK(handle_text(playbook) == "Spring · draft");
    playbook.version = "v2.1";
    CHECK(handle_text(playbook) == "Spring v2.1 · draft");
    playbook.version = "vintage";
    CHECK(handle_text(playbook) == "Spring vvintage · draft");
}
