#include <cmath>
#include <random>

#include <catch2/catch.hpp>

#include "core/goals/standing.hpp"
#include "tests/support/cells.hpp"
#include "tests/support/workbook.hpp"

namespace {

using namespace kakehashi;
using namespace kakehashi::test;

double number(const Workbook& book, const std::string& formula) {
    const Value value = book.evaluate(formula);
    INFO(formula << " gives " << shown(value));
    REQUIRE(std::holds_alternative<double>(value));
    return std::get<double>(value);
}

std::shared_ptr<const Goals> goals_of(std::vector<std::vector<CellValue>> rows, GoalContext context = {}) {
    rows.insert(rows.begin(), {std::string("goal"), std::string("parent"), std::string("unit"),
                               std::string("weight"), std::string("target"), std::string("actual")});
    const Table table(make_source(grid_of(rows)));
    if (context.now == no_instant) context.now = instant_of("2026-06-30 12:00");
    auto goals = Goals::read(table, std::move(context));
    REQUIRE(goals.has_value());
    return *goals;
}

/// A tree in which every goal has `width` children, `depth` deep, with figures in the leaves only.
std::shared_ptr<const Goals> regular_tree(std::size_t count, std::size_t width) {
    std::vector<std::vector<CellValue>> rows;
    for (std::size_t i = 0; i < count; ++i) {
        const bool leaf = i * width + 1 >= count;
        const std::string parent = i == 0 ? "" : "g" + std::to_string((i - 1) / width);
        rows.push_back({"g" + std::to_string(i),
                        parent,
                        {},
                        {},
                        leaf ? CellValue{2.0} : CellValue{},
                        leaf ? CellValue{1.0} : CellValue{}});
    }
    return goals_of(std::move(rows));
}

/// Leads of three stages with random dates and amounts.
Grid random_leads(std::mt19937& random) {
    std::vector<std::vector<CellValue>> rows = {{std::string("ID"), std::string("Lead"), std::string("MQL"),
                                                 std::string("Won"), std::string("Amount")}};
    const auto up_to = [&](unsigned most) { return static_cast<int>(random() % (most + 1)); };
    for (std::size_t i = 0; i < 60; ++i) {
        const double lead = 46000.0 + up_to(150);
        const bool qualified = up_to(9) < 7;
        const bool won = up_to(9) < 4;
        const double mql = lead + up_to(30);
        rows.push_back({"L" + std::to_string(i), lead, qualified ? CellValue{mql} : CellValue{},
                        won ? CellValue{mql + up_to(60)} : CellValue{},
                        up_to(5) == 0 ? CellValue{} : CellValue{100.0 + up_to(900)}});
    }
    return grid_of(rows);
}

Grid plan_playbook() {
    const auto row = [](std::vector<std::string> texts) {
        return std::vector<CellValue>(texts.begin(), texts.end());
    };
    return grid_of({row({"[playbook]"}),
                    row({"key", "value"}),
                    row({"as of", "2026-06-30"}),
                    {},
                    row({"[stages]"}),
                    row({"stage", "column"}),
                    row({"Lead", "Lead"}),
                    row({"MQL", "MQL"}),
                    row({"Won", "Won"}),
                    {},
                    row({"[outcomes]"}),
                    row({"outcome", "when"}),
                    row({"won", "reached [Won]"})});
}

/// What roll_up promises, said again with recursion and nothing kept.
class Naive {
  public:
    explicit Naive(std::span<const Goal> goals) : goals_(goals) {}

    std::optional<double> sum(std::size_t at, Figure Goal::*figure) const {
        if ((goals_[at].*figure).value) return (goals_[at].*figure).value;
        std::optional<double> total;
        for (const std::size_t child : below(at))
            if (goals_[child].unit == goals_[at].unit)
                if (const auto one = sum(child, figure)) total = total.value_or(0) + *one;
        return total;
    }
    std::optional<double> progress(std::size_t at) const {
        const auto actual = sum(at, &Goal::actual);
        const auto target = sum(at, &Goal::target);
        if (actual && target) return *actual / *target;
        if (actual) return std::nullopt;
        double points = 0;
        double weights = 0;
        for (const std::size_t child : below(at)) {
            if (goals_[child].unit == goals_[at].unit) return std::nullopt;
            const auto one = progress(child);
            if (!one) continue;
            points += *one * goals_[child].weight;
            weights += goals_[child].weight;
        }
        return weights == 0 ? std::nullopt : std::optional(points / weights);
    }

  private:
    std::vector<std::size_t> below(std::size_t at) const {
        std::vector<std::size_t> children;
        for (std::size_t i = 0; i < goals_.size(); ++i)
            if (goals_[i].parent == goals_[at].name) children.push_back(i);
        return children;
    }
    std::span<const Goal> goals_;
};

void check_equal(const std::optional<double>& figure, const std::optional<double>& expected) {
    REQUIRE(figure.has_value() == expected.has_value());
    if (expected) CHECK(*figure == Approx(*expected).epsilon(1e-12));
}

}  // namespace

TEST_CASE("a random tree of goals rolls up as the definitions say") {
    std::mt19937 random(7);
    const auto one_of = [&](std::size_t most) { return static_cast<std::size_t>(random() % most); };
    for (int round = 0; round < 200; ++round) {
        std::vector<std::vector<CellValue>> rows;
        for (std::size_t i = 0; i < 30; ++i) {
            const CellValue blank;
            // Parents anywhere before or behind; the first has none.
            const std::string parent = i == 0 || one_of(6) == 0 ? "" : "g" + std::to_string(one_of(i));
            rows.push_back({"g" + std::to_string(i), parent, std::string(one_of(3) == 0 ? "visits" : "yen"),
                            one_of(2) == 0 ? blank : CellValue{static_cast<double>(1 + one_of(4))},
                            one_of(2) == 0 ? blank : CellValue{static_cast<double>(1 + one_of(50))},
                            one_of(2) == 0 ? blank : CellValue{static_cast<double>(one_of(50))}});
        }
        std::shuffle(rows.begin(), rows.end(), random);
        const auto goals = goals_of(rows);
        const Naive naive(goals->all());
        for (std::size_t i = 0; i < goals->all().size(); ++i) {
            INFO(round << ", " << goals->all()[i].name);
            const GoalFigures& figures = goals->figures(i, 0);
            check_equal(figures.actual.value, naive.sum(i, &Goal::actual));
            check_equal(figures.target.value, naive.sum(i, &Goal::target));
            check_equal(figures.progress.value, naive.progress(i));
        }
    }
}

TEST_CASE("ten thousand goals twelve deep add up to the top") {
    const auto goals = regular_tree(10000, 2);  // 2^13 > 10,000
    std::size_t leaves = 0;
    for (const Goal& goal : goals->all()) leaves += goal.actual.value ? 1 : 0;
    CHECK(leaves == 5000);
    const Standing top(*goals, *goals->find("g0"), goals->as_of());
    CHECK(*top.actual() == 5000);
    CHECK(*top.target() == 10000);
    CHECK(*top.progress() == 0.5);
    CHECK(goals->list(std::nullopt, {}).size() == 10000);
}

TEST_CASE("a goal table may be as deep as it is long") {
    const auto goals = regular_tree(100000, 1);
    CHECK(*Standing(*goals, *goals->find("g0"), goals->as_of()).actual() == 1);
    CHECK(goals->tree().order().back() == 99999);
}

TEST_CASE("what is wrong with a goal table is reported with its row") {
    const auto goals = goals_of({{std::string("a"), std::string("nowhere")},
                                 {std::string("b"), std::string("c")},
                                 {std::string("c"), std::string("b")},
                                 {CellValue{}, std::string("a")},
                                 {},
                                 {std::string("Ｄ"), {}, {}, std::string("heavy"), 5.0, ErrorCell{}},
                                 {std::string("d"), {}, {}, 1.0, 6.0, 7.0}});
    std::vector<std::pair<std::size_t, std::string>> found;
    for (const GoalProblem& problem : goals->problems()) {
        found.emplace_back(problem.row, problem.message.en);
        CHECK(!problem.message.ja.empty());
    }
    const std::vector<std::pair<std::size_t, std::string>> expected = {
        {1, "The parent \"nowhere\" of \"a\" is no goal of the table."},
        {2, "The goal \"b\" is its own ancestor."},
        {3, "The goal \"c\" is its own ancestor."},
        {4, "The row names no goal."},
        {6, "weight: \"heavy\" is not understood and counts as blank."},
        {6, "\"Ｄ\" has no start date: nothing can be expected of it, and it has no status."},
        {7, "The goal \"d\" occurs again; the first one is found."},
        {7, "\"d\" has no start date: nothing can be expected of it, and it has no status."}};
    CHECK(found == expected);
    CHECK(*Standing(*goals, *goals->find("d"), 0).target() == 5);
}

TEST_CASE("figures for many dates are not kept for ever, and stay right") {
    const auto goals = regular_tree(15, 2);
    const std::size_t top = *goals->find("g0");
    for (Instant date = 0; date < 100 * ms_per_day; date += ms_per_day)
        CHECK(*goals->figures(top, date).actual.value == 8);
    CHECK(*goals->figures(top, 0).actual.value == 8);
}

TEST_CASE("huge figures are an error in the cell, no number and no crash") {
    Workbook book;
    const std::vector<CellValue> header = {std::string("goal"), std::string("parent"), std::string("target"),
                                           std::string("actual")};
    book.set("Rows", grid_of({header,
                              {std::string("top"), {}, 1.0},
                              {std::string("a"), std::string("top"), {}, 1.7e308},
                              {std::string("b"), std::string("top"), {}, 1.7e308}}));
    CHECK(shown(book.evaluate("=GOAL.ACTUAL(Rows;\"top\")")) == "Err:503");
    CHECK(shown(book.evaluate("=GOAL.PROGRESS(Rows;\"top\")")) == "Err:503");
    CHECK(shown(book.evaluate("=GOAL.ACTUAL(Rows;\"a\")")) == "1.7e+308");
}

TEST_CASE("the leads of a plan, at the measured rates, bring the value that was planned") {
    std::mt19937 random(11);
    int planned = 0;
    for (int round = 0; round < 40; ++round) {
        Workbook book;
        book.set("Rows", random_leads(random));
        book.set("Blocks", plan_playbook());
        book.set_formula("Leads", "=LEAD.TABLE(Rows;Blocks)");
        const std::string mean = "=LEAD.STAT(Leads;\"Amount\";\"mean\";\"won\")";
        if (!std::holds_alternative<double>(book.evaluate(mean))) continue;
        for (const std::string stage : {"Lead", "MQL"}) {
            // With a date, 31 days after the as-of date, and without.
            for (const std::string by : {"", "2026-07-31"}) {
                const std::string days = by.empty() ? "" : ";;;;31";
                const Value leads = book.evaluate("=GOAL.PLAN(Leads;\"" + stage + "\";750000" +
                                                  (by.empty() ? std::string() : ";\"" + by + "\"") + ")");
                const double rate = number(book, "=FUNNEL.RATE(Leads;\"" + stage + "\";\"Won\"" + days + ")");
                if (rate == 0) continue;
                REQUIRE(std::holds_alternative<double>(leads));
                CHECK(std::get<double>(leads) * rate * number(book, mean) == Approx(750000).epsilon(1e-12));
                ++planned;
            }
            const double lag = number(book, "=FUNNEL.DAYS(Leads;\"" + stage + "\";\"Won\")");
            CHECK(number(book, "=GOAL.PLANDATE(Leads;\"" + stage + "\";\"2026-12-31\")") + lag ==
                  Approx(46387).epsilon(1e-12));
        }
    }
    CHECK(planned > 100);
}

TEST_CASE("the months of a view add up to its year, for targets and for what was counted") {
    std::mt19937 random(23);
    const auto up_to = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
    const auto text = [](const char* words) { return CellValue{std::string(words)}; };
    for (int round = 0; round < 25; ++round) {
        std::vector<std::vector<CellValue>> rows = {{text("goal"), text("parent"), text("metric"),
                                                     text("start"), text("end"), text("target"),
                                                     text("curve")}};
        rows.push_back({text("top"), {}, {}, {}, {}, {}, {}});
        for (int i = 0; i < 8; ++i) {
            const double start = 46000.0 + up_to(500);
            const char* const curves[] = {"calendar", "working", "last year"};
            rows.push_back({CellValue{"g" + std::to_string(i)}, text("top"), text("calls"), start,
                            start + 40 + up_to(400), 1.0 + up_to(900), text(curves[up_to(2)])});
        }
        std::vector<std::vector<CellValue>> log = {{text("date"), text("activity"), text("count")}};
        for (double day = 45500; day < 47400; day += 1 + up_to(6))
            log.push_back({day, text("calls"), 1.0 + up_to(9)});
        const std::string april = std::to_string(1 + up_to(11));
        Workbook book;
        book.set("Rows", grid_of(rows));
        book.set("Log", grid_of(log));
        book.set("Blocks", grid_of({{text("[playbook]")},
                                    {text("key"), text("value")},
                                    {text("fiscal year starts"), CellValue{april}}}));
        book.set_formula("Goals", "=GOAL.TABLE(Rows;Blocks;Log)");
        for (const std::string goal : {"g0", "g1", "g2", "g3", "top"}) {
            const auto ask = [&](const char* figure, double day, const char* unit) {
                const Value value = book.evaluate("=GOAL." + std::string(figure) + "(Goals;\"" + goal +
                                                  "\";" + std::to_string(day) + ";\"" + unit + "\")");
                // No day of the goal lies there.
                return std::holds_alternative<double>(value) ? std::get<double>(value) : 0.0;
            };
            const double first = number(book, "=GOAL.START(46300;\"year\";Blocks)");
            const double last = number(book, "=GOAL.END(46300;\"year\";Blocks)");
            double target = 0;
            double actual = 0;
            double expected = 0;
            for (double day = first; day <= last;) {
                const std::string at = std::to_string(day);
                day = number(book, "=GOAL.END(" + at + ";\"month\")") + 1;
                target += ask("TARGET", day - 1, "month");
                actual += ask("ACTUAL", day - 1, "month");
                expected += goal == "top" ? 0 : ask("EXPECTED", day - 1, "month");
            }
            INFO(round << ", " << goal << ", year from month " << april);
            CHECK(ask("TARGET", last, "year") == Approx(target).epsilon(1e-9).margin(1e-9));
            CHECK(ask("ACTUAL", last, "year") == Approx(actual).epsilon(1e-9).margin(1e-9));
            if (goal != "top")
                CHECK(ask("EXPECTED", last, "year") == Approx(expected).epsilon(1e-9).margin(1e-9));
        }
    }
}

TEST_CASE("the activities of a plan, at the measured rates, bring the value that was planned") {
    std::mt19937 random(29);
    const auto text = [](const char* words) { return CellValue{std::string(words)}; };
    int planned = 0;
    for (int round = 0; round < 40; ++round) {
        std::vector<std::vector<CellValue>> log = {{text("date"), text("activity"), text("count")}};
        double done = 0;  // in the measured period, 1 January to 31 March 2026
        for (double day = 46010; day < 46140; day += 1 + static_cast<double>(random() % 9)) {
            const double count = 1.0 + static_cast<double>(random() % 4);
            log.push_back({day, text("visits"), count});
            if (day >= 46023 && day <= 46112) done += count;
        }
        Workbook book;
        book.set("Rows", random_leads(random));
        book.set("Blocks", plan_playbook());
        book.set("Log", grid_of(log));
        book.set_formula("Leads", "=LEAD.TABLE(Rows;Blocks)");
        const std::string period = ";\"2026-01-01\";\"2026-03-31\"";
        for (const std::string stage : {"Lead", "MQL"}) {
            const std::string what = "Leads;Log;\"visits\";\"" + stage + "\"";
            const Value visits = book.evaluate("=GOAL.PLANACTIVITY(" + what + ";750000;" + period + ")");
            if (!std::holds_alternative<double>(visits)) continue;
            const double leads = number(book, "=FUNNEL.COUNT(Leads;\"" + stage + "\"" + period + ")");
            const double rate = number(book, "=FUNNEL.RATE(Leads;\"" + stage + "\";\"Won\"" + period + ")");
            const double mean = number(book,
                                       "=LEAD.STAT(Leads;\"Amount\";\"mean\";\"won and [Won] between "
                                       "2026-01-01 and 2026-03-31\")");
            CHECK(std::get<double>(visits) * (leads / done) * rate * mean == Approx(750000).epsilon(1e-12));
            ++planned;
        }
    }
    CHECK(planned > 50);
}
