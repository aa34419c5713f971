// Fingerprints and sign-offs, differences, problems of content, meanings.
#include <fstream>
#include <set>

#include <nlohmann/json.hpp>

#include "core/functions/call.hpp"
#include "core/functions/catalogue.hpp"
#include "core/functions/example_document.hpp"
#include "core/playbook/changes.hpp"
#include "core/playbook/fingerprint.hpp"
#include "core/playbook/form.hpp"
#include "core/playbook/meaning.hpp"
#include "tests/unit/playbook_support.hpp"

using namespace kakehashi;
using namespace kakehashi::test;
using Catch::Matchers::Contains;

namespace {

using Texts = std::vector<std::string>;

const Grid& example_range(const std::string& name) {
    for (const ExampleRange& range : example_document())
        if (range.name == name) return range.cells;
    throw std::logic_error("no such range: " + name);
}

Playbook example() {
    return read_blocks(example_range("PlaybookBlocks"), {}).playbook;
}

Texts english(const std::vector<Text>& all) {
    Texts result;
    for (const Text& one : all) result.push_back(one.en);
    return result;
}

Texts problems_in(const std::string& json) {
    return texts(problems_of(from_json(json)));
}

}  // namespace

TEST_CASE("the fingerprint is that of the canonical content", "[playbook]") {
    // Worked out with another program's SHA-256 over JSON written down by hand from the contract.
    CHECK(fingerprint(example()) == "cca98179cc49");
    CHECK(canonical_json({}) == R"({"playbook":{}})");
    CHECK(fingerprint({}) == "fb70ecda3d76");
}

TEST_CASE("the fingerprint sees content and nothing else", "[playbook]") {
    const Playbook playbook = example();
    const std::string before = fingerprint(playbook);
    CHECK(fingerprint(from_json(write_json(playbook)).playbook) == before);
    CHECK(fingerprint(read_blocks(write_blocks(playbook), {}).playbook) == before);

    Playbook same = playbook;
    same.as_of = day(2030, 1, 1);
    same.signoffs.push_back({"sales", "Tanaka", day(2026, 1, 1), before});
    CHECK(fingerprint(same) == before);

    Grid spaced = example_range("PlaybookBlocks");
    spaced.cells.insert(spaced.cells.begin(), 2 * spaced.columns, CellValue{});
    spaced.rows += 2;
    for (CellValue& cell : spaced.cells)
        if (auto* written = std::get_if<std::string>(&cell)) *written = "  " + *written + " ";
    CHECK(fingerprint(read_blocks(spaced, {}).playbook) == before);

    Playbook other = playbook;
    other.rules[0].points = 41;
    CHECK(fingerprint(other) != before);
    other = playbook;
    std::swap(other.rules[0], other.rules[1]);
    CHECK(fingerprint(other) != before);
}

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

TEST_CASE("a playbook without faults has no problems", "[playbook]") {
    CHECK(texts(problems_of(read_blocks(example_range("PlaybookBlocks"), {}))) == Texts{});
}

TEST_CASE("problems of the content name block and row", "[playbook]") {
    CHECK(problems_in(R"({"stages": [{"stage": "MQL"}, {"stage": "ｍｑｌ", "within days": -1}]})") ==
          Texts{"stages 2: \"ｍｑｌ\" stands here twice", "stages 2: within days is negative"});
    CHECK(
        problems_in(
            R"({"playbook": {"margin": 60, "churn": -0.1, "opportunity stage": "SQL", "status limits": "0.5; 0.7; 0.9"}})")
            .size() == 4);
    CHECK(problems_in(R"({"rules": [{"definition": "Hot", "rule": "A = 1"}]})") ==
          Texts{"rules 1: \"Hot\" is no definition"});
    CHECK(problems_in(R"({"definitions": [{"definition": "Hot"}]})") ==
          Texts{"definitions 1: \"Hot\" has no rules"});
    CHECK(
        problems_in(
            R"({"definitions": [{"definition": "Hot"}], "rules": [{"definition": "Hot", "rule": "A = 1", "decay days": 0, "repeats": 1.5}],
                          "groups": [{"definition": "Hot", "group": "fit", "floor": 2, "cap": 1}]})") ==
        Texts{"rules 1: decay days must be more than 0", "rules 1: repeats must be a whole number from 1",
              "groups 1: no rule of \"Hot\" is in the group \"fit\"",
              "groups 1: the floor is above the cap"});
    CHECK(problems_in(R"({"metrics": [{"metric": "M"}], "terms": [{"term": "T"}, {"term": "t"}],
                          "signoffs": [{"department": "sales"}, {"department": "sales", "fingerprint": "xyz"}]})") ==
          Texts{"terms 2: \"t\" stands here twice", "metrics 1: \"M\" has no formula",
                "signoffs 1: a sign-off without a fingerprint does not count",
                "signoffs 2: \"xyz\" is no fingerprint (12 hexadecimal digits)"});
    CHECK(problems_in(
              R"({"definitions": [{"definition": "Big"}], "rules": [{"definition": "Big", "rule": "A = 1"}],
                          "segments": [{"name": "big", "when": "A = 1"}]})") ==
          Texts{"segments 1: \"big\" is also a name in [definitions]"});
}

TEST_CASE("rows in problems are those of the source, bad entries counted", "[playbook]") {
    CHECK(problems_in(R"({"stages": [{"stage": 1}, {"stage": "A", "within days": -1}]})") ==
          Texts{"stages 1: stage: a text was expected; the entry is left out",
                "stages 2: within days is negative"});
}

TEST_CASE("expressions that do not parse and unknown names are problems", "[playbook]") {
    const Texts unparsable = problems_in(R"({"personas": [{"name": "P", "when": "A = = 1"}]})");
    REQUIRE(unparsable.size() == 1);
    CHECK_THAT(unparsable[0], Contains("personas 1: "));
    CHECK(problems_in(
              R"({"outcomes": [{"outcome": "won", "when": "reached [Signed] and not is [Nobody]"}]})") ==
          Texts{"outcomes 1: \"Signed\" is no stage",
                "outcomes 1: \"Nobody\" is no definition, persona or segment"});
    CHECK(problems_in(
              R"({"stages": [{"stage": "Signed"}], "personas": [{"name": "Nobody", "when": "A is empty"}],
                          "outcomes": [{"outcome": "won", "when": "reached [signed] and not is [NOBODY]"}]})") ==
          Texts{});
}

TEST_CASE("definitions that refer to themselves are problems", "[playbook]") {
    CHECK(problems_in(R"({"personas": [{"name": "A", "when": "is [A]"}]})") ==
          Texts{"personas 1: this refers to itself: A → A"});
    CHECK(problems_in(R"({"definitions": [{"definition": "A"}, {"definition": "B"}],
                          "rules": [{"definition": "A", "rule": "is [B]"},
                                    {"definition": "B", "rule": "not is [a]"}]})") ==
          Texts{"rules 2: this refers to itself: A → B → A"});
    CHECK(problems_in(R"({"outcomes": [{"outcome": "won", "when": "open"}]})") ==
          Texts{"outcomes 1: this refers to itself: won → won"});
    CHECK(
        problems_in(
            R"({"outcomes": [{"outcome": "lost", "when": "not won"}, {"outcome": "won", "when": "A = 1"}]})") ==
        Texts{});
}

TEST_CASE("versions may follow each other, not overlap", "[playbook]") {
    const auto two = [](const std::string& first, const std::string& second) {
        return problems_in(
            R"({"definitions": [{"definition": "A", "version": 1, )" + first +
            R"(}, {"definition": "A", "version": 2, )" + second +
            R"(}], "rules": [{"definition": "A", "rule": "B = 1"}, {"definition": "A v2", "rule": "C = 1"}]})");
    };
    CHECK(two(R"("valid to": "2026-06-30")", R"("valid from": "2026-07-01")") == Texts{});
    CHECK(two(R"("valid to": "2026-07-01")", R"("valid from": "2026-07-01")") ==
          Texts{"definitions 2: versions \"1\" and \"2\" of \"A\" are valid at the same time"});
    CHECK(two(R"("valid from": "2026-07-01", "valid to": "2026-06-30")", R"("meaning": "M")") ==
          Texts{"definitions 1: valid to is before valid from"});
    CHECK(
        problems_in(
            R"({"definitions": [{"definition": "A"}, {"definition": "a"}], "rules": [{"definition": "A", "rule": "B = 1"}]})") ==
        Texts{"definitions 2: \"a\" stands here twice"});
}

TEST_CASE("a threshold that no lead can reach is a problem", "[playbook]") {
    const auto with = [](const std::string& definition, const std::string& group) {
        return problems_in(R"({"definitions": [{"definition": "A", )" + definition + R"(}], "groups": [)" +
                           group + R"(],
            "rules": [{"definition": "A", "group": "g", "rule": "B = 1", "points": 30}, {"definition": "A", "group": "g", "rule": "C = 1", "points": 30},
                      {"definition": "A", "rule": "D = 1", "points": -10}]})");
    };
    CHECK(with(R"("threshold": 60)", "") == Texts{});
    CHECK(with(R"("threshold": 61)", "") ==
          Texts{"definitions 1: the threshold 61 cannot be reached: the rules give 60 at most"});
    CHECK(with(R"("threshold": 60)", R"({"definition": "A", "group": "G", "cap": 50})") ==
          Texts{"definitions 1: the threshold 60 cannot be reached: the rules give 50 at most"});
    CHECK(with(R"("at least": 3)", "") == Texts{});
    CHECK(with(R"("at least": 4)", "") == Texts{"definitions 1: at least 4 rules cannot hold: there are 3"});
}

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

TEST_CASE("the published schema names exactly the blocks and headers we read and write", "[playbook]") {
    std::ifstream file("manifests/playbook.schema.json");
    REQUIRE(file);
    const auto schema = nlohmann::json::parse(file);
    const auto& blocks = schema.at("properties");
    CHECK(blocks.size() == block_count + 1);  // and $schema
    for (std::size_t i = 0; i < block_count; ++i) {
        const BlockForm& form = form_of(static_cast<Block>(i));
        INFO(form.name);
        const auto& block = blocks.at(std::string(form.name));
        const auto& entry = i == 0 ? block : block.at("items");
        CHECK(entry.at("properties").size() == form.headers.size());
        CHECK(entry.at("additionalProperties") == false);
        std::set<std::string> required;
        for (const Header& header : form.headers) {
            INFO(header.name);
            const auto& member = entry.at("properties").at(std::string(header.name));
            if (header.required) required.insert(std::string(header.name));
            for (const Choice& choice : header.choices) {
                const auto& allowed = member.at("enum");
                CHECK(std::find(allowed.begin(), allowed.end(), choice.name) != allowed.end());
            }
        }
        const auto listed = entry.value("required", nlohmann::json::array());
        CHECK(std::set<std::string>(listed.begin(), listed.end()) == required);
    }
    CHECK(blocks["columns"]["items"]["properties"]["role"]["enum"].size() == role_count);
}

namespace {

/// Calls a function of the group by name.
Value call(const std::string& name, std::vector<Argument> arguments, Language language = Language::english) {
    Caller caller;
    caller.language = language;
    caller.now = day(2026, 7, 15);
    caller.read_file = [](const std::string& path) -> Result<std::string> {
        if (path != "spring.json")
            return illegal_argument({"not beside the document", "文書と同じ場所にありません"});
        return std::string(R"({"playbook": {"name": "Spring", "version": "3"}})");
    };
    for (const Function& function : playbook_functions())
        if (function.name == name) return function.evaluate(Call(std::move(arguments), caller));
    throw std::logic_error("no such function: " + name);
}

Argument blocks(Grid cells) {
    return make_source(std::move(cells));
}
Argument cell(const char* content) {
    return blocks(grid({{text(content)}}));
}

Texts rows(const Value& value) {
    REQUIRE(std::holds_alternative<TextMatrix>(value));
    return std::get<TextMatrix>(value).cells;
}

ErrorCode error(const Value& value) {
    REQUIRE(std::holds_alternative<CellError>(value));
    return std::get<CellError>(value).code;
}

}  // namespace

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
                "Hot lead: 1 of 1 leads of 2026-05 change sides (0 now qualify, 1 no longer)"});

    Playbook broken = example();
    broken.rules[0].rule = "Colour = red";
    const Texts told = rows(call(
        "PLAYBOOK.CHANGES", {blocks(write_blocks(example())), blocks(write_blocks(broken)), Object(leads)}));
    CHECK_THAT(told.back(), Contains("Hot lead: cannot be compared: "));
}

TEST_CASE("a sign-off counts only with a fingerprint, as text or as the number a sheet made of it",
          "[playbook]") {
    PlaybookSignoff signoff{"sales", "Sato", no_instant, "abc"};
    CHECK_FALSE(signed_fingerprint(signoff));
    signoff.fingerprint = "ABCDEF012345";
    CHECK(signed_fingerprint(signoff) == "abcdef012345");
    signoff.fingerprint = "42";
    CHECK(signed_fingerprint(signoff) == "000000000042");

    Playbook playbook;
    playbook.signoffs = {{"sales", "Sato", no_instant, "abc"}};
    CHECK(status(playbook) == "draft");
}
