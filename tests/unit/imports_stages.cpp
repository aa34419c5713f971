// After an import the playbook counts the stages the list has.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/imports/playbook_edit.hpp"
#include "core/imports/stage_words.hpp"
#include "core/playbook/blocks.hpp"
#include "core/playbook/problems.hpp"
#include "core/workbook/data_sheets.hpp"
#include "core/workbook/team_workbook.hpp"
#include "tests/support/workbook.hpp"
#include "tests/unit/imports_support.hpp"

using namespace kakehashi;
using namespace kakehashi::imports;

namespace {

const Instant today = instant_from_civil(std::chrono::year{2026} / 11 / 22);

/// What stands on a sheet of a new workbook from its header row on.
Grid grid_of(sheet::Part part, Language language) {
    Grid grid;
    for (const sheet::Sheet& plan : team_workbook(language, today)) {
        if (plan.name != sheet::names_of(part).sheet.in(language)) continue;
        for (const sheet::Block& block : plan.blocks)
            for (std::size_t row = 0; row < block.rows.size(); ++row) {
                grid.rows = std::max(grid.rows, static_cast<std::size_t>(block.at.row) + row + 1);
                grid.columns = std::max(grid.columns, block.rows[row].size());
            }
        grid.rows -= workbook::header_row;
        grid.cells.resize(grid.rows * grid.columns);
        for (const sheet::Block& block : plan.blocks) {
            if (block.at.row < workbook::header_row) continue;
            for (std::size_t row = 0; row < block.rows.size(); ++row)
                for (std::size_t column = 0; column < block.rows[row].size(); ++column) {
                    const sheet::Content& content = block.rows[row][column].content;
                    CellValue& to =
                        grid.at(static_cast<std::size_t>(block.at.row - workbook::header_row) + row, column);
                    if (const double* number = std::get_if<double>(&content)) to = *number;
                    if (const auto* text = std::get_if<std::string>(&content)) to = *text;
                }
        }
    }
    return grid;
}

Grid edited(Grid grid, const PlaybookEdit& edit) {
    for (const PlaybookEdit::Rows& rows : edit.inserted) {
        const auto at = grid.cells.begin() + static_cast<std::ptrdiff_t>(rows.before * grid.columns);
        grid.cells.insert(at, rows.count * grid.columns, CellValue{});
        grid.rows += rows.count;
    }
    for (const PlaybookEdit::Cell& cell : edit.cells) grid.at(cell.row, cell.column) = cell.value;
    return grid;
}

/// A new team workbook into which a list is imported.
struct Team {
    Language language;
    Sheet leads;
    Grid playbook;
    std::optional<StageProposal> proposal;

    Team(const Source& source, Language of)
        : language(of), leads({}), playbook(grid_of(sheet::Part::playbook, of)) {
        leads.grid = grid_of(sheet::Part::leads, of);
        for (std::size_t column = 0; column < leads.grid.columns; ++column)
            leads.shape.headers.push_back(to_text(leads.grid.at(0, column)));
        const Playbook agreed = read().playbook;
        leads.shape.bound = agreed.columns;
        const auto mapping = map_columns(source, target_of(sheet::Part::leads), leads.shape, {}, {});
        REQUIRE(mapping);
        proposal = propose_stages(source, *mapping, nullptr, agreed, language);
        if (proposal) playbook = edited(playbook, edit_playbook(playbook, &*proposal, {}, language));
        leads.import(source);
    }
    ReadPlaybook read() const { return read_blocks(playbook, {}); }
    std::vector<std::string> stages() const {
        std::vector<std::string> names;
        for (const PlaybookStage& stage : read().playbook.stages) names.push_back(stage.stage);
        return names;
    }
    void evaluate_in(test::Workbook& book) const {
        book.set("PlaybookCells", playbook);
        book.set("LeadCells", leads.grid);
        book.set_formula("Playbook", "=PLAYBOOK.READ(PlaybookCells)");
        book.set_formula("Leads", "=LEAD.TABLE(LeadCells;Playbook)");
    }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("stages of well-known systems are put in their order", "[imports]") {
    const auto ordered = [](const Names& names, std::vector<double> likelihood = {}) {
        Names sorted;
        for (const std::size_t i : order_of_stages(names, likelihood)) sorted.push_back(names[i]);
        return sorted;
    };
    CHECK(ordered({"Negotiation/Review", "Prospecting", "Qualification"}) ==
          Names{"Prospecting", "Qualification", "Negotiation/Review"});
    CHECK(ordered({"提案", "見積", "ヒアリング"}) == Names{"ヒアリング", "提案", "見積"});
    CHECK(ordered({"3. 見積", "1. 訪問", "2. 提案"}) == Names{"1. 訪問", "2. 提案", "3. 見積"});
    CHECK(ordered({"foo", "bar"}, {60, 20}) == Names{"bar", "foo"});
    CHECK(ordered({"foo", "bar"}) == Names{"foo", "bar"});
    CHECK(rank_of_stage("Closed Won") == 100);
    CHECK_FALSE(rank_of_stage("whatever"));
}

TEST_CASE("a list with a way of its own brings its stages, and the figures are those of the list",
          "[imports]") {
    const std::string bytes = data_file("maven-crm/sales_pipeline.csv");
    if (bytes.empty()) return;
    const auto truth = nlohmann::json::parse(data_file("maven-crm/truth.json"));
    const auto source = source_of(bytes);
    for (const Language language : {Language::english, Language::japanese}) {
        const Team team(*source, language);
        CHECK(team.stages() == Names{"Prospecting", "Engaging", "Won"});
        REQUIRE(team.proposal);
        CHECK(team.proposal->found.front() == std::pair<std::string, std::size_t>{"Won", 4238});
        test::Workbook book;
        team.evaluate_in(book);
        const auto number = [&](const std::string& formula) {
            const Value value = book.evaluate(formula);
            INFO(formula << " gives " << test::shown(value));
            REQUIRE(std::holds_alternative<double>(value));
            return std::get<double>(value);
        };
        CHECK(test::shown(book.evaluate("=PLAYBOOK.PROBLEMS(Playbook;Leads)")) == "ok");
        CHECK(number("=LEAD.COUNT(Leads)") == 8800);
        CHECK(number("=FUNNEL.COUNT(Leads;\"Prospecting\")") == 8800);
        CHECK(number("=FUNNEL.NOW(Leads;\"Prospecting\")") ==
              truth["stage_counts"]["Prospecting"].get<double>());
        CHECK(number("=FUNNEL.NOW(Leads;\"Engaging\")") == truth["stage_counts"]["Engaging"].get<double>());
        CHECK(number("=FUNNEL.COUNT(Leads;\"Won\")") == truth["stage_counts"]["Won"].get<double>());
        CHECK(number("=FUNNEL.WINRATE(Leads)") ==
              Approx(truth["win_rate_won_over_closed"].get<double>()).epsilon(1e-9));
        CHECK(number("=FUNNEL.DAYS(Leads;\"Engaging\";\"Won\")") ==
              truth["sales_cycle_days_won"]["median"].get<double>());
        // A week: whoever engaged in it has passed the first stage, which has no date of its own.
        const std::string week = ";\"2017-10-01\";\"2017-10-08\")";
        CHECK(number("=FUNNEL.COUNT(Leads;\"Prospecting\"" + week) == 233);
        CHECK(number("=FUNNEL.COUNT(Leads;\"Engaging\"" + week) == 233);
        CHECK(number("=FUNNEL.RATE(Leads;\"Prospecting\";\"Won\"" + week) == Approx(127.0 / 233));
        CHECK(number("=FUNNEL.DAYS(Leads;\"Engaging\";\"Won\";0.5" + week) > 0);
        CHECK(number("=FUNNEL.VALUE(Leads;\"Won\")") == truth["won_value_total"].get<double>());
        const std::string revenue = language == Language::japanese ? "受注金額" : "Revenue";
        CHECK(number("=LEAD.METRIC(Leads;\"" + revenue + "\")") == truth["won_value_total"].get<double>());
    }
}

TEST_CASE("the first stage is the list's word if a later one has a date, else whoever is in the list",
          "[imports]") {
    const auto first = [](const std::string& headers, const std::string& cells) {
        std::string text = "ID,Stage" + headers + "\n";
        for (int i = 0; i < 12; ++i)
            text += std::to_string(i) + (i % 2 == 0 ? ",Prospecting" : ",Engaging") + cells + "\n";
        const PlaybookStage stage = Team(*source_of(text), Language::english).read().playbook.stages.front();
        return stage.stage + " | " + stage.column + " | " + stage.when;
    };
    CHECK(first(",Engage date", ",2026-01-05") == "Prospecting |  | ");
    CHECK(first(",Close date", ",2026-01-05") == "Prospecting |  | [Stage] is not empty");
    CHECK(first(",Created", ",2026-01-05") == "Prospecting | Created | [Stage] is not empty");
}

TEST_CASE("importing the list again proposes nothing more", "[imports]") {
    const auto source = source_of(
        "ID,Stage,Close Date\n1,Prospecting,\n2,Negotiation,\n3,Closed Won,2026-01-01\n4,Closed "
        "Lost,2026-01-02\n"
        "5,Prospecting,\n6,Prospecting,\n7,Negotiation,\n8,Negotiation,\n9,Proposal,\n10,Proposal,\n");
    const Team team(*source, Language::english);
    CHECK(team.stages() == Names{"Prospecting", "Proposal", "Negotiation", "Closed Won"});
    const auto mapping = map_columns(*source, target_of(sheet::Part::leads), team.leads.shape, {}, {});
    const auto table = team.leads.present().table;
    CHECK_FALSE(propose_stages(*source, *mapping, table.get(), team.read().playbook, Language::english));
    CHECK(team.read().problems.empty());
}

TEST_CASE("a single unknown stage is put in its place among the playbook's", "[imports]") {
    const Team team(*source_of("ID,Stage\n1,Proposal\n"), Language::english);
    CHECK(team.stages() == Names{"Lead", "MQL", "SAL", "Opportunity", "Proposal", "Won"});
    test::Workbook book;
    team.evaluate_in(book);
    CHECK(test::shown(book.evaluate("=FUNNEL.NOW(Leads;\"Proposal\")")) == "1");
    CHECK(test::shown(book.evaluate("=FUNNEL.COUNT(Leads;\"MQL\")")) == "1");
}

TEST_CASE("more stages than the block has room for push the blocks below down", "[imports]") {
    std::string text = "ID,Phase\n";
    for (int i = 1; i <= 30; ++i) text += std::to_string(i) + "," + std::to_string(i % 15 + 1) + ". Step\n";
    const auto source = source_of("ID,Stage\n" + text.substr(text.find('\n') + 1));
    const Team team(*source, Language::english);
    CHECK(team.stages().size() == 16);
    CHECK(team.stages().front() == "1. Step");
    CHECK(team.read().playbook.reasons.size() == 14);
    CHECK(team.read().playbook.definitions.size() == 1);
}

TEST_CASE("a word for won that the playbook does not know is added to its expression", "[imports]") {
    const Team team(*source_of("ID,Stage\n1,契約済み\n2,Closed Lost\n"), Language::english);
    test::Workbook book;
    team.evaluate_in(book);
    CHECK(test::shown(book.evaluate("=LEAD.COUNT(Leads;\"won\")")) == "1");
    CHECK(test::shown(book.evaluate("=LEAD.COUNT(Leads;\"lost\")")) == "1");
}

TEST_CASE("roles that people bind are written into the block columns", "[imports]") {
    const Grid grid = grid_of(sheet::Part::playbook, Language::japanese);
    const Grid now =
        edited(grid, edit_playbook(grid, nullptr, {{Role::amount, "請求額"}}, Language::japanese));
    const Playbook playbook = read_blocks(now, {}).playbook;
    CHECK(playbook.columns.at(Role::amount) == "請求額");
    CHECK(playbook.columns.size() == role_count);
    CHECK(edit_playbook(now, nullptr, {{Role::amount, "請求額"}}, Language::japanese).empty());
}
