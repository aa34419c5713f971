// Golden tests over real data that is not part of this repository: $KAKEHASHI_DATA, or ../shared/data beside
// the source tree. What each figure must be is in the data's own truth.json, computed by others.
#define CATCH_CONFIG_MAIN
#include "tests/golden/real_data.hpp"
#include "tests/support/cells.hpp"

namespace {

using namespace kakehashi;
using namespace kakehashi::test;
namespace fs = std::filesystem;

Grid blocks(const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::vector<CellValue>> cells;
    for (const auto& row : rows) {
        cells.emplace_back();
        for (const std::string& text : row) cells.back().push_back(cell_of(text));
    }
    return grid_of(cells);
}

std::size_t column_named(const Grid& table, const std::string& header) {
    for (std::size_t column = 0; column < table.columns; ++column)
        if (to_text(table.at(0, column)) == header) return column;
    throw std::invalid_argument("no column " + header);
}

/// As people do it with VLOOKUP: the cell of `result` in the row of `from` whose `key` is that of each row of
/// `to`.
void look_up(Grid& to, const std::string& key, const Grid& from, const std::string& result) {
    std::map<std::string, CellValue> found;
    for (std::size_t row = 1; row < from.rows; ++row)
        found.emplace(to_text(from.at(row, column_named(from, key))),
                      from.at(row, column_named(from, result)));
    std::vector<CellValue> cells;
    for (std::size_t row = 1; row < to.rows; ++row)
        cells.push_back(found.at(to_text(to.at(row, column_named(to, key)))));
    append_column(to, result, cells);
}

/// `close_date` holds the dates of won and lost deals, so the day of the win is a formula column:
/// =IF(deal_stage="Won";close_date;"").
void add_won_date(Grid& pipeline) {
    const std::size_t stage = column_named(pipeline, "deal_stage");
    const std::size_t closed = column_named(pipeline, "close_date");
    std::vector<CellValue> cells;
    for (std::size_t row = 1; row < pipeline.rows; ++row)
        cells.push_back(to_text(pipeline.at(row, stage)) == "Won" ? pipeline.at(row, closed) : CellValue{});
    append_column(pipeline, "won_date", cells);
}

const Grid& maven_playbook() {
    static const Grid grid = blocks({{"[playbook]"},
                                     {"key", "value"},
                                     {"name", "Maven"},
                                     {"as of", "2017-12-31"},
                                     {""},
                                     {"[columns]"},
                                     {"role", "header"},
                                     {"id", "opportunity_id"},
                                     {"amount", "close_value"},
                                     {"closed", "close_date"},
                                     {""},
                                     {"[stages]"},
                                     {"stage", "column", "when"},
                                     {"Prospecting", "", "deal_stage is not empty"},
                                     {"Engaging", "engage_date", ""},
                                     {"Won", "won_date", ""},
                                     {""},
                                     {"[outcomes]"},
                                     {"outcome", "when"},
                                     {"won", "deal_stage = Won"},
                                     {"lost", "deal_stage = Lost"}});
    return grid;
}

struct Quarter {
    const char* name;
    const char* period;  // as arguments
};
constexpr Quarter quarters[] = {{"2017 Q1", R"("2017-01-01";"2017-03-31")"},
                                {"2017 Q2", R"("2017-04-01";"2017-06-30")"},
                                {"2017 Q3", R"("2017-07-01";"2017-09-30")"},
                                {"2017 Q4", R"("2017-10-01";"2017-12-31")"}};

}  // namespace

TEST_CASE("a CRM's opportunity list gives the figures its analysts found", "[maven-crm]") {
    const fs::path folder = data_set("maven-crm");
    if (folder.empty()) return;
    const auto truth = truth_of(folder);
    Grid pipeline = read_csv(folder / "sales_pipeline.csv");
    look_up(pipeline, "sales_agent", read_csv(folder / "sales_teams.csv"), "regional_office");
    add_won_date(pipeline);

    Workbook book;
    book.set("Pipeline", pipeline);
    book.set("Blocks", maven_playbook());
    book.set_formula("Playbook", "=PLAYBOOK.READ(Blocks)");
    book.set_formula("Deals", "=LEAD.TABLE(Pipeline;Playbook)");

    CHECK(shown(book.evaluate("=PLAYBOOK.PROBLEMS(Playbook)")) == "ok");
    CHECK(number(book, "=LEAD.COUNT(Deals)") == truth["rows"]);

    // Counts per stage, with the playbook and on the bare range.
    for (const auto& [stage, count] : truth["stage_counts"].items()) {
        CHECK(number(book, "=LEAD.COUNT(Deals;\"deal_stage = " + stage + "\")") == count);
        CHECK(number(book, "=LEAD.COUNT(Pipeline;\"deal_stage = " + stage + "\")") == count);
    }
    CHECK(number(book, "=FUNNEL.NOW(Deals;\"Prospecting\")") == truth["stage_counts"]["Prospecting"]);
    CHECK(number(book, "=FUNNEL.NOW(Deals;\"Engaging\")") == truth["stage_counts"]["Engaging"]);
    CHECK(number(book, "=FUNNEL.COUNT(Deals;\"Engaging\")") ==
          truth["funnel_ever_reached"]["engaged (engage_date not blank)"]);
    CHECK(number(book, "=FUNNEL.COUNT(Deals;\"Won\")") == truth["funnel_ever_reached"]["won"]);
    CHECK(shown(book.evaluate("=LEAD.GROUPS(Deals;\"deal_stage\")")) ==
          "Won | Lost | Engaging | Prospecting");
    CHECK(number(book, "=LEAD.COUNT(Deals;\"account is empty\")") == truth["blank_cells"]["account"]);

    // Win rate, overall and per office.
    const auto close = [](const nlohmann::json& figure) {
        return Approx(figure.get<double>()).epsilon(1e-9);
    };
    CHECK(number(book, "=FUNNEL.WINRATE(Deals)") == close(truth["win_rate_won_over_closed"]));
    for (const auto& [office, figures] : truth["by_regional_office"].items()) {
        const std::string where = "\"regional_office = " + office + "\"";
        CHECK(number(book, "=FUNNEL.WINRATE(Deals;;;" + where + ")") == close(figures["win_rate"]));
        CHECK(number(book, "=LEAD.COUNT(Deals;" + where + ")") == figures["rows"]);
        CHECK(number(book, "=FUNNEL.VALUE(Deals;\"Won\";;;" + where + ")") == close(figures["won_value"]));
        CHECK(number(book, "=FUNNEL.DAYS(Deals;\"Engaging\";\"Won\";;;;" + where + ")") ==
              figures["median_cycle_won"]);
    }

    // Won count and value per closing quarter: as entries into Won, and as a filter on the closing date.
    for (const Quarter& quarter : quarters) {
        const double count = truth["won_count_by_close_quarter"][quarter.name];
        CHECK(number(book, std::string("=FUNNEL.COUNT(Deals;\"Won\";") + quarter.period + ")") == count);
        CHECK(number(book, std::string("=FUNNEL.VALUE(Deals;\"Won\";") + quarter.period + ")") ==
              close(truth["won_value_by_close_quarter"][quarter.name]));
        std::string between = quarter.period;
        std::erase(between, '"');
        between.replace(between.find(';'), 1, " and ");
        CHECK(number(book, "=LEAD.COUNT(Deals;\"won and close_date between " + between + "\")") == count);
    }

    // The cycle of won deals, from engagement to the win; and what they brought.
    const auto& cycle = truth["sales_cycle_days_won"];
    CHECK(number(book, "=FUNNEL.DAYS(Deals;\"Engaging\";\"Won\")") == cycle["median"]);
    CHECK(number(book, "=FUNNEL.DAYS(Deals;\"Engaging\";\"Won\";0)") == cycle["min"]);
    CHECK(number(book, "=FUNNEL.DAYS(Deals;\"Engaging\";\"Won\";0.9)") == close(cycle["p90"]));
    CHECK(number(book, "=FUNNEL.DAYS(Deals;\"Engaging\";\"Won\";1)") == cycle["max"]);
    CHECK(number(book, "=LEAD.STAT(Deals;\"close_value\";\"mean\";\"won\")") ==
          close(truth["won_value_mean"]));
    CHECK(number(book, "=LEAD.STAT(Deals;\"close_value\";\"median\";\"won\")") == truth["won_value_median"]);
    CHECK(number(book, "=LEAD.STAT(Deals;\"close_value\";\"max\";\"won\")") == truth["won_value_max"]);
}

namespace {

const std::vector<std::string>& loan_stages() {
    static const std::vector<std::string> stages = {
        "A_SUBMITTED", "A_PREACCEPTED", "A_ACCEPTED", "A_FINALIZED", "O_SENT", "O_SENT_BACK", "A_ACTIVATED"};
    return stages;
}

/// Stages with or without date columns; declined, cancelled and activated cases are over.
Grid loan_playbook() {
    std::vector<std::vector<std::string>> rows = {
        {"[playbook]"}, {"key", "value"},   {"as of", "2012-03-14"}, {""},
        {"[columns]"},  {"role", "header"}, {"id", "case_id"},       {"amount", "amount_requested"},
        {""},           {"[stages]"},       {"stage", "column"}};
    for (const std::string& stage : loan_stages()) rows.push_back({stage, stage});
    rows.insert(rows.end(), {{""}, {"[outcomes]"}, {"outcome", "when"}});
    rows.push_back({"won", "A_ACTIVATED is not empty"});
    rows.push_back({"lost", "A_DECLINED is not empty or A_CANCELLED is not empty"});
    return blocks(rows);
}

/// The columns of `log` in the order id, stage, date.
Grid as_history(const Grid& log) {
    const std::size_t wanted[] = {column_named(log, "case_id"), column_named(log, "activity"),
                                  column_named(log, "timestamp")};
    Grid history{log.rows, 3, {}};
    history.cells.reserve(3 * log.rows);
    for (std::size_t row = 0; row < log.rows; ++row)
        for (std::size_t column : wanted) history.cells.push_back(log.at(row, column));
    return history;
}

/// Counts exactly, and medians within 0.01 day, stage by stage: as single figures and in the table.
void check_loan_funnel(const Workbook& book, const std::string& leads, const nlohmann::json& truth) {
    const Value value = book.evaluate("=FUNNEL.TABLE(" + leads + ")");
    REQUIRE(std::holds_alternative<NumberMatrix>(value));
    const auto& table = std::get<NumberMatrix>(value);
    REQUIRE(table.rows == loan_stages().size());
    REQUIRE(table.columns == 8);
    const auto cell = [&](std::size_t row, std::size_t column) {
        return std::get<double>(table.cells[row * table.columns + column]);
    };
    for (std::size_t k = 0; k < loan_stages().size(); ++k) {
        const auto& step = truth["funnel_ever_reached"][k];
        const std::string& stage = loan_stages()[k];
        INFO(leads << ", " << stage);
        REQUIRE(step["stage"] == stage);
        CHECK(number(book, "=FUNNEL.COUNT(" + leads + ";\"" + stage + "\")") == step["cases"]);
        CHECK(cell(k, 0) == step["cases"]);
        CHECK(cell(k, 1) == Approx(step["from_first"].get<double>()).epsilon(1e-9));
        if (k == 0) continue;
        const std::string& previous = loan_stages()[k - 1];
        CHECK(cell(k, 2) == Approx(step["from_previous"].get<double>()).epsilon(1e-9));
        CHECK(number(book, "=FUNNEL.RATE(" + leads + ";\"" + previous + "\";\"" + stage + "\")") ==
              Approx(step["from_previous"].get<double>()).epsilon(1e-9));
        const double median = truth["lags"][previous + " -> " + stage]["median_elapsed_days"];
        CHECK(cell(k, 5) == Approx(median).margin(0.01));
        CHECK(number(book, "=FUNNEL.DAYS(" + leads + ";\"" + previous + "\";\"" + stage + "\")") ==
              Approx(median).margin(0.01));
    }
    CHECK(number(book, "=FUNNEL.DAYS(" + leads + ";\"A_SUBMITTED\";\"A_ACTIVATED\")") ==
          Approx(truth["lags"]["A_SUBMITTED -> A_ACTIVATED"]["median_elapsed_days"].get<double>())
              .margin(0.01));
    CHECK(number(book, "=FUNNEL.VALUE(" + leads + ";\"A_ACTIVATED\")") ==
          truth["amount_requested_activated"]);
    CHECK(number(book, "=FUNNEL.WINRATE(" + leads + ")") ==
          Approx(2246.0 / (2246 + 7635 + 2807)));  // activated, declined, cancelled in truth.json
    for (const auto& [month, figures] : truth["by_submission_month"].items()) {
        const std::string period = "\"" + month + "-01\";GOAL.END(\"" + month + "-01\";\"month\")";
        CHECK(number(book, "=FUNNEL.COUNT(" + leads + ";\"A_SUBMITTED\";" + period + ")") == figures["n"]);
        CHECK(number(book, "=FUNNEL.RATE(" + leads + ";\"A_SUBMITTED\";\"A_ACTIVATED\";" + period + ")") ==
              Approx(figures["rate"].get<double>()).epsilon(1e-9));
    }
}

}  // namespace

TEST_CASE("a bank's loan applications give the same funnel from date columns and from the event log",
          "[bpi2012]") {
    const fs::path folder = data_set("bpi2012");
    if (folder.empty()) return;
    const auto truth = truth_of(folder);
    Workbook book;
    book.set("Cases", read_csv(folder / "cases_first_stage_times.csv"));
    const Grid log = read_csv(folder / "events_A_O.csv");
    REQUIRE(log.rows - 1 == truth["events_A_O"].get<std::size_t>());
    book.set("Log", as_history(log));
    book.set("Blocks", loan_playbook());
    book.set_formula("Playbook", "=PLAYBOOK.READ(Blocks)");
    book.set_formula("Dated", "=LEAD.TABLE(Cases;Playbook)");
    book.set_formula("History", "=LEAD.HISTORY(Log)");
    book.set_formula("Logged", "=LEAD.TABLE(Cases;Playbook;History)");

    CHECK(shown(book.evaluate("=PLAYBOOK.PROBLEMS(Playbook)")) == "ok");
    CHECK(number(book, "=LEAD.COUNT(Dated)") == truth["cases"]);
    check_loan_funnel(book, "Dated", truth);
    check_loan_funnel(book, "Logged", truth);
}
