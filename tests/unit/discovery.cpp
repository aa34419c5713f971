#include "core/evidence/discovery.hpp"

#include <cmath>
#include <functional>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "core/evidence/population.hpp"
#include "core/evidence/quantile_bins.hpp"
#include "core/expression/name_list.hpp"
#include "core/leads/leads.hpp"
#include "core/support/bit_counts.hpp"
#include "tests/support/cells.hpp"

using namespace kakehashi;

namespace {

std::shared_ptr<const Leads> leads_of(Grid grid) {
    return std::make_shared<const Leads>(std::make_shared<const Table>(make_source(std::move(grid))), nullptr,
                                         nullptr, 0);
}

/// A small random table: texts, numbers with few values, numbers with more, and whether each lead was won.
struct RandomTable {
    std::vector<std::string> source;  // empty = blank
    std::vector<int> size;
    std::vector<int> visits;  // -1 = blank
    std::vector<bool> won;

    RandomTable(unsigned seed, std::size_t rows) {
        std::minstd_rand dice(seed);
        const auto below = [&](unsigned sides) { return static_cast<int>((dice() >> 4) % sides); };
        static const std::vector<std::string> sources = {"", "Fair", "Mail", "Trade show", "Web"};
        for (std::size_t row = 0; row < rows; ++row) {
            source.push_back(sources[static_cast<std::size_t>(below(5))]);
            size.push_back(below(6));
            visits.push_back(below(26) - 1);
            const bool hot = source.back() == "Web" && size.back() >= 3;
            won.push_back(below(10) < (hot ? 7 : 2));
        }
    }

    Grid grid() const {
        std::vector<std::vector<CellValue>> rows = {{"Source", "Size", "Visits", "Bought"}};
        for (std::size_t row = 0; row < won.size(); ++row) {
            const auto number = [](int value) {
                return value < 0 ? CellValue{} : CellValue{static_cast<double>(value)};
            };
            const CellValue text = source[row].empty() ? CellValue{} : CellValue{source[row]};
            rows.push_back({text, number(size[row]), number(visits[row]), won[row] ? "yes" : "no"});
        }
        return test::grid_of(rows);
    }
};

/// The plainest way to the same rules: every combination, row by row, sorted.
class Exhaustive {
  public:
    Exhaustive(const RandomTable& table, const RuleWish& wish) : table_(table), wish_(wish) {
        const std::size_t rows = table.won.size();
        for (const std::string text : {"Fair", "Mail", "Trade show", "Web"})
            add("Source = " + (text == "Trade show" ? '"' + text + '"' : text),
                [&, text](std::size_t row) { return table.source[row] == text; });
        add_numbers("Size", table.size);
        add_numbers("Visits", table.visits);
        std::vector<std::size_t> all(rows);
        for (std::size_t row = 0; row < rows; ++row) all[row] = row;
        combine(0, "", 0, all);
    }

    std::vector<std::string> best() {
        std::stable_sort(found_.begin(), found_.end(), [&](const Found& a, const Found& b) {
            if (wish_.capacity && a.won != b.won) return a.won > b.won;
            if (a.low != b.low) return a.low > b.low;
            if (a.rows.size() != b.rows.size()) return a.rows.size() > b.rows.size();
            return a.terms < b.terms;  // then as found: in the conditions' order
        });
        std::vector<std::string> texts;
        std::vector<std::vector<std::size_t>> selections;
        for (const Found& rule : found_) {
            if (std::find(selections.begin(), selections.end(), rule.rows) != selections.end()) continue;
            selections.push_back(rule.rows);
            texts.push_back(rule.text);
            if (texts.size() == wish_.rules) break;
        }
        return texts;
    }

  private:
    struct Condition {
        std::string text;
        std::function<bool(std::size_t)> holds;
    };
    struct Found {
        std::string text;
        std::size_t terms;
        std::vector<std::size_t> rows;
        std::size_t won;
        double low;
    };

    void add(std::string text, std::function<bool(std::size_t)> holds) {
        std::size_t count = 0;
        for (std::size_t row = 0; row < table_.won.size(); ++row) count += holds(row) ? 1 : 0;
        if (count >= wish_.minimum_leads && count < table_.won.size())
            conditions_.push_back({std::move(text), std::move(holds)});
    }
    void add_numbers(const std::string& name, const std::vector<int>& numbers) {
        std::set<int> values(numbers.begin(), numbers.end());
        values.erase(-1);
        for (const int value : values)
            if (values.size() <= 20)
                add(name + " = " + std::to_string(value),
                    [&, value](std::size_t row) { return numbers[row] == value; });
        for (const int cut : values)
            if (cut != *values.begin())
                add(name + " >= " + std::to_string(cut),
                    [&, cut](std::size_t row) { return numbers[row] >= cut; });
        for (const int cut : values)
            if (cut != *values.rbegin())
                add(name + " <= " + std::to_string(cut),
                    [&, cut](std::size_t row) { return numbers[row] >= 0 && numbers[row] <= cut; });
    }
    void combine(std::size_t first, const std::string& text, std::size_t terms,
                 const std::vector<std::size_t>& rows) {
        if (terms == wish_.terms) return;
        for (std::size_t i = first; i < conditions_.size(); ++i) {
            Found rule{text.empty() ? conditions_[i].text : text + " and " + conditions_[i].text,
                       terms + 1,
                       {},
                       0,
                       0.0};
            for (const std::size_t row : rows)
                if (conditions_[i].holds(row)) rule.rows.push_back(row);
            for (const std::size_t row : rule.rows) rule.won += table_.won[row] ? 1 : 0;
            if (rule.rows.size() < wish_.minimum_leads || rule.won == 0) continue;
            combine(i + 1, rule.text, terms + 1, rule.rows);
            if (wish_.capacity && rule.rows.size() > *wish_.capacity) continue;
            rule.low = lower_bound(static_cast<double>(rule.won), static_cast<double>(rule.rows.size()));
            found_.push_back(std::move(rule));
        }
    }
    /// Wilson 1927, as in the textbook.
    static double lower_bound(double won, double n) {
        const double z = 1.959963984540054;
        const double p = won / n;
        return (p + z * z / (2 * n) - z * std::sqrt((p * (1 - p) + z * z / (4 * n)) / n)) / (1 + z * z / n);
    }

    const RandomTable& table_;
    RuleWish wish_;
    std::vector<Condition> conditions_;
    std::vector<Found> found_;
};

std::vector<std::string> discovered(const Leads& leads, const RuleWish& wish) {
    std::vector<std::string> texts;
    if (const auto rules = leads.derived<Discovery>().rules({"Bought = yes", "", wish}))
        for (const DiscoveredRule& rule : *rules) texts.push_back(rule.text);
    return texts;
}

}  // namespace

TEST_CASE("discovery finds what trying every combination finds", "[discovery]") {
    for (unsigned seed = 1; seed <= 24; ++seed) {
        const RandomTable table(seed, 20 + 5 * (seed % 12));
        const auto leads = leads_of(table.grid());
        for (std::size_t terms = 1; terms <= 3; ++terms) {
            RuleWish wish{seed % 3 == 0 ? 40u : 10u, terms, 1 + seed % 7, std::nullopt};
            INFO("seed " << seed << ", terms " << terms << ", minimum " << wish.minimum_leads);
            CHECK(discovered(*leads, wish) == Exhaustive(table, wish).best());
            for (const std::size_t capacity : {5, 12, 30}) {
                wish.capacity = capacity;
                INFO("capacity " << capacity);
                CHECK(discovered(*leads, wish) == Exhaustive(table, wish).best());
            }
        }
    }
}

TEST_CASE("discovery is exact where the leads fill several blocks", "[discovery]") {
    const RandomTable table(99, 9'000);
    const auto leads = leads_of(table.grid());
    for (RuleWish wish : {RuleWish{10, 2, 30, std::nullopt}, RuleWish{10, 2, 30, 500}})
        CHECK(discovered(*leads, wish) == Exhaustive(table, wish).best());
}

TEST_CASE("a rule counted as a filter selects the leads it was found with", "[discovery]") {
    const std::vector<std::string> texts = {
        "Trade show", "and",    "today", "2026-01-05", "12%x", "say \"hi\"",   "空",      "または",
        "not",        "O'Hara", "a,b",   "[x]",        "007a", "Ｗｅｂ",       "製造 業", "1e5",
        "=",          "5",      "won",   "10 days",    "#ref", "過去30日以内", "5以上",   "in (x)"};
    const std::vector<std::string> headers = {"Lead Source", "in", "won", "A]B", "流入元", "not",  "1", "at",
                                              "reached",     "is", "空",  "a.b", "x-",     "\"q\""};
    std::vector<std::vector<CellValue>> rows(1, std::vector<CellValue>(headers.begin(), headers.end()));
    rows.front().emplace_back("Bought");
    std::minstd_rand dice(7);
    for (std::size_t row = 0; row < 600; ++row) {
        rows.emplace_back();
        for (std::size_t column = 0; column < headers.size(); ++column) {
            const std::size_t value = (dice() >> 4) % (texts.size() + 4);
            if (value < texts.size())
                rows.back().emplace_back(texts[value]);
            else if (value == texts.size())
                rows.back().emplace_back();
            else
                rows.back().emplace_back(-1.5e-7 * static_cast<double>(value));
        }
        rows.back().emplace_back((dice() >> 4) % 3 == 0 ? "yes" : "no");
    }
    const auto leads = leads_of(test::grid_of(rows));
    RuleWish wish{1000, 2, 5, std::nullopt};
    const auto rules = leads->derived<Discovery>().rules({"Bought = yes", "", wish});
    REQUIRE(rules);
    REQUIRE(rules->size() == 1000);
    for (const DiscoveredRule& rule : *rules) {
        INFO(rule.text);
        const auto selected = leads->where(rule.text);
        const auto won = leads->where("(" + rule.text + ") and Bought = yes");
        REQUIRE(selected);
        REQUIRE(won);
        CHECK((*selected)->count() == rule.counts.leads());
        CHECK((*won)->count() == rule.counts.won);
    }
    // Single conditions: every column that can be named has some.
    wish = {1000, 1, 5, std::nullopt};
    const auto singles = leads->derived<Discovery>().rules({"Bought = yes", "", wish});
    REQUIRE(singles);
    for (const std::string start : {"[Lead Source] = ", "[in] = ", "won = ", "[A]]B] = ", "流入元 = ",
                                    "[not] = ", "reached = ", "[is] = ", "a.b = ", "[x-] = ", "[\"q\"] = "}) {
        INFO(start);
        CHECK(std::any_of(singles->begin(), singles->end(),
                          [&](const DiscoveredRule& rule) { return rule.text.starts_with(start); }));
    }
}

TEST_CASE("a planted rule is found", "[discovery]") {
    std::minstd_rand dice(3);
    const auto below = [&](unsigned sides) { return static_cast<unsigned>((dice() >> 4) % sides); };
    std::vector<std::vector<CellValue>> rows = {
        {"Industry", "Source", "Employees", "Visits", "Age", "Bought"}};
    for (std::size_t row = 0; row < 6'000; ++row) {
        const auto industry = below(6);
        const auto source = below(4);
        const double employees = static_cast<double>(below(100'000)) / 100.0;
        const unsigned chance = industry == 2 && source == 1 && employees >= 500.0 ? 85 : 10;
        rows.push_back({"i" + std::to_string(industry), "s" + std::to_string(source), employees,
                        static_cast<double>(below(9)), static_cast<double>(below(60)),
                        below(100) < chance ? "yes" : "no"});
    }
    const auto leads = leads_of(test::grid_of(rows));
    const auto found = discovered(*leads, {1, 3, 30, std::nullopt});
    REQUIRE(found.size() == 1);
    INFO(found.front());
    CHECK(found.front().starts_with("Industry = i2 and Source = s1 and Employees >= "));
    CHECK(std::stod(found.front().substr(found.front().rfind(' '))) == Approx(500.0).margin(20.0));
}

TEST_CASE("tables with nothing to find give #N/A", "[discovery]") {
    const std::vector<std::vector<std::vector<CellValue>>> tables = {
        {{"Source", "Bought"}},
        {{"", ""}, {"Web", "yes"}},
        {{"Source", "Bought"}, {"Web", "yes"}},
        {{"Source", "Bought"}, {CellValue{}, CellValue{}}, {ErrorCell{}, ErrorCell{}}},
        {{"Bought"}, {"yes"}, {"no"}},
        {{"Size", "Bought"}, {1e308, "yes"}, {-1e308, "no"}, {1e308, "yes"}},
    };
    for (const auto& rows : tables) {
        const auto leads = leads_of(test::grid_of(rows));
        const auto rules = leads->derived<Discovery>().rules({"", "", {10, 3, 30, std::nullopt}});
        REQUIRE_FALSE(rules);
        CHECK(rules.error().code == ErrorCode::not_available);
    }
}

TEST_CASE("a search that would take minutes is refused before it begins", "[discovery]") {
    constexpr std::size_t columns = 6'000;
    std::vector<std::vector<CellValue>> rows(81, std::vector<CellValue>(columns + 1));
    for (std::size_t column = 0; column < columns; ++column) {
        rows[0][column] = "Column " + std::to_string(column);
        for (std::size_t row = 1; row < rows.size(); ++row)
            rows[row][column] = static_cast<double>((row * 7 + column * 13) % 40);
    }
    rows[0][columns] = std::string("Bought");
    for (std::size_t row = 1; row < rows.size(); ++row)
        rows[row][columns] = std::string(row % 3 == 0 ? "yes" : "no");
    const auto leads = leads_of(test::grid_of(rows));
    const auto rules = leads->derived<Discovery>().rules({"Bought = yes", "", {10, 3, 30, std::nullopt}});
    REQUIRE_FALSE(rules);
    CHECK(rules.error().code == ErrorCode::illegal_argument);
}

TEST_CASE("bins hold about the same number of leads, and heavy values stand alone", "[discovery]") {
    std::vector<ValueCount> values;
    for (int i = 0; i < 1'000; ++i) values.push_back({static_cast<double>(i), i == 400 ? 2'000u : 1u});
    const auto bins = quantile_bins(values, 11);
    REQUIRE(bins.size() <= 11);
    REQUIRE(bins.size() >= 9);
    CHECK(bins.front().low == 0.0);
    CHECK(bins.back().high == 999.0);
    bool alone = false;
    for (std::size_t i = 0; i < bins.size(); ++i) {
        if (i > 0) CHECK(bins[i].low == bins[i - 1].high + 1.0);
        CHECK(bins[i].high - bins[i].low < 150.0);
        alone = alone || (bins[i].low == 400.0 && bins[i].high == 400.0);
    }
    CHECK(alone);
    CHECK(quantile_bins(std::span(values).first(7), 7).size() == 7);
    CHECK(quantile_bins({}, 7).empty());
}

TEST_CASE("names in one text are separated by commas, brackets protect them", "[names]") {
    using Names = std::vector<std::string>;
    CHECK(read_name_list("Source, [Size, in people] ,, [a]]b]、業種，Last visit") ==
          Names{"Source", "Size, in people", "a]b", "業種", "Last visit"});
    CHECK(read_name_list("  ").empty());
    CHECK(read_name_list("[open") == Names{"open"});
}

TEST_CASE("bits in common are counted, whatever the processor", "[discovery]") {
    std::mt19937_64 dice(5);
    std::vector<bits::Word> sets(5 * bits::block_words);
    for (bits::Word& word : sets) word = dice();
    std::vector<std::uint32_t> expected(5, 100);
    for (std::size_t set = 0; set < 5; ++set)
        for (std::size_t bit = 0; bit < bits::block_bits; ++bit) {
            const bits::Word both = sets[bit / 64] & sets[set * bits::block_words + bit / 64];
            expected[set] += static_cast<std::uint32_t>((both >> (bit % 64)) & 1u);
        }
    std::vector<std::uint32_t> totals(5, 100);
    bits::add_common(sets.data(), sets.data(), totals);
    CHECK(totals == expected);
    const std::vector<std::uint32_t> some = {4, 1};
    std::vector<std::uint32_t> some_totals = {100, 100};
    bits::add_common(sets.data(), sets.data(), some, some_totals);
    CHECK(some_totals == std::vector{expected[4], expected[1]});
}
