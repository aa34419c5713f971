#include <map>
#include <regex>
#include <set>

#include <catch2/catch.hpp>

#include "core/functions/catalogue.hpp"
#include "core/functions/example_document.hpp"
#include "core/goals/goals.hpp"
#include "core/leads/leads.hpp"
#include "core/report/actions.hpp"
#include "core/report/goal_look.hpp"
#include "core/report/weekly.hpp"
#include "core/sheet/print.hpp"
#include "tests/support/cells.hpp"
#include "tests/support/workbook.hpp"

namespace {

using namespace kakehashi;
using namespace kakehashi::report;

template <class Kind>
std::shared_ptr<const Kind> object(const test::Workbook& book, const std::string& formula) {
    const Value value = book.evaluate(formula);
    INFO(formula << " gives " << test::shown(value));
    REQUIRE(std::holds_alternative<Handle>(value));
    return std::get<std::shared_ptr<const Kind>>(std::get<Handle>(value).object);
}

const Grid& example(const std::string& name) {
    for (const ExampleRange& range : example_document())
        if (range.name == name) return range.cells;
    throw std::out_of_range(name);
}

/// The example document as a team workbook.
Facts full() {
    test::Workbook book;
    for (const ExampleRange& range : example_document()) book.set(range.name, range.cells);
    const auto leads = object<Leads>(book, "=LEAD.TABLE(LeadRows;Playbook)");
    const auto goals = object<Goals>(book, "=GOAL.TABLE(GoalRows;Playbook;Activities;Leads)");
    const Table activities(make_source(example("Activities")));
    Facts facts = facts_of(leads.get(), goals.get(), &activities, test::instant_of("2026-06-30 12:00"));
    facts.leads = "KakehashiLeads";
    facts.playbook = "KakehashiPlaybook";
    facts.goals = "KakehashiGoals";
    facts.activities = "KakehashiActivitiesData";
    facts.history = "KakehashiHistoryData";
    return facts;
}

Facts nothing() {
    return facts_of(nullptr, nullptr, nullptr, test::instant_of("2026-06-30 12:00"));
}

WeeklyOptions options(Language language) {
    WeeklyOptions result;
    result.language = language;
    result.day = 46201;  // 2026-06-28, a Sunday
    result.known_until = 46203;
    return result;
}

std::vector<sheet::Sheet> all_plans() {
    std::vector<sheet::Sheet> plans;
    for (const Facts& facts : {full(), nothing()})
        for (const Language language : {Language::english, Language::japanese})
            plans.push_back(weekly_summary(facts, options(language)).sheet);
    return plans;
}

const sheet::Block* find_block(const sheet::Sheet& plan, const std::string& id) {
    for (const sheet::Block& block : plan.blocks)
        if (block.id == id) return &block;
    return nullptr;
}

bool has_cell(const sheet::Sheet& plan, const std::string& block, int column, int row) {
    const sheet::Block* found = find_block(plan, block);
    if (found == nullptr || row < 0 || row >= static_cast<int>(found->rows.size())) return false;
    return column >= 0 && column < static_cast<int>(found->rows[static_cast<std::size_t>(row)].size());
}

template <class Use>
void for_each_formula(const sheet::Sheet& plan, Use&& use) {
    for (const sheet::Block& block : plan.blocks)
        for (const auto& row : block.rows)
            for (const sheet::Cell& cell : row)
                if (const auto* formula = std::get_if<sheet::Formula>(&cell.content))
                    use(block.id, formula->text);
}

std::string without_texts(const std::string& formula) {
    return std::regex_replace(formula, std::regex("\"[^\"]*\""), "\"\"");
}

const sheet::Cell& cell_of(const sheet::Sheet& plan, const std::string& block, std::size_t column,
                           std::size_t row) {
    const sheet::Block* found = find_block(plan, block);
    REQUIRE(found != nullptr);
    return found->rows.at(row).at(column);
}

std::string formula_of(const sheet::Sheet& plan, const std::string& block, std::size_t column,
                       std::size_t row) {
    return std::get<sheet::Formula>(cell_of(plan, block, column, row).content).text;
}

std::string text_of(const sheet::Sheet& plan, const std::string& block, std::size_t column, std::size_t row) {
    return std::get<std::string>(cell_of(plan, block, column, row).content);
}

}  // namespace

TEST_CASE("the summary knows what the workbook has") {
    const Facts facts = full();
    CHECK(facts.lead_count == 12);
    REQUIRE(facts.stages.size() == 4);
    CHECK(facts.stages[1] == StageFact{"MQL", true, true});
    CHECK(facts.opportunity == "SQL");  // nobody said: the stage before the last
    CHECK(facts.handed_off);
    CHECK(facts.response_limit);
    CHECK(facts.reasons == std::vector<std::string>{"No need", "Price", "Too small"});
    REQUIRE(facts.goal_rows.size() == 9);
    CHECK(facts.goal_rows[0].name == "Revenue");
    CHECK(facts.goal_rows[0].has_target);  // of the goals below it
    CHECK(facts.goal_rows[0].side == Side::shared);
    CHECK(facts.activity_log == ActivityFacts{1, 3, 4, {"Visits", "Newsletters"}});
    CHECK(facts.definition == "Hot lead");
}

TEST_CASE("formulas of the summary refer to cells that the plan has") {
    for (const sheet::Sheet& plan : all_plans())
        for_each_formula(plan, [&](const std::string& block, const std::string& formula) {
            INFO(plan.name << ", " << block << ": " << formula);
            const std::regex reference(R"(\{(?:(\w+)!)?(-?\d+),(-?\d+)\})");
            const std::string code = without_texts(formula);
            for (std::sregex_iterator at(code.begin(), code.end(), reference), end; at != end; ++at) {
                const std::string of = (*at)[1].matched ? (*at)[1].str() : block;
                INFO(of << "!" << (*at)[2] << "," << (*at)[3]);
                CHECK(has_cell(plan, of, std::stoi((*at)[2]), std::stoi((*at)[3])));
            }
        });
}

TEST_CASE("the lists of the summary ask for open leads and for the stage that the dates tell") {
    const sheet::Sheet plan = weekly_summary(full(), options(Language::english)).sheet;
    CHECK_THAT(formula_of(plan, "near", 0, 1),
               Catch::Contains("LEAD.NEARMISS(KakehashiLeads;\"Hot lead\";;;\"open\")"));
    CHECK_THAT(formula_of(plan, "waiting", 0, 1), Catch::Contains("\"open and "));
    for (const std::string list : {"near", "waiting"}) {
        const sheet::Block* block = find_block(plan, list);
        REQUIRE(block != nullptr);
        const auto& headings = block->rows[0];
        const auto stage = std::ranges::find_if(headings, [](const sheet::Cell& cell) {
            const auto* text = std::get_if<std::string>(&cell.content);
            return text != nullptr && *text == "Stage";
        });
        REQUIRE(stage != headings.end());
        CHECK_THAT(formula_of(plan, list, static_cast<std::size_t>(stage - headings.begin()), 1),
                   Catch::Contains("\"[stage now]\""));
    }
}

TEST_CASE("formulas of the summary call functions that exist, and close what they open") {
    for (const sheet::Sheet& plan : all_plans())
        for_each_formula(plan, [&](const std::string&, const std::string& formula) {
            INFO(formula);
            const std::string code = without_texts(formula);
            CHECK(std::count(code.begin(), code.end(), '(') == std::count(code.begin(), code.end(), ')'));
            CHECK(std::count(formula.begin(), formula.end(), '"') % 2 == 0);
            const std::regex name(R"(([A-Z]+\.[A-Z]+)\()");
            for (std::sregex_iterator at(code.begin(), code.end(), name), end; at != end; ++at)
                CHECK(find_function((*at)[1].str()) != nullptr);
        });
}

TEST_CASE("charts and names of the summary stand on cells that the plan has") {
    for (const sheet::Sheet& plan : all_plans()) {
        for (const sheet::Chart& chart : plan.charts) {
            INFO(chart.id);
            CHECK_FALSE(chart.title.empty());
            CHECK_FALSE(chart.alternative_text.empty());
            CHECK(has_cell(plan, chart.categories.block, chart.categories.last.column,
                           chart.categories.last.row));
            for (const sheet::Chart::Series& series : chart.series) {
                CHECK(
                    has_cell(plan, series.values.block, series.values.first.column, series.values.first.row));
                CHECK(has_cell(plan, series.values.block, series.values.last.column, series.values.last.row));
            }
        }
        for (const sheet::Sheet::Name& name : plan.names)
            CHECK(has_cell(plan, name.block, name.last.column, name.last.row));
    }
}

TEST_CASE("what a week leaves behind is shown somewhere") {
    const WeeklySummary summary = weekly_summary(full(), options(Language::english));
    REQUIRE(summary.frozen.size() == 8 + 4 + 7);
    for (const FrozenFigure& figure : summary.frozen)
        CHECK(has_cell(summary.sheet, figure.block, figure.value.column, figure.value.row));
    CHECK(summary.frozen[0].section == "Goals");
    CHECK(summary.frozen[0].name == "Revenue");
    CHECK(summary.frozen[0].unit == "jpy");
}

TEST_CASE("every block is there from the first week on, so that nothing comes below everything later") {
    const auto ids = [](const sheet::Sheet& plan) {
        std::vector<std::string> result;
        for (const sheet::Block& block : plan.blocks) result.push_back(block.id);
        return result;
    };
    const auto plans = all_plans();
    CHECK(ids(plans[0]) == ids(plans[1]));
    CHECK(ids(plans[0]) == ids(plans[2]));
    const auto all = ids(plans[0]);
    CHECK(std::set<std::string>(all.begin(), all.end()).size() == all.size());
}

TEST_CASE("blocks of the summary do not overlap") {
    for (const sheet::Sheet& plan : all_plans()) {
        int free = 0;
        for (const sheet::Block& block : plan.blocks) {
            INFO(block.id);
            CHECK(block.at.row >= free);
            free = block.at.row + static_cast<int>(block.rows.size());
            for (const auto& row : block.rows) CHECK(row.size() <= static_cast<std::size_t>(width));
        }
    }
}

TEST_CASE("the goal board asks for each goal with a target by name, in its layer") {
    const sheet::Sheet plan = weekly_summary(full(), options(Language::english)).sheet;
    CHECK(text_of(plan, "goals", 0, 1) == "Shared goals");
    CHECK(text_of(plan, "goals", 0, 2) == "Revenue (¥)");
    CHECK(formula_of(plan, "goals", 1, 2) ==
          "=IFERROR(GOAL.TARGET(KakehashiGoals;\"Revenue\";{period!7,1});\"–\")");
    CHECK(cell_of(plan, "goals", 1, 2).format == sheet::Format::money);
    CHECK(text_of(plan, "goals", 0, 3) == "Department goals");
    CHECK(text_of(plan, "goals", 0, 6) == "Win rate");
    CHECK(cell_of(plan, "goals", 1, 6).format == sheet::Format::percent);
    CHECK(cell_of(plan, "goals", 0, 6).style == sheet::Style::sales_label);
}

TEST_CASE("rates over fewer than five leads are not shown") {
    const sheet::Sheet plan = weekly_summary(full(), options(Language::english)).sheet;
    CHECK(formula_of(plan, "funnel", 2, 2) == "=IF({1,1}<5;\"–\";{1,2}/{1,1})");
}

TEST_CASE("what became of hand-offs is asked in parts that exclude one another") {
    const sheet::Sheet plan = weekly_summary(full(), options(Language::english)).sheet;
    CHECK(text_of(plan, "outcomes", 0, 1) == "No need");
    CHECK(formula_of(plan, "outcomes", 1, 1) ==
          "=IFERROR(LEAD.HANDOFF(KakehashiLeads;\"offered\";{period!3,1};{period!4,1};"
          "\"not reached [SQL] and [reason] = \"\"No need\"\"\");0)");
    // Counted over the whole example, the parts are what is no opportunity.
    test::Workbook book;
    for (const ExampleRange& range : example_document()) book.set(range.name, range.cells);
    double sum = 0;
    const sheet::Block* outcomes = find_block(plan, "outcomes");
    for (std::size_t row = 1; row < outcomes->rows.size(); ++row) {
        std::string formula = formula_of(plan, "outcomes", 1, row);
        formula = std::regex_replace(formula, std::regex(R"(^=IFERROR\((.*);0\)$)"), "=$1");
        formula = std::regex_replace(formula, std::regex(R"(\{period![34],1\})"), "\"\"");
        formula = std::regex_replace(formula, std::regex("KakehashiLeads"), "Leads");
        const Value value = book.evaluate(formula);
        INFO(formula << " gives " << test::shown(value));
        REQUIRE(std::holds_alternative<double>(value));
        sum += std::get<double>(value);
    }
    CHECK(sum == 2);  // handed off and not SQL: L-02, L-11
}

TEST_CASE("an empty workbook is told what is missing, in both languages") {
    const sheet::Sheet english = weekly_summary(nothing(), options(Language::english)).sheet;
    CHECK(text_of(english, "goalsheading", 3, 1) ==
          "No goals yet: write their targets into the goal table, then run Weekly Summary again.");
    CHECK(text_of(english, "funnelheading", 3, 1) ==
          "No leads yet: import them or fill in the lead list, then run Weekly Summary again.");
    CHECK(english.charts.empty());
    const sheet::Sheet japanese = weekly_summary(nothing(), options(Language::japanese)).sheet;
    CHECK(text_of(japanese, "goalsheading", 3, 1) ==
          "目標はまだありません。目標表に目標値を入力し、再度実行してください。");
}

TEST_CASE("what pace compares with stands before it: expected for sums, the target for rates and levels") {
    const sheet::Sheet plan = weekly_summary(full(), options(Language::english)).sheet;
    CHECK_THAT(formula_of(plan, "goals", 3, 2), Catch::Contains("GOAL.EXPECTED(KakehashiGoals;\"Revenue\""));
    REQUIRE(text_of(plan, "goals", 0, 6) == "Win rate");
    CHECK(text_of(plan, "goals", 4, 6) == "–");
    CHECK_THAT(formula_of(plan, "goals", 3, 6), Catch::Contains("GOAL.TARGET(KakehashiGoals;\"Win rate\""));
}

TEST_CASE("the goals' chart grows with their number, and long names keep beginning and end") {
    const auto heights = [](std::size_t goals) {
        Facts facts = full();
        const GoalFact one = facts.goal_rows.front();
        facts.goal_rows.assign(goals, one);
        for (const sheet::Chart& chart : weekly_summary(facts, options(Language::english)).sheet.charts)
            if (chart.id == "goalsbars") return chart.height_mm;
        return 0.0;
    };
    CHECK(heights(1) == heights(10));
    CHECK(heights(15) > heights(10));
    CHECK(heights(20) == heights(15));  // no more fit on the page
    CHECK(short_name("Revenue") == "Revenue");
    CHECK(short_name("Customer interviews by region 16") == "Customer intervi…region 16");
    CHECK(short_name("地域別の顧客インタビューの実施件数 16") == "地域別の顧客イン…施件数 16");
}

TEST_CASE("a period without leads says which day to type, and a period with leads says nothing") {
    WeeklySummary summary;
    summary.first_lead = test::instant_of("2016-10-20");
    summary.last_lead = test::instant_of("2017-12-31 08:30");
    const auto said = [&](const char* from, const char* to) {
        return outside_the_leads(summary, serial_from_instant(test::instant_of(from)),
                                 serial_from_instant(test::instant_of(to)), "B3");
    };
    CHECK(
        said("2018-01-01", "2018-01-07").en ==
        "No lead came in after 2017-12-31: type a day up to then into B3, and run Kakehashi ▸ Weekly Summary "
        "again.");
    CHECK(
        said("2016-10-10", "2016-10-16").ja ==
        "2016-10-20 より前に入ったリードはありません。それ以降の日付を B3 に入力し、［架け橋］▸［週次サマリー"
        "］をもう一度実行してください。");
    CHECK(said("2017-12-25", "2017-12-31").en.empty());
    CHECK(said("2016-10-17", "2016-10-23").en.empty());
    summary.last_lead = no_instant;
    CHECK(said("2018-01-01", "2018-01-07").en.empty());
    const Facts facts = full();  // of the example document
    CHECK(facts.first_lead != no_instant);
    CHECK(facts.first_lead < facts.last_lead);
    CHECK(facts.last_lead <= inclusive_end(facts.as_of));
}

TEST_CASE("a Japanese summary has no English heading") {
    const sheet::Sheet plan = weekly_summary(full(), options(Language::japanese)).sheet;
    CHECK(plan.name == "週次サマリー");
    const std::set<std::string> names = {"MQL", "SQL",    "Lead",        "Won",
                                         "ID",  "Visits", "Newsletters", "Revenue"};
    for (const sheet::Block& block : plan.blocks)
        for (const sheet::Cell& cell : block.rows[block.id.ends_with("heading") ? 1 : 0]) {
            const auto* text = std::get_if<std::string>(&cell.content);
            if (text == nullptr || text->empty() || names.count(*text) > 0) continue;
            INFO(block.id << ": " << *text);
            CHECK(std::any_of(text->begin(), text->end(),
                              [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
        }
}

TEST_CASE("a week is named as people write it") {
    const Facts facts = nothing();                  // as of 2026-06-30, a Tuesday
    CHECK(last_day_of_week("", facts) == 46201.0);  // 2026-06-28
    CHECK(last_day_of_week("Latest", facts) == 46201.0);
    CHECK(last_day_of_week("2026-W26", facts) == 46201.0);
    CHECK(last_day_of_week("2026-w27", facts) == 46208.0);
    CHECK(last_day_of_week("2026-06-24", facts) == 46201.0);
    CHECK(last_day_of_week("2026年6月24日", facts) == 46201.0);
    CHECK(last_day_of_week("2026-W53", facts) == 46390.0);         // up to 2027-01-03
    CHECK_FALSE(last_day_of_week("2025-W53", facts).has_value());  // 2025 has 52
    CHECK_FALSE(last_day_of_week("W47", facts).has_value());
    CHECK_FALSE(last_day_of_week("next", facts).has_value());
}

TEST_CASE("open actions go on to the next week, those done leave when the week is over") {
    const Action call{"Call back", "Sato", 46210, "", "", ""};
    const Action old{"Form with budget", "Mori", 0, "July", "2026-W24", ""};
    const Action done{"New leaflet", "Mori", 0, "", "2026-W25", "✓"};
    const CarriedOver same = carry_over({call, {}, old, done}, "2026-W26", "2026-W26");
    REQUIRE(same.open.size() == 3);
    CHECK(same.open[0].since == "2026-W26");
    CHECK(same.open[1] == old);
    CHECK(same.done.empty());
    const CarriedOver next = carry_over({call, {}, old, done}, "2026-W26", "2026-W27");
    REQUIRE(next.open.size() == 2);
    CHECK(next.open[0].since == "2026-W26");
    CHECK(next.done == std::vector<Action>{done});
}
