// The data check finds what is wrong, and nothing where nothing is.
#include <algorithm>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "core/checks/check.hpp"
#include "core/checks/findings_sheet.hpp"
#include "core/functions/example_document.hpp"
#include "core/playbook/blocks.hpp"
#include "core/sheet/print.hpp"

using namespace kakehashi;
using checks::Kind;
using sheet::Part;

namespace {

using Row = std::vector<CellValue>;

Grid grid(std::initializer_list<Row> rows) {
    Grid result;
    for (const Row& row : rows) result.columns = std::max(result.columns, row.size());
    for (const Row& row : rows) {
        result.cells.insert(result.cells.end(), row.begin(), row.end());
        result.cells.resize(++result.rows * result.columns);
    }
    return result;
}

std::shared_ptr<const Table> table(Grid cells) {
    return std::make_shared<const Table>(make_source(std::move(cells)));
}

CellValue on(unsigned month, unsigned day, int year = 2026) {
    return serial_from_instant(
        instant_from_civil(std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)));
}

const CellValue none{};
const Instant now = instant_from_civil(std::chrono::year{2026} / 6 / 30);

std::shared_ptr<const ReadPlaybook> playbook() {
    using namespace std::string_literals;
    return std::make_shared<const ReadPlaybook>(read_blocks(grid({{"[stages]"s},
                                                                  {"stage"s, "owner"s, "column"s},
                                                                  {"Lead"s, "marketing"s, "Created"s},
                                                                  {"MQL"s, "marketing"s, "MQL"s},
                                                                  {"SQL"s, "sales"s, "SQL"s},
                                                                  {none},
                                                                  {"[outcomes]"s},
                                                                  {"outcome"s, "when"s},
                                                                  {"won"s, "Outcome = Won"s},
                                                                  {"lost"s, "Outcome = Lost"s},
                                                                  {"rejected"s, "[Rejected] is not empty"s},
                                                                  {none},
                                                                  {"[reasons]"s},
                                                                  {"reason"s, "family"s},
                                                                  {"Price"s, "lost"s}}),
                                                            {}));
}

Row headers() {
    using namespace std::string_literals;
    return {"ID"s,       "Company"s,   "Employees"s, "Owner"s,  "Amount"s, "Created"s,
            "MQL"s,      "SQL"s,       "Outcome"s,   "Reason"s, "Closed"s, "Handed off"s,
            "Rejected"s, "Responded"s, "Source"s,    "Stage"s};
}

/// A lead with nothing wrong.
Row sound(const std::string& id, const std::string& company) {
    using namespace std::string_literals;
    return {id,     company, 100.,      "Sato"s,   1000., on(1, 5),  on(1, 10), on(1, 20),
            "Won"s, none,    on(2, 20), on(1, 15), none,  on(1, 16), "Web"s,    "SQL"s};
}

checks::Findings check(std::initializer_list<Row> rows, std::vector<checks::SideTable> tables = {}) {
    checks::Material material;
    material.playbook = playbook();
    material.leads = std::make_shared<const Leads>(
        table(grid(rows)), std::make_shared<const Playbook>(material.playbook->playbook), nullptr, now);
    material.tables = std::move(tables);
    return checks::check(material);
}

std::size_t count(const checks::Findings& findings, Kind kind) {
    return findings.counts[static_cast<std::size_t>(kind)];
}

/// The one finding of that kind.
const checks::Finding& only(const checks::Findings& findings, Kind kind) {
    const auto found = std::ranges::find(findings.kept, kind, &checks::Finding::kind);
    REQUIRE(found != findings.kept.end());
    CHECK(count(findings, kind) == 1);
    return *found;
}

/// What is found if one cell of a sound list is changed; the list has two leads.
checks::Findings with(const char* header, CellValue value) {
    Row changed = sound("L-2", "Bravo");
    const Row names = headers();
    const auto at = std::ranges::find(names, CellValue(std::string(header)));
    REQUIRE(at != names.end());
    changed[static_cast<std::size_t>(at - names.begin())] = std::move(value);
    Row reasoned = sound("L-1", "Asahi");
    reasoned[8] = std::string("Lost");
    reasoned[9] = std::string("Price");
    return check({headers(), reasoned, changed, sound("L-3", "Chiyoda"), sound("L-4", "Delta"),
                  sound("L-5", "Edo"), sound("L-6", "Fuji")});
}

std::size_t total(const checks::Findings& findings) {
    std::size_t sum = 0;
    for (const std::size_t one : findings.counts) sum += one;
    return sum;
}

}  // namespace

TEST_CASE("nothing is found in a sound list", "[checks]") {
    const auto findings = with("Company", std::string("Bravo"));
    for (const auto& finding : findings.kept) UNSCOPED_INFO(finding.what.en);
    // No lead of this list was ever rejected, which is no fault.
    CHECK(findings.none());
    CHECK(findings.leads == 6);
}

TEST_CASE("one wrong cell gives one finding, at that cell", "[checks]") {
    struct Case {
        const char* header;
        CellValue value;
        Kind kind;
        std::size_t column;
    };
    const Case cases[] = {
        {"Created", std::string("32 January"), Kind::unread_date, 5},
        {"Closed", std::string("soon"), Kind::unread_date, 10},
        {"Created", on(1, 5, 1906), Kind::unlikely_date, 5},
        {"Responded", on(7, 1), Kind::unlikely_date, 13},
        {"Amount", std::string("about 3"), Kind::unread_number, 4},
        {"Employees", std::string("240名くらい"), Kind::unread_number, 2},
        {"Company", ErrorCell{}, Kind::error_cell, 1},
        {"ID", none, Kind::blank_id, 0},
        {"ID", std::string("l-1"), Kind::repeated_id, 0},
        {"MQL", on(1, 25), Kind::stage_order, 7},
        {"MQL", on(1, 1), Kind::before_first, 6},
        {"Responded", on(1, 14), Kind::negative_duration, 13},
        {"Outcome", std::string("Wonn"), Kind::unknown_outcome, 8},
        {"Stage", std::string("Engaging"), Kind::unknown_stage, 15},
        {"Reason", std::string("Prize"), Kind::unknown_reason, 9},
        {"Outcome", std::string("Lost"), Kind::missing_reason, 9},
        {"Amount", none, Kind::missing_amount, 4},
    };
    for (const Case& one : cases) {
        INFO(one.header << " " << to_text(one.value));
        const auto findings = with(one.header, one.value);
        for (const auto& finding : findings.kept) UNSCOPED_INFO(finding.what.en);
        const auto& finding = only(findings, one.kind);
        CHECK(finding.place.part == Part::leads);
        CHECK(finding.place.row == 1);
        CHECK(finding.place.column == one.column);
        if (one.kind == Kind::unread_date && one.column == 10) continue;   // also won without a date
        if (one.kind == Kind::unread_number && one.column == 4) continue;  // also won without an amount
        if (one.kind == Kind::unlikely_date && one.column == 5) continue;
        CHECK(total(findings) == 1);
    }
}

TEST_CASE("texts that people write for numbers and dates are read, not reported", "[checks]") {
    CHECK(with("Amount", std::string("12万円")).none());
    CHECK(with("Amount", std::string("¥1,250,000")).none());
    CHECK(with("Created", std::string("2026年1月5日")).none());
    CHECK(with("Created", std::string("2026-01-05T09:00:00Z")).none());
}

TEST_CASE("a lead with no date at all is in no period's figures", "[checks]") {
    Row undated = sound("L-1", "Asahi");
    undated[5] = undated[6] = undated[7] = undated[8] = undated[10] = undated[11] = undated[13] = none;
    const auto findings = check({headers(), undated, sound("L-2", "Bravo")});
    const auto& finding = only(findings, Kind::undated);
    CHECK(finding.place.row == 0);
    CHECK(finding.place.column == 5);
    CHECK(finding.lead == "L-1");
    CHECK(finding.what.en == "At \"SQL\" without any date: in no figure of a period.");
    Row created = undated;
    created[5] = on(1, 5);
    CHECK(count(check({headers(), created, sound("L-2", "Bravo")}), Kind::undated) == 0);
}

TEST_CASE("where no lead has a date, that is the first finding, and the only one about it", "[checks]") {
    using namespace std::string_literals;
    Row undated = sound("L-1", "Asahi");
    undated[5] = undated[6] = undated[7] = undated[8] = undated[10] = undated[11] = undated[13] = none;
    const auto blank = check({headers(), undated});
    CHECK(blank.kept.front().kind == Kind::no_dates);
    CHECK(only(blank, Kind::no_dates).place.column == 5);
    CHECK(count(blank, Kind::undated) == 0);
    for (const auto& finding : blank.kept) CHECK(finding.what.en.find("\"Created\"") == std::string::npos);
    // The same where there is no column at all, or no date in it.
    const auto nowhere = check({{"ID"s, "Company"s}, {"L-1"s, "Asahi"s}, {"L-2"s, "Bravo"s}});
    CHECK(nowhere.kept.front().kind == Kind::no_dates);
    CHECK(
        only(nowhere, Kind::no_dates).what.en ==
        "Of 2 leads none has a created date or the date of a stage: new leads, funnel and their goals are 0 "
        "in every period.");
    CHECK_FALSE(nowhere.kept.front().place.column);
    undated[5] = "soon"s;
    CHECK(check({headers(), undated}).kept.front().kind == Kind::no_dates);
    // A date of a stage will do; then the column is what lacks.
    const auto staged = check({{"ID"s, "MQL"s}, {"L-1"s, on(1, 5)}});
    CHECK(count(staged, Kind::no_dates) == 0);
    CHECK(std::ranges::any_of(staged.kept, [](const checks::Finding& finding) {
        return finding.kind == Kind::missing_role && finding.what.en.find("created") != std::string::npos;
    }));
    // An empty list lacks nothing yet.
    CHECK(count(check({headers()}), Kind::no_dates) == 0);
}

TEST_CASE("a lead with dates of stages alone lacks that of its creation", "[checks]") {
    Row row = sound("L-1", "Asahi");
    row[5] = none;
    const auto findings = check({headers(), row, sound("L-2", "Bravo")});
    CHECK(only(findings, Kind::missing_created).place.row == 0);
    CHECK(count(findings, Kind::undated) == 0);
}

TEST_CASE("a column of reasons with nothing in it is one finding, not one per lost lead", "[checks]") {
    Row lost = sound("L-1", "Asahi");
    lost[8] = std::string("Lost");
    const auto findings = check({headers(), lost, sound("L-2", "Bravo")});
    CHECK(count(findings, Kind::missing_reason) == 0);
    CHECK(count(findings, Kind::blank_role) == 1);
}

TEST_CASE("what is wrong comes before what is to be checked, and notes come last", "[checks]") {
    for (std::size_t i = 1; i < checks::kind_count; ++i)
        CHECK(checks::texts_of(static_cast<Kind>(i - 1)).severity <=
              checks::texts_of(static_cast<Kind>(i)).severity);
    Row unread = sound("L-1", "Asahi");
    unread[5] = std::string("never");
    unread[9] = std::string("Prize");
    unread[3] = unread[8] = unread[10] = none;
    const auto findings = check({headers(), unread, sound("L-2", "Bravo")});
    CHECK(findings.summary().en == "1 wrong, 1 to check, 1 note");
    CHECK(findings.summary().ja == "誤り 1 件、確認 1 件、参考 1 件");
    CHECK(findings.kept.front().kind == Kind::unread_date);
}

TEST_CASE("an open lead without an owner is a finding, an ended one is not", "[checks]") {
    Row open = sound("L-1", "Asahi");
    open[3] = open[8] = open[10] = none;
    CHECK(count(check({headers(), open, sound("L-2", "Bravo")}), Kind::missing_owner) == 1);
    Row ended = sound("L-1", "Asahi");
    ended[3] = none;
    CHECK(count(check({headers(), ended, sound("L-2", "Bravo")}), Kind::missing_owner) == 0);
}

TEST_CASE("a lost lead without a closing date is a finding; a won one has that of the last stage",
          "[checks]") {
    Row won = sound("L-1", "Asahi");
    won[10] = none;
    Row lost = won;
    lost[0] = std::string("L-2");
    lost[1] = std::string("Bravo");
    lost[8] = std::string("Lost");
    lost[9] = std::string("Price");
    const auto findings = check({headers(), won, lost, sound("L-3", "Chiyoda")});
    CHECK(only(findings, Kind::missing_closed).place.row == 1);
}

TEST_CASE("equal unknown words are one finding with their number", "[checks]") {
    Row a = sound("L-1", "Asahi");
    Row b = sound("L-2", "Bravo");
    a[15] = std::string("Engaging");
    b[15] = std::string("ENGAGING");
    const auto findings = check({headers(), a, b});
    const auto& finding = only(findings, Kind::unknown_stage);
    CHECK(finding.rows == 2);
    CHECK(finding.place.row == 0);
    CHECK(finding.what.en == "\"Engaging\" is no stage of the playbook; first of 2 rows.");
}

TEST_CASE("a word in the stage column that says how a lead ended is no unknown stage", "[checks]") {
    using namespace std::string_literals;
    const auto unknown = [](const std::string& when, const std::string& word) {
        auto read = read_blocks(grid({{"[stages]"s},
                                      {"stage"s, "column"s},
                                      {"Engaging"s, "Engaged"s},
                                      {none},
                                      {"[outcomes]"s},
                                      {"outcome"s, "when"s},
                                      {"lost"s, when}}),
                                {});
        checks::Material material;
        material.leads = std::make_shared<const Leads>(
            table(grid({{"ID"s, "Stage"s, "Engaged"s}, {"1"s, word, on(1, 5)}})),
            std::make_shared<const Playbook>(read.playbook), nullptr, now);
        return count(checks::check(material), Kind::unknown_stage) == 1;
    };
    CHECK_FALSE(unknown("Stage = \"Gone away\"", "gone away"));
    CHECK_FALSE(unknown("won or not ([Stage] in (Engaging, Parked))", "Parked"));
    CHECK_FALSE(unknown("[Stage] contains gone", "Long gone"));
    CHECK(unknown("[Stage] contains gone", "Parked"));
    CHECK(unknown("[ID] = Parked", "Parked"));
    CHECK_FALSE(unknown("[ID] = 7", "Lost"));   // the name of an outcome of the playbook
    CHECK(unknown("[ID] = 7", "Closed Lost"));  // which this playbook does not take for lost
    CHECK_FALSE(unknown("", "Closed Lost"));
    CHECK_FALSE(unknown("[ID] = 7", "Closed Won"));  // nobody agreed on an expression for won
    CHECK(unknown("[ID] = 7", "Prospecting"));
}

TEST_CASE("roles without a column and empty columns are said once each", "[checks]") {
    using namespace std::string_literals;
    const auto findings = check({{"Company"s, "Owner"s}, {"Asahi"s, none}});
    CHECK(count(findings, Kind::missing_role) == 7);  // all that need one but the owner and created
    CHECK(count(findings, Kind::no_dates) == 1);
    CHECK(count(findings, Kind::blank_role) == 1);
}

TEST_CASE("two rows that look like one lead", "[checks]") {
    using namespace std::string_literals;
    const auto found = [](const CellValue& person) {
        Row names = headers();
        Row first = sound("L-1", "株式会社サンプル");
        Row second = sound("L-2", "（株）サンプル");
        names.emplace_back("Name"s);
        first.push_back(person);
        second.push_back(person);
        return check({names, first, second});
    };
    const auto findings = found("Sato Hana"s);
    const auto& finding = only(findings, Kind::duplicate);
    CHECK(finding.lead == "L-2");
    CHECK(finding.what.en == "Looks like L-1 (株式会社サンプル), 1 row above.");
    // Several deals of one customer: the company alone makes no duplicate.
    CHECK(count(found(none), Kind::duplicate) == 0);
    CHECK(count(check({headers(), sound("L-1", "Sample"), sound("L-2", "Sample")}), Kind::duplicate) == 0);
}

TEST_CASE("logs are checked against the lead list and the stages", "[checks]") {
    using namespace std::string_literals;
    const auto log = table(grid({{"ID"s, "Stage"s, "Date"s},
                                 {"L-1"s, "MQL"s, on(1, 10)},
                                 {"L-9"s, "MQL"s, on(1, 10)},
                                 {"L-1"s, "Dreaming"s, "some day"s}}));
    const auto findings = check({headers(), sound("L-1", "Asahi")}, {{Part::stage_log, log}});
    CHECK(only(findings, Kind::unknown_id).place.row == 1);
    CHECK(only(findings, Kind::unknown_stage).place.row == 2);
    const auto& date = only(findings, Kind::unread_date);
    CHECK(date.place.part == Part::stage_log);
    CHECK(date.place.column == 2);
}

TEST_CASE("of each kind a thousand findings are kept, the rest is counted", "[checks]") {
    Grid many = grid({headers()});
    for (int i = 0; i < 1500; ++i) {
        Row row = sound(fmt::format("L-{}", i), fmt::format("Company {:x}", 7919 * i));
        row[5] = std::string("never");
        many.cells.insert(many.cells.end(), row.begin(), row.end());
        ++many.rows;
    }
    checks::Material material;
    material.leads = std::make_shared<const Leads>(
        table(std::move(many)), std::make_shared<const Playbook>(playbook()->playbook), nullptr, now);
    const auto findings = checks::check(material);
    CHECK(count(findings, Kind::unread_date) == 1500);
    CHECK(std::ranges::count(findings.kept, Kind::unread_date, &checks::Finding::kind) == 1000);
}

TEST_CASE("every kind of finding has its texts in both languages", "[checks]") {
    for (std::size_t i = 0; i < checks::kind_count; ++i) {
        const auto& texts = checks::texts_of(static_cast<Kind>(i));
        CHECK_FALSE(texts.title.en.empty());
        CHECK_FALSE(texts.title.ja.empty());
        CHECK_FALSE(texts.advice.en.empty());
        CHECK_FALSE(texts.advice.ja.empty());
    }
}

TEST_CASE("the sheet of findings counts, explains and links", "[checks]") {
    const auto findings = with("Created", std::string("32 January"));
    const checks::TablePlace places[] = {{Part::leads, "Leads", 0, 2}};
    const std::string english =
        sheet::print(checks::findings_sheet(findings, places, Language::english, now));
    CHECK_THAT(english, Catch::Contains("Leads.F5"));
    CHECK_THAT(english, Catch::Contains("link #Leads.F5"));
    CHECK_THAT(english, Catch::Contains("\"32 January\" in \"Created\" is no date."));
    const checks::TablePlace japanese_places[] = {{Part::leads, "リード", 0, 2}};
    const std::string japanese =
        sheet::print(checks::findings_sheet(findings, japanese_places, Language::japanese, now));
    CHECK_THAT(japanese, Catch::Contains("link #'リード'.F5"));
    CHECK_THAT(japanese, Catch::Contains("読み取れない日付"));
    const std::string nothing = sheet::print(
        checks::findings_sheet(with("Company", std::string("Bravo")), places, Language::english, now));
    CHECK_THAT(nothing, Catch::Contains("Nothing found in 6 leads"));
    CHECK(checks::cell_address("Q1's", 27, 9) == "'Q1''s'.AB10");
}
