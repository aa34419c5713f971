// The formulas of [metrics]: what parses, where it stops, and that nothing crashes.
#include "core/expression/metric_formula.hpp"

#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/cells.hpp"
#include "tests/support/workbook.hpp"
#include "tests/unit/playbook_support.hpp"

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

/// Where the message says that parsing stopped; 0 if it parsed.
std::size_t stops_at(const std::string& text) {
    const auto formula = parse_metric_formula(text);
    if (formula) return 0;
    CHECK(formula.error().code == ErrorCode::illegal_argument);
    const std::string& message = formula.error().message.en;
    INFO(message);
    REQUIRE(message.starts_with("Character "));
    const std::string position = message.substr(10, message.find(',') - 10);
    CHECK(formula.error().message.ja.starts_with(position + "文字目"));
    return std::stoul(position);
}

const std::vector<std::string>& fragments() {
    static const std::vector<std::string> all = {
        "count",      "sum",     "mean",     "median",     "entered",   "value",  "rate", "days",  "win rate",
        "acceptance", "where",   "to",       "within",     "90",        "0",      "-1",   "1e400", "days",
        "weeks",      "months",  "[MQL]",    "[Won]",      "[",         "]",      "(",    ")",     "\"",
        "'",          "「",      "」",       "/",          "*",         "+",      "-",    "÷",     "×",
        "＋",         "－",      " ",        "　",         "Amount",    "Source", "=",    "!=",    "Web",
        "and",        "or",      "not",      "is",         "in (a, b)", "件数",   "合計", "平均",  "到達",
        "転換率",     "から",    "90日以内", "条件",       "成約率",    "受入率", "\xFF", "\xE4",  "\x01",
        "won",        "reached", "today",    "2026-01-01", "%",         "[[",     "]]",   "🦊",  "empty",
        "between",    "1 and 2", "matches",  "\"(\"",      "*\"",       "[ ]",    "\"\"", "まで"};
    return all;
}

std::string random_formula(std::mt19937& random) {
    const auto below = [&](std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
    };
    std::string text;
    for (std::size_t n = below(14); n > 0; --n) {
        text += fragments()[below(fragments().size())];
        if (below(3) != 0) text += ' ';
    }
    return text;
}

}  // namespace

TEST_CASE("a formula that does not parse says where") {
    CHECK(stops_at("count") == 0);
    CHECK(stops_at("") == 1);
    CHECK(stops_at("   ") == 4);
    CHECK(stops_at("leads") == 1);
    CHECK(stops_at("sum ") == 5);
    CHECK(stops_at("sum where Source = Web") == 5);
    CHECK(stops_at("entered [MQL") == 9);
    CHECK(stops_at("rate [MQL] [Won]") == 12);
    CHECK(stops_at("rate [MQL] to [Won] within 0 days") == 28);
    CHECK(stops_at("rate [MQL] to [Won] within 3 months") == 30);
    CHECK(stops_at("count / ") == 9);
    CHECK(stops_at("count / leads") == 9);
    CHECK(stops_at("count + count - count") == 15);
    CHECK(stops_at("count/count") == 6);
    // Inside `where` too, and in characters, not bytes.
    CHECK(stops_at("count where Source = ") == 21);
    CHECK(stops_at("件数 条件 流入元 ＝ Web かつ") == 19);
    CHECK(stops_at("count where Source = Web / entered") == 35);
}

TEST_CASE("a formula keeps what it says") {
    const auto formula =
        parse_metric_formula("rate [A ]] b] to \"C\" within 1.5 weeks where (x = \"a / b\") - sum [D e]  ");
    REQUIRE(formula);
    CHECK(formula->first.kind == MetricKind::rate);
    CHECK(formula->first.name == "A ] b");
    CHECK(formula->first.to == "C");
    CHECK(formula->first.days == 10.5);
    CHECK(formula->first.where == "(x = \"a / b\")");
    CHECK(formula->first.condition != nullptr);
    CHECK(formula->joined == MetricOperator::subtract);
    CHECK(formula->second.kind == MetricKind::sum);
    CHECK(formula->second.name == "D e");
    CHECK_FALSE(formula->second.days);
    CHECK(formula->second.where.empty());
    CHECK(formula->second.condition == nullptr);

    const auto single = parse_metric_formula("count");
    REQUIRE(single);
    CHECK_FALSE(single->joined);
}

TEST_CASE("the playbook's problems name metrics at fault") {
    const ReadPlaybook read = from_json(R"({
        "stages": [{"stage": "MQL"}, {"stage": "Won"}],
        "metrics": [
            {"metric": "Good", "formula": "value [won] / entered MQL where reached [Won]"},
            {"metric": "Blank"},
            {"metric": "Stages", "formula": "rate [SQL] to [Deal] / entered [Demo]"},
            {"metric": "Names", "formula": "count where is [Hot] and reached [Demo]"},
            {"metric": "No stage needed", "formula": "sum [SQL]"},
            {"metric": "Broken", "formula": "entered"}]})");
    const auto problems = texts(problems_of(read));
    REQUIRE(problems.size() == 6);
    CHECK(problems[0] == "metrics 3: \"SQL\" is no stage");
    CHECK(problems[1] == "metrics 3: \"Deal\" is no stage");
    CHECK(problems[2] == "metrics 3: \"Demo\" is no stage");
    CHECK(problems[3] == "metrics 4: \"Hot\" is no definition, persona or segment");
    CHECK(problems[4] == "metrics 4: \"Demo\" is no stage");
    CHECK(problems[5].starts_with("metrics 6: Character 8, at the end: expected "));
}

TEST_CASE("random formulas parse or say why, and never crash") {
    std::mt19937 random(20260630);
    std::size_t parsed = 0;
    std::size_t joined = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::string text = random_formula(random);
        const auto formula = parse_metric_formula(text);
        if (!formula) {
            INFO(text);
            CHECK(formula.error().code == ErrorCode::illegal_argument);
            CHECK_FALSE(formula.error().message.ja.empty());
            continue;
        }
        ++parsed;
        joined += formula->joined ? 1u : 0u;
        // What stands behind `where` is an expression of its own.
        for (const MetricFigure* figure : {&formula->first, &formula->second})
            CHECK((figure->condition != nullptr) == parse_expression(figure->where).has_value());
    }
    CHECK(parsed > 100);
    CHECK(joined > 0);
    // Nesting and length have limits.
    const auto many = [](std::string_view part) {
        std::string text;
        for (int i = 0; i < 20'000; ++i) text += part;
        return text;
    };
    for (const char* part : {"(", "[", "\"", "not ", "count / ", "- ", "「", ") "})
        CHECK_FALSE(parse_metric_formula("count where " + many(part)));
    CHECK_FALSE(parse_metric_formula("count" + many("     ")));
}

TEST_CASE("random metrics give a number or an error on any list") {
    std::mt19937 random(7);
    const Grid rows = grid_of(
        {{cell_of("ID"), cell_of("Amount"), cell_of("MQL"), cell_of("Won"), cell_of("Source"),
          cell_of("Handed off"), cell_of("Created")},
         {cell_of("L1"), cell_of("1e308"), cell_of("2026-01-01"), cell_of("2026-02-01"), cell_of("Web"),
          cell_of("2026-01-02"), cell_of("2026-01-01")},
         {cell_of("L2"), cell_of("-1e308"), cell_of(""), cell_of("#N/A"), cell_of(""), cell_of("soon"),
          cell_of("")},
         {cell_of(""), cell_of(""), cell_of(""), cell_of(""), cell_of(""), cell_of(""), cell_of("")}});
    std::size_t numbers = 0;
    for (int i = 0; i < 300; ++i) {
        Workbook book;
        book.set("Rows", rows);
        std::vector<std::vector<CellValue>> blocks = {{cell_of("[stages]")},
                                                      {cell_of("stage"), cell_of("owner")},
                                                      {cell_of("MQL"), cell_of("marketing")},
                                                      {cell_of("Won"), cell_of("sales")},
                                                      {cell_of("")},
                                                      {cell_of("[metrics]")},
                                                      {cell_of("metric"), cell_of("formula")}};
        for (int metric = 0; metric < 20; ++metric)
            blocks.push_back({std::string("M") + std::to_string(metric),
                              CellValue(metric == 0 ? "sum Amount" : random_formula(random))});
        book.set("Blocks", grid_of(blocks));
        book.set_formula("Playbook", "=PLAYBOOK.READ(Blocks)");
        book.set_formula("Leads", "=LEAD.TABLE(Rows;Playbook)");
        for (int metric = 0; metric < 20; ++metric)
            for (const char* rest : {"\")", "\";\"2026-01-01\";\"2026-12-31\";\"Source = Web\")"}) {
                const Value value = book.evaluate("=LEAD.METRIC(Leads;\"M" + std::to_string(metric) + rest);
                const auto* number = std::get_if<double>(&value);
                numbers += number != nullptr ? 1u : 0u;
                CHECK((number != nullptr || std::holds_alternative<CellError>(value)));
            }
        CHECK(std::holds_alternative<TextMatrix>(book.evaluate("=PLAYBOOK.PROBLEMS(Playbook)")));
    }
    CHECK(numbers > 600);  // `sum Amount` each time, and what parses besides
}
