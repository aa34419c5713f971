// AdventureWorks: quotas and sales over the manager tree and the territory tree. Managers have own quotas
// beside those of their people, and sales exist in months without a quota.
#include <map>
#include <set>

#include "core/table/instant.hpp"
#include "tests/golden/real_data.hpp"
#include "tests/support/cells.hpp"

namespace {

using namespace kakehashi;
using namespace kakehashi::test;
namespace fs = std::filesystem;

std::size_t column(const Grid& table, const std::string& header) {
    for (std::size_t i = 0; i < table.columns; ++i)
        if (to_text(table.at(0, i)) == header) return i;
    throw std::invalid_argument("no column " + header);
}

std::string text_at(const Grid& table, std::size_t row, const std::string& header) {
    return to_text(table.at(row, column(table, header)));
}

CellValue day(int year, unsigned month, unsigned day_of_month) {
    return serial_from_instant(instant_from_civil(std::chrono::year{year} / month / day_of_month));
}

CellValue last_day(int year, unsigned month) {
    const auto last = std::chrono::year{year} / month / std::chrono::last;
    return serial_from_instant(instant_from_civil(std::chrono::sys_days{last}));
}

/// A goal table as it grows.
class GoalRows {
  public:
    GoalRows()
        : rows_{{std::string("goal"), std::string("parent"), std::string("metric"), std::string("person"),
                 std::string("start"), std::string("end"), std::string("target"), std::string("actual")}} {}
    void add(const std::string& goal, const std::string& parent, CellValue target = {},
             CellValue actual = {}) {
        rows_.push_back({goal, parent, {}, {}, {}, {}, std::move(target), std::move(actual)});
    }
    /// A month of a person's sales, counted from the log.
    void add_month(const std::string& goal, const std::string& parent, const std::string& person, int year,
                   unsigned month, CellValue target) {
        rows_.push_back({goal, parent, std::string("Sales"), person, day(year, month, 1),
                         last_day(year, month), std::move(target)});
    }
    Grid grid() const { return grid_of(rows_); }

  private:
    std::vector<std::vector<CellValue>> rows_;
};

struct Person {
    std::string name;  // as truth.json has it: `Jae Pak (291)`
    std::string parent;
    std::string national_id;
};

/// Everybody with a quota or sales, and those above them.
std::map<std::string, Person> people(const fs::path& folder, const nlohmann::json& truth) {
    const Grid table = read_csv(folder / "DimEmployee.csv");
    std::map<std::string, Person> all;
    for (std::size_t row = 1; row < table.rows; ++row) {
        const std::string key = text_at(table, row, "EmployeeKey");
        const std::string name =
            text_at(table, row, "FirstName") + " " + text_at(table, row, "LastName") + " (" + key + ")";
        if (!truth["rollup_by_manager_year"].contains(name)) continue;
        all[key] = {name, text_at(table, row, "ParentEmployeeKey"),
                    text_at(table, row, "EmployeeNationalIDAlternateKey")};
    }
    return all;
}

std::string parent_name(const std::map<std::string, Person>& all, const Person& person) {
    const auto found = all.find(person.parent);
    return found == all.end() ? "" : found->second.name;
}

/// The sales as an activity log.
Grid sales_log(const fs::path& folder, const std::map<std::string, Person>& all) {
    const Grid sales = read_csv(folder / "FactResellerSales.csv");
    const std::size_t date = column(sales, "OrderDate");
    const std::size_t seller = column(sales, "EmployeeKey");
    const std::size_t amount = column(sales, "SalesAmount");
    std::vector<std::vector<CellValue>> rows = {
        {std::string("date"), std::string("person"), std::string("activity"), std::string("count")}};
    for (std::size_t row = 1; row < sales.rows; ++row)
        rows.push_back({sales.at(row, date), all.at(to_text(sales.at(row, seller))).name,
                        std::string("Sales"), sales.at(row, amount)});
    return grid_of(rows);
}

using Targets = std::map<std::pair<std::string, int>, std::vector<CellValue>>;  // national id, year

Targets targets(const fs::path& folder) {
    const Grid table = read_csv(folder / "ResellerSalesTargets.csv");
    Targets result;
    for (std::size_t row = 1; row < table.rows; ++row) {
        // The first header carries a byte order mark.
        auto& months =
            result[{to_text(table.at(row, 1)), static_cast<int>(std::get<double>(table.at(row, 0)))}];
        for (std::size_t month = 2; month < table.columns; ++month) months.push_back(table.at(row, month));
    }
    return result;
}

/// Nodes without figures; under each a leaf '<name> (own)', under that its months, all of them or only those
/// with a quota.
Grid year_of_goals(const std::map<std::string, Person>& all, const Targets& quotas, int year,
                   bool only_with_quota) {
    GoalRows rows;
    for (const auto& [key, person] : all) {
        rows.add(person.name, parent_name(all, person));
        const std::string own = person.name + " (own)";
        rows.add(own, person.name);
        const auto known = quotas.find({person.national_id, year});
        for (unsigned month = 1; month <= 12; ++month) {
            const CellValue quota = known == quotas.end() ? CellValue{} : known->second[month - 1];
            if (only_with_quota && !std::holds_alternative<double>(quota)) continue;
            rows.add_month(own + " " + std::to_string(month), own, person.name, year, month, quota);
        }
    }
    return rows.grid();
}

std::string figure(const std::string& name, const std::string& goal) {
    return "=GOAL." + name + "(Goals;\"" + goal + "\";\"2021-12-31\")";
}

/// Target, actual and attainment; the targets are in thousands.
void check_year(const Workbook& book, const std::string& goal, const nlohmann::json& truth,
                const char* actual_key, const char* attainment_key) {
    INFO(goal);
    const double actual = truth[actual_key];
    const auto& attainment = truth[attainment_key];
    if (attainment.is_null()) {
        CHECK(shown(book.evaluate(figure("TARGET", goal))) == "#N/A");
        return;
    }
    CHECK(number(book, figure("TARGET", goal)) == truth["target_raw"]);
    CHECK(number(book, figure("ACTUAL", goal)) == Approx(actual).margin(0.006));
    CHECK(number(book, figure("PROGRESS", goal)) / 1000 == Approx(attainment.get<double>()).margin(1e-9));
}

}  // namespace

TEST_CASE("quotas and sales of a year roll up over the managers", "[adventureworks-goals]") {
    const fs::path folder = data_set("adventureworks-goals");
    if (folder.empty()) return;
    const auto truth = truth_of(folder);
    const auto all = people(folder, truth);
    const Targets quotas = targets(folder);
    REQUIRE(all.size() == truth["rollup_by_manager_year"].size());

    Workbook book;
    book.set("Sales", sales_log(folder, all));
    for (const int year : {2017, 2018, 2019, 2020, 2021}) {
        const std::string name = std::to_string(year);
        INFO(name);
        book.set("Rows", year_of_goals(all, quotas, year, false));
        book.set_formula("Goals", "=GOAL.TABLE(Rows;;Sales)");
        for (const auto& [goal, years] : truth["rollup_by_manager_year"].items()) {
            check_year(book, goal, years[name], "actual", "attainment");
            CHECK(number(book, figure("ACTUAL", goal)) ==
                  Approx(years[name]["actual"].get<double>()).margin(0.006));
        }
        for (const auto& [goal, years] : truth["by_employee_year"].items())
            check_year(book, goal + " (own)", years[name], "actual", "attainment");

        book.set("Rows", year_of_goals(all, quotas, year, true));
        book.set_formula("Goals", "=GOAL.TABLE(Rows;;Sales)");
        for (const auto& [goal, years] : truth["rollup_by_manager_year"].items())
            check_year(book, goal, years[name], "actual_in_months_with_target", "attainment_like_for_like");
    }
}

TEST_CASE("an explicit figure of a manager is not added to the people's", "[adventureworks-goals]") {
    const fs::path folder = data_set("adventureworks-goals");
    if (folder.empty()) return;
    const auto truth = truth_of(folder);
    const auto all = people(folder, truth);
    GoalRows rows;
    for (const auto& [key, person] : all) {
        const auto& own = truth["by_employee_year"];
        const bool known = own.contains(person.name);
        rows.add(person.name, parent_name(all, person),
                 known ? CellValue(own[person.name]["2017"]["target_raw"].get<double>()) : CellValue{},
                 known ? CellValue(own[person.name]["2017"]["actual"].get<double>()) : CellValue{});
    }
    Workbook book;
    book.set("Goals", rows.grid());
    const std::string manager = "Stephen Jiang (272)";
    CHECK(number(book, "=GOAL.TARGET(Goals;\"" + manager + "\")") == 7950);
    CHECK(number(book, "=GOAL.ACTUAL(Goals;\"" + manager + "\")") == 28926.22);
    // The top has no figure of its own, and one person directly below.
    CHECK(number(book, "=GOAL.TARGET(Goals;\"Ken Sánchez (112)\")") == 7950);
}

TEST_CASE("months add up over people", "[adventureworks-goals]") {
    const fs::path folder = data_set("adventureworks-goals");
    if (folder.empty()) return;
    const auto truth = truth_of(folder);
    const auto all = people(folder, truth);
    const Targets quotas = targets(folder);
    GoalRows rows;
    for (const auto& [month, figures] : truth["total_by_month_2019"].items()) {
        rows.add(month, "");
        for (const auto& [key, person] : all) {
            const auto known = quotas.find({person.national_id, 2019});
            const unsigned number = static_cast<unsigned>(std::stoul(month));
            const CellValue quota = known == quotas.end() ? CellValue{} : known->second[number - 1];
            rows.add_month(person.name + " in " + month, month, person.name, 2019, number, quota);
        }
    }
    Workbook book;
    book.set("Sales", sales_log(folder, all));
    book.set("Rows", rows.grid());
    book.set_formula("Goals", "=GOAL.TABLE(Rows;;Sales)");
    for (const auto& [month, figures] : truth["total_by_month_2019"].items())
        check_year(
            book, month,
            {{"target_raw", figures["target_raw"]},
             {"actual", figures["actual"]},
             {"attainment", figures["actual"].get<double>() / figures["target_raw"].get<double>() / 1000}},
            "actual", "attainment");
}

TEST_CASE("sales roll up over the territories", "[adventureworks-goals]") {
    const fs::path folder = data_set("adventureworks-goals");
    if (folder.empty()) return;
    const auto truth = truth_of(folder);
    const Grid territories = read_csv(folder / "DimSalesTerritory.csv");
    const Grid sales = read_csv(folder / "FactResellerSales.csv");
    std::map<std::string, std::string> region_of;
    std::set<std::pair<std::string, std::string>> nodes;
    GoalRows rows;
    rows.add("World", "");
    for (std::size_t row = 1; row < territories.rows; ++row) {
        const std::string group = text_at(territories, row, "SalesTerritoryGroup");
        const std::string country = group + " / " + text_at(territories, row, "SalesTerritoryCountry");
        const std::string region = country + " / " + text_at(territories, row, "SalesTerritoryRegion");
        if (nodes.emplace(group, "World").second) rows.add(group, "World");
        if (nodes.emplace(country, group).second) rows.add(country, group);
        rows.add(region, country);
        region_of[text_at(territories, row, "SalesTerritoryKey")] = region;
    }
    std::vector<std::vector<CellValue>> log = {
        {std::string("date"), std::string("activity"), std::string("count")}};
    for (std::size_t row = 1; row < sales.rows; ++row)
        log.push_back({sales.at(row, column(sales, "OrderDate")),
                       region_of.at(text_at(sales, row, "SalesTerritoryKey")),
                       sales.at(row, column(sales, "SalesAmount"))});
    Workbook book;
    book.set("Sales", grid_of(log));
    book.set("Rows", rows.grid());
    book.set_formula("Goals", "=GOAL.TABLE(Rows;;Sales)");

    std::map<std::string, double> above;  // group and country, from the regions
    for (const auto& [region, amount] : truth["actual_rollup_territory"].items()) {
        CHECK(number(book, figure("ACTUAL", region)) == Approx(amount.get<double>()).margin(0.006));
        above[region.substr(0, region.rfind(" / "))] += amount.get<double>();
        above[region.substr(0, region.find(" / "))] += amount.get<double>();
    }
    for (const auto& [goal, amount] : above)
        CHECK(number(book, figure("ACTUAL", goal)) == Approx(amount).margin(0.05));
    CHECK(number(book, figure("ACTUAL", "World")) ==
          Approx(truth["sales_total"].get<double>()).margin(0.001));
    CHECK(number(book, "=GOAL.ACTUAL(Goals;\"World\";\"2017-06-30\")") == 0);
}

TEST_CASE("quarterly quotas roll up over the managers and the years", "[adventureworks-goals]") {
    const fs::path folder = data_set("adventureworks-goals");
    if (folder.empty()) return;
    const auto truth = truth_of(folder);
    const auto all = people(folder, truth);
    const Grid quotas = read_csv(folder / "FactSalesQuota.csv");
    GoalRows by_manager, by_year;
    for (const auto& [key, person] : all) {
        by_manager.add(person.name, parent_name(all, person));
        by_manager.add(person.name + " (own)", person.name);
    }
    for (const auto& [year, total] : truth["quota_by_year"].items()) by_year.add(year, "");
    for (std::size_t row = 1; row < quotas.rows; ++row) {
        const std::string name = all.at(text_at(quotas, row, "EmployeeKey")).name + " (own)";
        const std::string quarter = name + " " + text_at(quotas, row, "DateKey");
        const CellValue quota = quotas.at(row, column(quotas, "SalesAmountQuota"));
        by_manager.add(quarter, name, quota);
        by_year.add(quarter, text_at(quotas, row, "CalendarYear"), quota);
    }
    Workbook book;
    book.set("Managers", by_manager.grid());
    book.set("Years", by_year.grid());
    for (const auto& [key, person] : all) {
        const std::string bare = person.name.substr(0, person.name.find(" ("));
        CHECK(number(book, "=GOAL.TARGET(Managers;\"" + person.name + "\")") ==
              truth["quota_rollup_by_manager"][bare]);
    }
    for (const auto& [year, total] : truth["quota_by_year"].items())
        CHECK(number(book, "=GOAL.TARGET(Years;\"" + year + "\")") == total);
}

TEST_CASE("people without a quota have none, which is not 0", "[adventureworks-goals]") {
    const fs::path folder = data_set("adventureworks-goals");
    if (folder.empty()) return;
    const auto truth = truth_of(folder);
    const Grid persons = read_csv(folder / "SalesPerson.csv");
    const Grid territories = read_csv(folder / "SalesTerritory.csv");
    std::map<std::string, std::string> group_of;
    for (std::size_t row = 1; row < territories.rows; ++row)
        group_of[text_at(territories, row, "TerritoryID")] = text_at(territories, row, "Group");
    GoalRows rows;
    for (const auto& [group, figures] : truth["salesperson_ytd_by_territory_group"].items())
        rows.add(group, "");
    for (std::size_t row = 1; row < persons.rows; ++row) {
        const std::string territory = text_at(persons, row, "TerritoryID");
        rows.add(
            text_at(persons, row, "BusinessEntityID"), territory.empty() ? "(blank)" : group_of.at(territory),
            persons.at(row, column(persons, "SalesQuota")), persons.at(row, column(persons, "SalesYTD")));
    }
    Workbook book;
    book.set("Goals", rows.grid());
    for (const auto& [person, figures] : truth["salesperson_ytd_vs_quota"].items()) {
        INFO(person);
        CHECK(number(book, figure("ACTUAL", person)) == figures["ytd"]);
        if (figures["quota"].is_null()) {
            CHECK(shown(book.evaluate(figure("TARGET", person))) == "#N/A");
            CHECK(shown(book.evaluate(figure("STATUS", person))) == "no data");
            continue;
        }
        CHECK(number(book, figure("TARGET", person)) == figures["quota"]);
        CHECK(number(book, figure("PROGRESS", person)) ==
              Approx(figures["attainment"].get<double>()).margin(1e-9));
    }
    for (const auto& [group, figures] : truth["salesperson_ytd_by_territory_group"].items()) {
        INFO(group);
        CHECK(number(book, figure("ACTUAL", group)) == Approx(figures["ytd"].get<double>()).margin(1e-3));
        if (figures["quota"] == 0.0)
            CHECK(shown(book.evaluate(figure("TARGET", group))) == "#N/A");
        else
            CHECK(number(book, figure("TARGET", group)) == figures["quota"]);
    }
}
