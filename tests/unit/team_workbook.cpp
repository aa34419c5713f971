// The sheets of a new team workbook say what they should to the functions that read them, in both languages.
#include "core/workbook/team_workbook.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "core/calendar/japanese_holidays.hpp"
#include "core/commands/catalogue.hpp"
#include "core/commands/first_steps.hpp"
#include "core/goals/activity_log.hpp"
#include "core/goals/goals.hpp"
#include "core/leads/table_problems.hpp"
#include "core/money/side_table.hpp"
#include "core/playbook/blocks.hpp"
#include "core/playbook/problems.hpp"
#include "core/sheet/print.hpp"
#include "core/team/survey.hpp"
#include "core/workbook/data_sheets.hpp"
#include "tests/support/plans.hpp"

using namespace kakehashi;
using sheet::Part;
using test::plan_of;
using test::table_of;

namespace {

const Instant today = instant_from_civil(std::chrono::year{2026} / 11 / 22);
constexpr Language languages[] = {Language::english, Language::japanese};

std::shared_ptr<const Table> table(const std::vector<sheet::Sheet>& workbook, Part part, Language language) {
    return std::make_shared<const Table>(make_source(table_of(plan_of(workbook, part, language))));
}

std::vector<std::string> texts(const std::vector<PlaybookProblem>& problems) {
    std::vector<std::string> result;
    for (const PlaybookProblem& problem : problems)
        result.push_back(problem_text(problem, Language::english));
    return result;
}

}  // namespace

TEST_CASE("the playbook of a new workbook has no problems, on its own and with the lead list", "[workbook]") {
    for (const Language language : languages) {
        const auto workbook = team_workbook(language, today);
        const ReadPlaybook read = read_blocks(table_of(plan_of(workbook, Part::playbook, language)), {});
        const Leads leads(table(workbook, Part::leads, language),
                          std::make_shared<const Playbook>(read.playbook), nullptr, today);
        CHECK(texts(problems_with(read, leads)) == std::vector<std::string>{});
        CHECK(read.playbook.stages.size() == 5);
        CHECK(read.playbook.columns.size() == role_count);
        CHECK(read.playbook.signoffs.empty());
        CHECK(read.playbook.definitions.size() == 1);
        for (std::size_t role = 0; role < role_count; ++role) {
            INFO(role_name(static_cast<Role>(role)));
            CHECK(leads.role_index(static_cast<Role>(role)));
        }
    }
}

TEST_CASE("the headers of the lead list are recognised without the playbook too", "[workbook]") {
    for (const Language language : languages) {
        std::vector<std::string> headers;
        for (const auto& column : workbook::data_sheet(Part::leads).columns)
            headers.push_back(column.header.in(language));
        for (std::size_t role = 0; role < role_count; ++role) {
            INFO(role_name(static_cast<Role>(role)));
            CHECK(recognise_role(static_cast<Role>(role), headers));
        }
        std::set<std::string> different;
        for (const std::string& header : headers) different.insert(fold_header(header));
        CHECK(different.size() == headers.size());
    }
}

TEST_CASE("the goals of a new workbook are a tree in three layers, without problems and without targets",
          "[workbook]") {
    for (const Language language : languages) {
        const auto workbook = team_workbook(language, today);
        const ReadPlaybook read = read_blocks(table_of(plan_of(workbook, Part::playbook, language)), {});
        const auto playbook = std::make_shared<const Playbook>(read.playbook);
        GoalContext context;
        context.playbook = playbook;
        context.leads =
            std::make_shared<const Leads>(table(workbook, Part::leads, language), playbook, nullptr, today);
        context.now = today;
        const auto log = ActivityLog::read(*table(workbook, Part::activities, language));
        REQUIRE(log);
        context.activities = std::make_shared<const ActivityLog>(*log);
        const auto goals = Goals::read(*table(workbook, Part::goals, language), std::move(context));
        REQUIRE(goals);
        CHECK((*goals)->problems().empty());
        for (const GoalLayer layer : {GoalLayer::shared, GoalLayer::department, GoalLayer::activity})
            CHECK((*goals)->list(layer, {}).size() >= 3);
        for (const char* department : {"marketing", "sales"})
            CHECK((*goals)->list(GoalLayer::activity, {department}).size() == 4);
        for (const Goal& goal : (*goals)->all()) {
            CHECK_FALSE(goal.target);
            CHECK(civil_from_instant(goal.start) == std::chrono::year{2026} / 10 / 1);
            CHECK(civil_from_instant(goal.end) == std::chrono::year{2026} / 12 / 31);
            const bool agreed = std::ranges::any_of(playbook->metrics, [&](const PlaybookMetric& metric) {
                return fold(metric.metric) == fold(goal.metric);
            });
            CHECK((goal.metric.empty() || agreed));
        }
    }
}

TEST_CASE("the logs of a new workbook have the columns that functions look for", "[workbook]") {
    for (const Language language : languages) {
        const auto workbook = team_workbook(language, today);
        const auto spend = table(workbook, Part::spend, language);
        for (const SideColumn column :
             {SideColumn::date, SideColumn::department, SideColumn::channel, SideColumn::amount})
            CHECK(side_column(*spend, column));
        const auto touches = table(workbook, Part::touches, language);
        for (const SideColumn column : {SideColumn::id, SideColumn::date, SideColumn::channel})
            CHECK(side_column(*touches, column));
    }
}

TEST_CASE("rows typed below the headers of the logs are read", "[workbook]") {
    const CellValue monday = serial_from_instant(today);
    for (const Language language : languages) {
        const auto workbook = team_workbook(language, today);
        const auto with = [&](Part part, const std::map<std::string, CellValue>& by_key) {
            Grid grid = table_of(plan_of(workbook, part, language));
            const auto& columns = workbook::data_sheet(part).columns;
            for (const auto& column : columns)
                grid.cells.push_back(by_key.contains(std::string(column.key))
                                         ? by_key.at(std::string(column.key))
                                         : CellValue{});
            ++grid.rows;
            return Table(make_source(std::move(grid)));
        };
        const auto history = History::read(with(
            Part::stage_log, {{"id", std::string("L-1")}, {"stage", std::string("MQL")}, {"date", monday}}));
        REQUIRE(history);
        CHECK((*history)->entries().size() == 1);
        const auto log = ActivityLog::read(with(Part::activities, {{"date", monday},
                                                                   {"person", std::string("Sato")},
                                                                   {"activity", std::string("Visits")},
                                                                   {"count", 3.0}}));
        REQUIRE(log);
        const std::string sato = "sato";
        CHECK(log->count("visits", std::span(&sato, 1), {}) == 3.0);
    }
}

TEST_CASE("the survey of a new workbook has the 20 statements as headers", "[workbook]") {
    for (const Language language : languages) {
        const auto workbook = team_workbook(language, today);
        Grid grid = table_of(plan_of(workbook, Part::survey, language));
        REQUIRE(grid.columns == 1 + statement_count);
        grid.cells.emplace_back(Text{"Sales", "営業"}.in(language));
        grid.cells.resize(grid.cells.size() + statement_count, CellValue{4.0});
        ++grid.rows;
        const Survey survey(std::make_shared<const Table>(make_source(std::move(grid))));
        CHECK(survey.alignment("sales") == 80.0);
        for (std::size_t i = 0; i < statement_count; ++i)
            CHECK(survey.find(statement_text(i).in(language)) == i);
    }
}

TEST_CASE("both editions have the same sheets, blocks, columns, names and lists", "[workbook]") {
    const auto english = team_workbook(Language::english, today);
    const auto japanese = team_workbook(Language::japanese, today);
    CHECK(english.size() == 14);
    REQUIRE(english.size() == japanese.size());
    for (std::size_t i = 0; i < english.size(); ++i) {
        const sheet::Sheet& a = english[i];
        const sheet::Sheet& b = japanese[i];
        INFO(a.name);
        CHECK(a.column_widths_mm == b.column_widths_mm);
        CHECK(a.freeze == b.freeze);
        CHECK(a.tab_colour == b.tab_colour);
        REQUIRE(a.blocks.size() == b.blocks.size());
        for (std::size_t block = 0; block < a.blocks.size(); ++block) {
            CHECK(a.blocks[block].id == b.blocks[block].id);
            if (a.blocks[block].id == "holidays") break;  // Japan's are in the Japanese edition alone
            CHECK(a.blocks[block].at == b.blocks[block].at);
            REQUIRE(a.blocks[block].rows.size() == b.blocks[block].rows.size());
            for (std::size_t row = 0; row < a.blocks[block].rows.size(); ++row)
                CHECK(a.blocks[block].rows[row].size() == b.blocks[block].rows[row].size());
        }
        REQUIRE(a.names.size() == b.names.size());
        for (std::size_t name = 0; name < a.names.size(); ++name)
            CHECK(a.names[name].name == b.names[name].name);
        CHECK(a.validations.size() == b.validations.size());
        CHECK(a.looks.size() == b.looks.size());
    }
}

TEST_CASE("every part has its names, and lists refer to names that exist", "[workbook]") {
    const auto workbook = team_workbook(Language::english, today);
    std::set<std::string> names;
    for (const sheet::Sheet& plan : workbook)
        for (const auto& name : plan.names) CHECK(names.insert(name.name).second);
    for (const sheet::PartNames& part : sheet::parts()) {
        if (part.part == Part::summary || part.part == Part::findings) continue;
        if (!part.handle.empty()) CHECK(names.contains(std::string(part.handle)));
        if (!part.data.empty()) CHECK(names.contains(std::string(part.data)));
    }
    for (const sheet::Sheet& plan : workbook)
        for (const auto& validation : plan.validations)
            if (!validation.source.empty()) CHECK(names.contains(validation.source));
}

TEST_CASE("each sheet says in its second row what it is for, in the language of the workbook", "[workbook]") {
    for (const Language language : languages)
        for (const sheet::Sheet& plan : team_workbook(language, today)) {
            INFO(plan.name);
            REQUIRE(plan.blocks.front().rows.size() == 2);
            const auto& title = std::get<std::string>(plan.blocks.front().rows[0][0].content);
            const auto& purpose = std::get<std::string>(plan.blocks.front().rows[1][0].content);
            CHECK_FALSE(title.empty());
            CHECK(purpose.size() > 30);
            const bool japanese =
                std::ranges::any_of(purpose, [](char c) { return c >= '\xe3' && c <= '\xe9'; });
            CHECK(japanese == (language == Language::japanese));
        }
}

// As the Cabinet Office lists them (内閣府「国民の祝日」について).
TEST_CASE("the first sheet tells the first steps in the words of the sidebar and the menu", "[workbook]") {
    for (const Language language : languages) {
        const std::string shown =
            sheet::print(plan_of(team_workbook(language, today), Part::start, language));
        for (const commands::FirstStep& step : commands::first_steps()) {
            CHECK_THAT(shown, Catch::Contains(step.what.in(language)));
            const commands::Command* command = commands::find(step.command);
            REQUIRE(command != nullptr);
            CHECK_THAT(shown, Catch::Contains(command->label.in(language)));
        }
    }
}

TEST_CASE("the national holidays of Japan", "[calendar]") {
    const auto dates = [](int year) {
        std::vector<std::string> result;
        for (const NamedHoliday& holiday : japanese_holidays(year))
            result.push_back(format_instant(holiday.day * ms_per_day).substr(5));
        return result;
    };
    CHECK(dates(2025) == std::vector<std::string>{"01-01", "01-13", "02-11", "02-23", "02-24", "03-20",
                                                  "04-29", "05-03", "05-04", "05-05", "05-06", "07-21",
                                                  "08-11", "09-15", "09-23", "10-13", "11-03", "11-23",
                                                  "11-24"});
    CHECK(dates(2026) == std::vector<std::string>{"01-01", "01-12", "02-11", "02-23", "03-20", "04-29",
                                                  "05-03", "05-04", "05-05", "05-06", "07-20", "08-11",
                                                  "09-21", "09-22", "09-23", "10-12", "11-03", "11-23"});
    CHECK(dates(2027) == std::vector<std::string>{"01-01", "01-11", "02-11", "02-23", "03-21", "03-22",
                                                  "04-29", "05-03", "05-04", "05-05", "07-19", "08-11",
                                                  "09-20", "09-23", "10-11", "11-03", "11-23"});
    CHECK(dates(2021).empty());
}

TEST_CASE("the Japanese edition knows the holidays of this fiscal year and the next", "[workbook]") {
    const auto workbook = team_workbook(Language::japanese, today);
    const auto playbook =
        read_blocks(table_of(plan_of(workbook, Part::playbook, Language::japanese)), {}).playbook;
    REQUIRE_FALSE(playbook.holidays.empty());
    CHECK(format_instant(playbook.holidays.front().date) == "2026-04-29");
    CHECK(format_instant(playbook.holidays.back().date) == "2028-03-20");
    CHECK(playbook.calendar.fiscal_year_starts == 4);
}
