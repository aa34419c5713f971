// Blocks and JSON: what is read, what is forgiven, what is reported.
#include <algorithm>

#include "core/expression/expression.hpp"
#include "core/functions/example_document.hpp"
#include "core/playbook/form.hpp"
#include "tests/unit/playbook_support.hpp"

using namespace kakehashi;
using namespace kakehashi::test;
using Catch::Matchers::Contains;
using Catch::Matchers::VectorContains;

namespace {

using Problems = std::vector<std::string>;

const Grid& example_blocks() {
    for (const ExampleRange& range : example_document())
        if (range.name == "PlaybookBlocks") return range.cells;
    throw std::logic_error("the example document has no playbook");
}

ReadPlaybook stages(const std::vector<Row>& rows) {
    std::vector<Row> all{{text("[stages]")}, {text("stage"), text("within days"), text("meaning")}};
    all.insert(all.end(), rows.begin(), rows.end());
    return read_blocks(grid(all), {});
}

}  // namespace

TEST_CASE("the example's blocks are read as the contract says", "[playbook]") {
    const ReadPlaybook read = read_blocks(example_blocks(), {});
    CHECK(texts(read.problems) == Problems{});
    const Playbook& playbook = read.playbook;
    CHECK(playbook.name == "Example");
    CHECK(playbook.version == "1");
    CHECK(playbook.as_of == day(2026, 6, 30));
    CHECK(playbook.columns == std::map<Role, std::string>{{Role::created, "Lead"},
                                                          {Role::closed, "Closed"},
                                                          {Role::outcome, "Result"}});
    REQUIRE(playbook.stages.size() == 4);
    CHECK(playbook.stages[2] ==
          PlaybookStage{"SQL", "sales", "SQL", "", 60.0, 8.0, "Sales has spoken to them and sees a need"});
    CHECK(playbook.outcomes ==
          std::vector<PlaybookOutcome>{{Outcome::won, "Result = Won"},
                                       {Outcome::lost, "Result = Lost"},
                                       {Outcome::rejected, R"(Reason in ("No need", "Too small"))"},
                                       {Outcome::accepted, "reached [SQL]"}});
    REQUIRE(playbook.rules.size() == 4);
    CHECK(playbook.rules[0] == PlaybookRule{"Hot lead", "fit", "Employees >= 100", 40.0, false, {}, {}});
    CHECK(playbook.rules[3] == PlaybookRule{"Hot lead", "", "Employees is not empty", 0.0, true, {}, {}});
    CHECK(playbook.groups == std::vector<PlaybookGroup>{{"Hot lead", "fit", {}, 50.0}});
    CHECK(playbook.segments ==
          std::vector<PlaybookSegment>{{"Mid-size", "size", "Employees between 100 and 499", ""}});
}

TEST_CASE("both forms round-trip, alone and one through the other", "[playbook]") {
    RandomPlaybooks random(20261122);
    for (int i = 0; i < 500; ++i) {
        const Playbook playbook = random.next();
        const std::string json = write_json(playbook);
        INFO(json);
        const ReadPlaybook blocks = read_blocks(write_blocks(playbook), {});
        REQUIRE(blocks.playbook == playbook);
        REQUIRE(from_json(json).playbook == playbook);
        REQUIRE(write_blocks(from_json(json).playbook) == write_blocks(playbook));
        REQUIRE(write_json(blocks.playbook) == json);
        REQUIRE(blocks.problems.size() == playbook.other.size());  // nothing but the keys nobody knows
    }
}

TEST_CASE("an empty playbook round-trips and is none of the blocks' fault", "[playbook]") {
    CHECK(read_blocks(write_blocks({}), {}).problems.empty());
    CHECK(read_blocks(write_blocks({}), {}).playbook == Playbook{});
    CHECK(from_json("{}").playbook == Playbook{});
    CHECK(from_json("{}").problems.empty());
}

TEST_CASE("settings are read in all the ways people write them", "[playbook]") {
    const auto setting = [](const char* key, CellValue value) {
        const ReadPlaybook read =
            read_blocks(grid({{text("[playbook]")}, {text("key"), text("value")}, {text(key), value}}), {});
        CHECK(texts(read.problems) == Problems{});
        return read.playbook;
    };
    CHECK(setting("as of", text("2026年11月21日")).as_of == day(2026, 11, 21));
    CHECK(setting("Valid_From", serial_from_instant(day(2026, 4, 1))).valid_from == day(2026, 4, 1));
    CHECK(setting("version", 2.0).version == "2");
    CHECK(setting("week starts", text("日曜日")).calendar.week_starts == std::chrono::Sunday);
    CHECK(setting("fiscal year starts", 4.0).calendar.fiscal_year_starts == 4);
    CHECK(setting("fiscal year starts", text("April")).calendar.fiscal_year_starts == 4);
    CHECK(setting("fiscal year starts", text("４月")).calendar.fiscal_year_starts == 4);
    CHECK(setting("working days", text("Mon-Thu")).calendar.working_days ==
          std::array{false, true, true, true, true, false, false});
    CHECK(setting("working hours", text("09:00-12:00, 13:00-18:00")).calendar.working_hours.size() == 2);
    CHECK(setting("skipped stages", text("Strict")).strict_stages);
    CHECK_FALSE(setting("skipped stages", text("implied")).strict_stages);
    CHECK(setting("entry", text("any")).entry_any);
    CHECK(setting("商談ステージ", text("商談")).opportunity_stage == "商談");
    CHECK(setting("amount is", text("per month")).amount_is == AmountIs::per_month);
    CHECK(setting("amount is", text("年額")).amount_is == AmountIs::per_year);
    CHECK(setting("margin", text("60%")).margin == 0.6);
    CHECK(setting("churn", 0.02).churn == 0.02);
    CHECK(setting("as of", CellValue{}).as_of == no_instant);
}

TEST_CASE("status limits are read by name, or as three numbers", "[playbook]") {
    const auto limits = [](const char* value) {
        return read_blocks(
            grid({{text("[playbook]")}, {text("key"), text("value")}, {text("status limits"), text(value)}}),
            {});
    };
    const StatusLimits expected{1.1, 0.9, 0.5};
    CHECK(limits("ahead 1.1, on track 0.9, behind 0.5").playbook.status_limits == expected);
    CHECK(limits("behind 0.5; on track 0.9; ahead 1.1").playbook.status_limits == expected);
    CHECK(limits("1.1; 0.9; 0.5").playbook.status_limits == expected);
    CHECK(limits("1.1, 0.9, 0.5").playbook.status_limits == expected);
    CHECK(limits("1,1; 0,9; 0,5").playbook.status_limits == expected);
    CHECK(limits("先行 110%、順調 90%、遅れ 50%").playbook.status_limits == expected);
    CHECK(limits("behind 0.5").playbook.status_limits == StatusLimits{1.0, 0.95, 0.5});
    for (const char* wrong :
         {"fast 1", "1; 0.9", "1, 2, 3, 4", "ahead", "ahead -1", ";;", "ahead 1, 0.9, 0.5"}) {
        INFO(wrong);
        CHECK(limits(wrong).playbook.status_limits == StatusLimits{});
        CHECK(limits(wrong).problems.size() == 1);
    }
}

TEST_CASE("markers and headers are known in Japanese, in any case and width", "[playbook]") {
    const ReadPlaybook read =
        read_blocks(grid({{text("［ステージ］"), {}},
                          {text("ステージ"), text("日数以内"), text("意味")},
                          {text("見込み"), 30.0, text("連絡してよい人")},
                          {},
                          {text("[RULES]")},
                          {text("Definition"), text("rule"), text("POINTS"), text("必須")},
                          {text("有望"), text("従業員数 >= 100"), text("４０"), text("○")}}),
                    {});
    CHECK(texts(read.problems) == Problems{});
    CHECK(read.playbook.stages ==
          std::vector<PlaybookStage>{{"見込み", "", "", "", 30.0, {}, "連絡してよい人"}});
    CHECK(read.playbook.rules ==
          std::vector<PlaybookRule>{{"有望", "", "従業員数 >= 100", 40.0, true, {}, {}}});
}

TEST_CASE("yes and no have many spellings", "[playbook]") {
    const auto must = [](CellValue value) {
        return read_blocks(grid({{text("[rules]")},
                                 {text("definition"), text("rule"), text("must")},
                                 {text("A"), text("B = 1"), value}}),
                           {});
    };
    for (const CellValue& yes :
         Row{text("yes"), text("TRUE"), 1.0, text("1"), text("x"), text("はい"), text("○")})
        CHECK(must(yes).playbook.rules.at(0).must);
    for (const CellValue& no : Row{text("no"), text("false"), 0.0, text("0"), text("いいえ"), {}})
        CHECK_FALSE(must(no).playbook.rules.at(0).must);
    CHECK(must(text("perhaps")).playbook.rules.empty());
    CHECK(texts(must(text("perhaps")).problems) ==
          Problems{"rules 1: must: \"perhaps\" is not yes or no; the entry is left out"});
    CHECK(must(2.0).problems.size() == 1);
}

TEST_CASE("bad entries are left out and reported with their row", "[playbook]") {
    const ReadPlaybook read =
        stages({{text("Lead"), text("thirty"), {}}, {text("MQL"), 30.0, {}}, {{}, 5.0, text("nameless")}});
    REQUIRE(read.playbook.stages.size() == 1);
    CHECK(read.playbook.stages[0].stage == "MQL");
    CHECK(texts(read.problems) ==
          Problems{"stages 1: within days: \"thirty\" is not a number; the entry is left out",
                   "stages 3: stage is missing; the entry is left out"});
    CHECK(read.rows.at("stages") == std::vector<std::size_t>{2});
}

TEST_CASE("error cells count as blank and are reported", "[playbook]") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const ReadPlaybook read =
        stages({{text("Lead"), ErrorCell{}, {}}, {text("MQL"), nan, {}}, {text("SQL"), 60.0, {}}});
    REQUIRE(read.playbook.stages.size() == 3);
    CHECK_FALSE(read.playbook.stages[0].within_days);
    CHECK_FALSE(read.playbook.stages[1].within_days);
    CHECK(texts(read.problems) ==
          Problems{"stages 1: an error cell counts as blank", "stages 2: an error cell counts as blank"});
}

TEST_CASE("a block ends with a blank row; what follows is reported, once", "[playbook]") {
    const ReadPlaybook read =
        stages({{text("Lead")}, {}, {text("MQL")}, {text("SQL")}, {}, {text("a note")}});
    CHECK(read.playbook.stages.size() == 1);
    CHECK(texts(read.problems) == Problems{"stages: \"MQL\" stands outside of a block and is ignored",
                                           "stages: \"a note\" stands outside of a block and is ignored"});
}

TEST_CASE("columns beside a block are ignored and reported", "[playbook]") {
    const ReadPlaybook read = stages({{text("Lead"), {}, {}, {}, text("a remark")},
                                      {text("MQL"), {}, {}, {}, text("another")},
                                      {{}, {}, {}, {}, text("no entry")},
                                      {text("SQL")}});
    CHECK(read.playbook.stages.size() == 2);
    CHECK_THAT(texts(read.problems),
               VectorContains(std::string("stages 1: \"a remark\" stands under no header and is ignored")));
}

TEST_CASE("unknown blocks, headers, keys and words are reported", "[playbook]") {
    const ReadPlaybook read = read_blocks(grid({{text("[stagse]")},
                                                {text("stage")},
                                                {text("Lead")},
                                                {},
                                                {text("[playbook]")},
                                                {text("key"), text("value")},
                                                {text("colour"), text("red")},
                                                {},
                                                {text("[reasons]")},
                                                {text("reason"), text("family"), text("hue")},
                                                {text("Too small"), text("vague")},
                                                {},
                                                {text("[columns]")},
                                                {text("role"), text("header")},
                                                {text("boss"), text("Chef")},
                                                {},
                                                {text("[outcomes]")},
                                                {text("outcome"), text("when")},
                                                {text("forgotten"), text("A = 1")},
                                                {},
                                                {text("[holidays]")},
                                                {text("name")},
                                                {text("New year")}}),
                                          {});
    CHECK(texts(read.problems) ==
          Problems{"stagse: this block is not known and is ignored",
                   "playbook 1: the key \"colour\" is not known",
                   "reasons: the header \"hue\" is not known and is ignored",
                   "reasons 1: family: \"vague\" is not one of procedural, clerical, definitional, "
                   "disqualified, lost; the entry is left out",
                   "columns 1: role: \"boss\" is not a role; the entry is left out",
                   "outcomes 1: outcome: \"forgotten\" is not one of won, lost, disqualified, rejected, "
                   "recycled, accepted; the entry is left out",
                   "holidays: the header \"date\" is missing",
                   "holidays 1: date is missing; the entry is left out"});
    CHECK(read.playbook.other == std::map<std::string, std::string>{{"colour", "red"}});
    CHECK(read.playbook.stages.empty());
}

TEST_CASE("what stands there twice counts once, and is reported", "[playbook]") {
    const ReadPlaybook read = read_blocks(grid({{text("[playbook]")},
                                                {text("key"), text("value")},
                                                {text("name"), text("A")},
                                                {text("Name"), text("B")},
                                                {},
                                                {text("[columns]")},
                                                {text("role"), text("header")},
                                                {text("id"), text("X")},
                                                {text("ID"), text("Y")},
                                                {},
                                                {text("[terms]")},
                                                {text("term"), text("Term"), text("meaning")},
                                                {text("T"), text("U"), text("M")}}),
                                          {});
    CHECK(read.playbook.name == "A");
    CHECK(read.playbook.columns.at(Role::id) == "X");
    CHECK(read.playbook.terms == std::vector<PlaybookTerm>{{"T", "M", ""}});
    CHECK(texts(read.problems) ==
          Problems{"terms: the header \"Term\" stands here twice; the first one counts",
                   "playbook 2: name stands here twice; the first one counts",
                   "columns 2: the role id is bound twice; the first one counts"});
}

TEST_CASE("any grid is read without a crash", "[playbook]") {
    CHECK(texts(read_blocks({}, {}).problems) ==
          Problems{"no block was found; a block begins with a cell like [stages]"});
    CHECK(read_blocks(grid({{text("[stages]")}}), {}).playbook == Playbook{});
    CHECK(read_blocks(grid({{text("[stages]")}, {text("[rules]")}, {ErrorCell{}}}), {}).playbook ==
          Playbook{});
    CHECK(read_blocks(grid({{text("[]")}, {text("[")}, {text("]")}}), {}).playbook == Playbook{});
    std::mt19937 random(7);
    const Row pool{{},
                   ErrorCell{},
                   1.0,
                   -1e300,
                   text("[stages]"),
                   text("[playbook]"),
                   text("[holidays]"),
                   text("stage"),
                   text("key"),
                   text("value"),
                   text("date"),
                   text("name"),
                   text("\xFF\xFE"),
                   text("[x"),
                   text("2026-01-01"),
                   text("\xE2\x80\xAE")};
    for (int i = 0; i < 2000; ++i) {
        Grid cells{1 + random() % 8, 1 + random() % 4, {}};
        for (std::size_t c = 0; c < cells.rows * cells.columns; ++c)
            cells.cells.push_back(pool[random() % pool.size()]);
        const Playbook playbook = read_blocks(cells, {}).playbook;
        REQUIRE(from_json(write_json(playbook)).playbook == playbook);
        REQUIRE(read_blocks(write_blocks(playbook), {}).playbook == playbook);
    }
}

TEST_CASE("JSON is read with the same names as cells", "[playbook]") {
    const ReadPlaybook read = from_json(
        "\xEF\xBB\xBF"
        R"({
      "$schema": "playbook.schema.json",
      "playbook": {"name": "Spring", "version": 2, "as of": "2026-06-30", "margin": 0.6, "fiscal year starts": 4},
      "stages": [{"stage": "MQL", "within days": 30, "owner": null}],
      "rules": [{"definition": "Hot", "rule": "A = 1", "points": 10, "must": true}],
      "holidays": [{"date": "2027-01-01", "name": "元日"}]
    })");
    CHECK(texts(read.problems) == Problems{});
    CHECK(read.playbook.version == "2");
    CHECK(read.playbook.as_of == day(2026, 6, 30));
    CHECK(read.playbook.calendar.fiscal_year_starts == 4);
    CHECK(read.playbook.stages == std::vector<PlaybookStage>{{"MQL", "", "", "", 30.0, {}, ""}});
    CHECK(read.playbook.rules == std::vector<PlaybookRule>{{"Hot", "", "A = 1", 10.0, true, {}, {}}});
    CHECK(read.playbook.holidays == std::vector<PlaybookHoliday>{{day(2027, 1, 1), "元日"}});
}

TEST_CASE("what is no JSON is an error with line and column", "[playbook]") {
    const auto message = [](const std::string& json) {
        const auto read = read_json(json);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::illegal_argument);
        CHECK_FALSE(read.error().message.ja.empty());
        return read.error().message.en;
    };
    CHECK_THAT(message("{\n  \"stages\": [,]\n}"), Contains("line 2, column 14"));
    CHECK_THAT(message("{\"名前\": x}"), Contains("line 1, column 8"));
    CHECK_THAT(message(""), Contains("line 1, column 1"));
    CHECK_THAT(message("{} {}"), Contains("line 1, column 4"));
    CHECK_THAT(message("{\"a\": \"\xFF\"}"), Contains("not UTF-8"));
    CHECK_THAT(message("[1]"), Contains("not an object"));
    CHECK_THAT(message("{\"margin\": 1e999}"), Contains("line 1"));
    CHECK_THAT(message("{\"a\":" + std::string(100, '[') + std::string(100, ']') + "}"),
               Contains("deeper than 64"));
    CHECK_THAT(message(std::string(1000000, '[')), Contains("deeper than 64"));
    CHECK_THAT(message(std::string((std::size_t{16} << 20) + 1, ' ')), Contains("16 MiB"));
}

TEST_CASE("repeated members, wrong types and unknown members are reported", "[playbook]") {
    const ReadPlaybook read = from_json(R"({
      "playbook": {"name": "A", "name": "B", "margin": "high", "colour": "red", "as of": "1/2/2026"},
      "stages": [{"stage": "Lead", "stage": "MQL"}, {"stage": 5}, "SQL", {"stage": "Won", "hue": 1, "within days": [1]}],
      "terms": {}, "goals": [],
      "terms": [{"term": "T"}]
    })");
    CHECK(read.playbook.name == "A");
    CHECK(read.playbook.other == std::map<std::string, std::string>{{"colour", "red"}});
    REQUIRE(read.playbook.stages.size() == 1);
    CHECK(read.playbook.stages[0].stage == "Lead");
    CHECK(read.playbook.terms.empty());
    Problems found = texts(read.problems);
    std::sort(found.begin(), found.end());
    CHECK(found == Problems{"goals: this block is not known and is ignored",
                            "playbook: \"name\" stands here twice; the first one counts",
                            "playbook: as of: a text with an ISO date was expected",
                            "playbook: margin: a number was expected",
                            "playbook: the key \"colour\" is not known",
                            "stages 1: \"stage\" stands here twice; the first one counts",
                            "stages 2: stage: a text was expected; the entry is left out",
                            "stages 3: an object { … } was expected; the entry is left out",
                            "stages 4: the member \"hue\" is not known and is ignored",
                            "stages 4: within days: a number was expected; the entry is left out",
                            "terms: \"terms\" stands here twice; the first one counts",
                            "terms: a list [ … ] was expected"});
}

TEST_CASE("names that would begin a block are refused in JSON, since a sheet could not hold them",
          "[playbook]") {
    const ReadPlaybook read =
        from_json(R"({"playbook": {"[x]": "y"}, "terms": [{"term": "［rules］"}, {"term": "a [b]"}]})");
    CHECK(read.playbook.terms == std::vector<PlaybookTerm>{{"a [b]", "", ""}});
    CHECK(read.playbook.other.empty());
    CHECK(read.problems.size() == 2);
}

TEST_CASE("a date that no text can be read as is reported and left out", "[playbook]") {
    const double in_941 = -350045.0;  // JSON would write it as 0941-08-09, which is no date to it
    const ReadPlaybook read =
        read_blocks(grid({{text("[holidays]")}, {text("date")}, {in_941}, {46023.0}}), {});
    REQUIRE(read.playbook.holidays.size() == 1);
    CHECK(read.playbook.holidays[0].date == day(2026, 1, 1));
    CHECK(read.problems.size() == 1);
}

TEST_CASE("every word for an outcome in [outcomes] is a predicate of the same outcome", "[playbook]") {
    for (const Choice& choice : outcome_choices()) {
        const auto of = [](std::string_view word) {
            INFO(word);
            const auto parsed = parse_expression(word);
            REQUIRE(parsed);
            const auto* predicate = std::get_if<Predicate>(&(*parsed)->value);
            REQUIRE(predicate);
            return predicate->kind;
        };
        std::string_view rest = choice.also;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find('|'), rest.size());
            CHECK(of(rest.substr(0, end)) == of(choice.name));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
}
