// What people set, and what a new team workbook makes of it.
#include "core/commands/options.hpp"

#include <catch2/catch.hpp>

#include "core/playbook/blocks.hpp"
#include "core/playbook/fingerprint.hpp"
#include "core/playbook/json.hpp"
#include "core/workbook/data_sheets.hpp"
#include "core/workbook/team_workbook.hpp"
#include "tests/support/plans.hpp"

namespace {

using namespace kakehashi;

const Instant today = instant_from_civil(std::chrono::year{2026} / 11 / 22);
constexpr Language languages[] = {Language::english, Language::japanese};

/// The playbook that a new workbook holds, as its cells are read.
Playbook playbook_of(Language language, const PlaybookStart& start) {
    const auto workbook = team_workbook(language, today, start);
    return read_blocks(test::table_of(test::plan_of(workbook, sheet::Part::playbook, language)), {}).playbook;
}

}  // namespace

TEST_CASE("a month is a number or a name", "[options]") {
    CHECK(commands::read_month("4") == 4u);
    CHECK(commands::read_month("April") == 4u);
    CHECK(commands::read_month("４月") == 4u);
    for (const char* const wrong : {"", "0", "13", "1.5", "soon"}) CHECK_FALSE(commands::read_month(wrong));
}

TEST_CASE("limits of the status descend", "[options]") {
    CHECK(commands::read_limits("ahead 1.1, on track 1, behind 0.8") == StatusLimits{1.1, 1, 0.8});
    CHECK(commands::read_limits("先行 1、順調 0.95、遅れ 0.75") == StatusLimits{});
    CHECK_FALSE(commands::read_limits("on track 1.2"));
    CHECK_FALSE(commands::read_limits("soon"));
    CHECK_FALSE(commands::read_limits(""));
}

TEST_CASE("languages that are not known count as not set", "[options]") {
    CHECK(commands::read_language("ja") == Language::japanese);
    CHECK_FALSE(commands::read_language("fr"));
    CHECK(commands::language_tag(Language::english) == "en");
    CHECK(commands::language_tag(std::nullopt).empty());
}

TEST_CASE("a new workbook starts with the fiscal year and the limits asked for", "[options][workbook]") {
    for (const Language language : languages) {
        PlaybookStart start;
        start.fiscal_year_starts = 10;
        start.status_limits = StatusLimits{1.05, 0.9, 0.5};
        const Playbook playbook = playbook_of(language, start);
        CHECK(playbook.calendar.fiscal_year_starts == 10);
        CHECK(playbook.status_limits == StatusLimits{1.05, 0.9, 0.5});
        CHECK(playbook.stages.size() == 5);
    }
}

TEST_CASE("a new workbook takes over a playbook whole", "[options][workbook]") {
    const auto agreed = read_json(R"({
        "playbook": {"name": "Acme", "version": "3", "valid from": "2026-04-01", "as of": "2026-06-30",
                     "fiscal year starts": 4, "margin": 0.4, "house style": "plain"},
        "columns": [{"role": "id", "header": "Number"}],
        "stages": [{"stage": "Lead", "owner": "marketing", "column": "Created"},
                   {"stage": "受注", "owner": "sales", "when": "Outcome = Won", "within days": 30}],
        "definitions": [{"definition": "Hot", "threshold": 10}],
        "rules": [{"definition": "Hot", "rule": "Employees >= 100", "points": 10, "must": true}],
        "holidays": [{"date": "2026-12-30", "name": "Stocktaking"}],
        "signoffs": [{"department": "marketing", "name": "Sato", "date": "2026-04-01",
                      "fingerprint": "0123456789ab"}]})");
    REQUIRE(agreed);
    REQUIRE(agreed->problems.size() == 1);  // the key nobody knows
    for (const Language language : languages) {
        PlaybookStart start;
        start.agreed = std::make_shared<const Playbook>(agreed->playbook);
        const Playbook taken = playbook_of(language, start);
        CHECK(fingerprint(taken) == fingerprint(agreed->playbook));
        CHECK(taken.signoffs == agreed->playbook.signoffs);
        CHECK(taken.as_of == no_instant);
        start.fiscal_year_starts = 1;
        CHECK(playbook_of(language, start).calendar.fiscal_year_starts == 1);
    }
}
