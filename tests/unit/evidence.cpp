// Back-tests, comparisons and hold-outs over random leads: what must hold whatever the numbers are.
#include <map>
#include <random>

#include <catch2/catch.hpp>

#include "core/evidence/comparison.hpp"
#include "core/leads/leads.hpp"
#include "tests/support/cells.hpp"

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

std::shared_ptr<const Leads> random_leads(unsigned seed) {
    static const std::vector<std::string> outcomes = {"Won", "Lost", "Rejected", "Disqualified", "Open", ""};
    std::mt19937 random(seed);
    const auto below = [&](int count) { return std::uniform_int_distribution<int>(0, count - 1)(random); };
    std::vector<std::vector<CellValue>> rows(1);
    for (const char* header : {"ID", "Created", "Size", "Source", "Outcome"})
        rows.front().emplace_back(std::string(header));
    for (int i = 0, count = below(200); i < count; ++i) {
        rows.push_back({static_cast<double>(i),
                        {},
                        static_cast<double>(below(10)),
                        std::string(below(2) == 0 ? "Web" : "Show"),
                        outcomes[static_cast<std::size_t>(below(6))]});
        if (below(10) != 0) rows.back()[1] = 46000.0 + below(100);
    }
    return std::make_shared<const Leads>(std::make_shared<const Table>(make_source(grid_of(rows))), nullptr,
                                         nullptr, instant_of("2026-06-30"));
}

std::map<std::string, Result<double>> all_measures(const BackTest& test) {
    std::map<std::string, Result<double>> values;
    for (const auto& measure : back_test_measures()) values.emplace(measure.word.name, measure.value(test));
    return values;
}

}  // namespace

TEST_CASE("the four cells of a back-test add up, and rates lie where they must", "[evidence]") {
    for (unsigned seed = 0; seed < 200; ++seed) {
        const auto leads = random_leads(seed);
        const auto tested = leads->derived<BackTests>().back_test("Size >= 5", {"", "", {}});
        REQUIRE(tested);
        auto of = all_measures(*tested);
        INFO("seed " << seed);
        CHECK(*of.at("tp") + *of.at("fp") + *of.at("fn") + *of.at("tn") == *of.at("leads"));
        CHECK(*of.at("tp") + *of.at("fp") == *of.at("qualified"));
        CHECK(*of.at("tp") + *of.at("fn") == *of.at("won"));
        CHECK(*of.at("tn") >= 0.0);
        CHECK((*of.at("p value") >= 0.0 && *of.at("p value") <= 1.0));
        CHECK(of.at("precision").has_value() == (*of.at("qualified") > 0));
        CHECK(of.at("recall").has_value() == (*of.at("won") > 0));
        if (!of.at("precision")) continue;
        CHECK(*of.at("low") <= *of.at("precision"));
        CHECK(*of.at("precision") <= *of.at("high"));
        if (of.at("lift")) CHECK(*of.at("lift") * *of.at("base rate") == Approx(*of.at("precision")));
    }
}

TEST_CASE("a comparison agrees with the two back-tests it stands for", "[evidence]") {
    for (unsigned seed = 0; seed < 100; ++seed) {
        const auto leads = random_leads(seed);
        const Cohort cohort{"", "Size > 0", {}};
        const auto a = leads->derived<BackTests>().back_test("Size >= 5", cohort);
        const auto b = leads->derived<BackTests>().back_test("Source = Web", cohort);
        const auto found = compare_definitions(*leads, "Size >= 5", "Source = Web", cohort);
        REQUIRE((a && b && found));
        INFO("seed " << seed);
        CHECK(found->leads.both + found->leads.only_a == a->qualified);
        CHECK(found->leads.both + found->leads.only_b == b->qualified);
        CHECK(found->won.both + found->won.only_a == a->true_positives);
        CHECK(found->won.both + found->won.only_b == b->true_positives);
    }
}

TEST_CASE("a hold-out is a third of the population, and no older than the rest", "[evidence]") {
    for (unsigned seed = 0; seed < 100; ++seed) {
        const auto leads = random_leads(seed);
        const auto tested = population(*leads, "", "", {});
        REQUIRE(tested);
        const auto split = hold_out(*leads, tested->leads);
        REQUIRE(split);
        INFO("seed " << seed);
        CHECK((split->training & split->held_out).none());
        CHECK((split->training | split->held_out) == tested->leads);
        CHECK(split->held_out.count() == tested->leads.count() / 3);
        const auto dates = created_dates(*leads);
        REQUIRE(dates);
        Instant newest = no_instant;
        split->training.for_each([&](std::size_t row) { newest = std::max(newest, (*dates)[row]); });
        split->held_out.for_each([&](std::size_t row) { CHECK((*dates)[row] >= newest); });
    }
}

TEST_CASE("what is kept does not depend on who asked before, nor grow without end", "[evidence]") {
    const auto leads = random_leads(3);
    const BackTests& tests = leads->derived<BackTests>();
    const auto first = tests.back_test("Size >= 1", {"", "", {}});
    REQUIRE(first);
    for (int i = 0; i < 100; ++i)
        CHECK(tests.back_test("Size >= " + std::to_string(i), {"", "Source = Web", {}}).has_value());
    const auto again = tests.back_test("Size >= 1", {"", "", {}});
    REQUIRE(again);
    CHECK(again->qualified == first->qualified);
    // Arguments that read alike when put side by side are different questions.
    CHECK(tests.back_test("Size >= 1", {"won", "", {}})->leads ==
          leads->derived<BackTests>().back_test("Size >= 1", {"won", "Size >= 0", {}})->leads);
    CHECK(tests.back_test("Size >= 1", {"", "won", {}})->leads == first->won);

    BoundedCache<int> cache(2);
    cache.keep("a", 1);
    cache.keep("b", 2);
    CHECK(*cache.find("a") == 1);
    cache.keep("c", 3);
    CHECK(cache.find("a") == nullptr);
    CHECK(*cache.find("c") == 3);
}
