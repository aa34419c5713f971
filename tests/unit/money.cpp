// Properties of the figures about money that no single example shows: parts that add up, bounds in order.
#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "core/money/attribution.hpp"
#include "core/money/exact_parts.hpp"
#include "tests/support/cells.hpp"
#include "tests/support/workbook.hpp"

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

constexpr std::array models = {"first", "last", "linear", "u-shaped", "w-shaped", "full path", "time decay"};
constexpr Instant first_day = 46'000 * ms_per_day;  // some day of 2025

/// A lead list with a playbook, spend and touches, different for each seed.
class RandomBook {
  public:
    explicit RandomBook(unsigned seed) : random_(seed), unit_(seed % 2 == 0 ? 1.0 : 0.1) {
        book.set("Blocks", typed({{"[playbook]"},
                                  {"key", "value"},
                                  {"as of", "2026-12-31"},
                                  {"opportunity stage", "Opp"},
                                  {""},
                                  {"[columns]"},
                                  {"role", "header"},
                                  {"created", "Lead"},
                                  {"closed", "Closed"},
                                  {""},
                                  {"[stages]"},
                                  {"stage", "column"},
                                  {"Lead", "Lead"},
                                  {"Opp", "Opp"},
                                  {"Won", "Won"},
                                  {""},
                                  {"[outcomes]"},
                                  {"outcome", "when"},
                                  {"won", "R = Won"},
                                  {"lost", "R = Lost"}}));
        book.set_formula("Playbook", "=PLAYBOOK.READ(Blocks)");
        book.set("Rows", leads());
        book.set_formula("Leads", "=LEAD.TABLE(Rows;Playbook)");
        book.set("Touches", touches());
    }

    double number(const std::string& formula) const {
        const Value value = book.evaluate(formula);
        INFO(formula << " gives " << shown(value));
        REQUIRE(std::holds_alternative<double>(value));
        return std::get<double>(value);
    }

    Workbook book;
    std::size_t attributed = 0;  // won leads with a touch that counts
    double attributed_value = 0;

  private:
    static constexpr int lead_count = 60;

    static Grid typed(const std::vector<std::vector<const char*>>& rows) {
        std::vector<std::vector<CellValue>> cells;
        for (const auto& row : rows) {
            cells.emplace_back();
            for (const char* text : row) cells.back().push_back(cell_of(text));
        }
        return grid_of(cells);
    }
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }
    static CellValue day(double days) { return 46'000.0 + days; }

    Grid leads() {
        using namespace std::string_literals;
        std::vector<std::vector<CellValue>> rows = {
            {"ID"s, "Amount"s, "Lead"s, "Opp"s, "Won"s, "Closed"s, "R"s}};
        for (int i = 0; i < lead_count; ++i) {
            const double start = below(100);
            const bool won = below(2) == 0;
            const bool lost = !won && below(2) == 0;
            const double end = start + below(60);
            ends_.push_back(won ? end : -1.0);
            amounts_.push_back(below(5) == 0 ? 0.0 : unit_ * below(100'000));
            rows.push_back({"L" + std::to_string(i), amounts_.back() == 0.0 ? CellValue{} : amounts_.back(),
                            below(9) == 0 && won ? CellValue{} : day(start),
                            below(3) == 0 ? CellValue{} : day(start + below(20)),
                            won ? day(end) : CellValue{}, won || lost ? day(end) : CellValue{},
                            won    ? CellValue("Won"s)
                            : lost ? CellValue("Lost"s)
                                   : CellValue{}});
        }
        return grid_of(rows);
    }

    Grid touches() {
        using namespace std::string_literals;
        std::vector<std::vector<CellValue>> rows = {{"ID"s, "Date"s, "Channel"s}};
        std::vector<bool> touched(lead_count, false);
        for (int i = 0; i < 200; ++i) {
            const int lead = below(lead_count + 5);
            const double date = below(170) + 0.25 * below(4);
            rows.push_back({"L" + std::to_string(lead), day(date),
                            below(6) == 0 ? CellValue{} : CellValue("c" + std::to_string(below(7)))});
            // A close without a time is its whole day.
            const auto row = static_cast<std::size_t>(lead);
            if (lead < lead_count && ends_[row] >= 0.0 && date < ends_[row] + 1.0) touched[row] = true;
        }
        for (std::size_t row = 0; row < touched.size(); ++row)
            if (touched[row]) {
                ++attributed;
                attributed_value += amounts_[row];
            }
        return grid_of(rows);
    }

    std::mt19937 random_;
    double unit_;                  // of amounts: whole ones with even seeds, else tenths
    std::vector<double> ends_;     // days to the close of won leads, else -1
    std::vector<double> amounts_;  // 0 where blank
};

std::vector<Touch> path_of(std::size_t length, std::mt19937& random) {
    std::uniform_int_distribution<Instant> gap(0, 40 * ms_per_day);
    std::vector<Touch> path;
    Instant at = first_day;
    for (std::size_t i = 0; i < length; ++i) path.push_back({at += gap(random), 1});
    return path;
}

}  // namespace

TEST_CASE("the shares of one conversion sum to exactly 1, in whatever order", "[money]") {
    std::mt19937 random(1);
    for (std::size_t trial = 0; trial < 3'000; ++trial) {
        const std::vector<Touch> path = path_of(1 + trial % 40, random);
        std::uniform_int_distribution<Instant> some(first_day - ms_per_day, path.back().instant + ms_per_day);
        const auto marker = [&] { return random() % 4 == 0 ? no_instant : some(random); };
        const Markers markers{marker(), marker(),
                              random() % 4 == 0 ? no_instant : path.back().instant + ms_per_hour};
        for (std::size_t model = 0; model < models.size(); ++model) {
            AttributionShares rule(static_cast<AttributionModel>(model));
            const auto given = rule.of(path, markers);
            std::vector<double> shares(given.begin(), given.end());
            REQUIRE(shares.size() == path.size());
            double in_order = 0.0;
            for (const double share : shares) in_order += share;
            CHECK(in_order == 1.0);
            std::shuffle(shares.begin(), shares.end(), random);
            double sum = 0.0;
            for (const double share : shares) {
                REQUIRE(share >= 0.0);
                // Tiny shares of time decay keep their digits; they come last, where they cannot be seen.
                if (share > 1e-6) sum += share;
            }
            for (const double share : shares)
                if (share <= 1e-6) sum += share;
            INFO(models[model] << " with " << path.size() << " touches");
            CHECK(sum == Approx(1.0).epsilon(0).margin(model == 6 ? 1e-15 : 0.0));
        }
    }
}

TEST_CASE("parts are settled without being moved by more than rounding", "[money]") {
    std::array<double, 10> tenths;
    tenths.fill(0.1);
    settle(tenths, 1.0);
    double sum = 0.0;
    for (const double part : tenths) sum += part;
    CHECK(sum == 1.0);
    for (const double part : tenths) CHECK(part == Approx(0.1).epsilon(1e-14));

    std::array<double, 3> mixed = {1e15 / 3.0, -1e15 / 7.0, 5.25 - 1e15 / 3.0 + 1e15 / 7.0};
    settle(mixed, 5.25);
    CHECK(mixed[0] + mixed[1] + mixed[2] == 5.25);
    CHECK(mixed[2] + mixed[0] + mixed[1] == 5.25);

    std::array<double, 2> nothing = {0.0, 0.0};
    settle(nothing, 0.0);
    CHECK(nothing[0] == 0.0);
    std::array<double, 2> huge = {1e308, 1e308};
    settle(huge, 1e308);  // no sum to settle
    CHECK(huge[0] == 1e308);
}

TEST_CASE("attribution over all channels sums to the wins that have touches", "[money]") {
    for (unsigned seed = 1; seed <= 25; ++seed) {
        const RandomBook random(seed);
        const Value channels = random.book.evaluate("=FUNNEL.CHANNELS(Touches)");
        REQUIRE(std::holds_alternative<TextMatrix>(channels));
        REQUIRE(random.attributed > 0);
        for (const char* model : models) {
            double conversions = 0.0;
            double value = 0.0;
            for (const std::string& channel : std::get<TextMatrix>(channels).cells) {
                const std::string arguments = "(Leads;Touches;\"" + channel + "\";\"" + model + "\"";
                conversions += random.number("=FUNNEL.ATTRIBUTION" + arguments + ")");
                value += random.number("=FUNNEL.ATTRIBUTION" + arguments + ";\"value\")");
            }
            INFO(model << ", seed " << seed);
            CHECK(conversions == Approx(static_cast<double>(random.attributed)).epsilon(1e-12));
            CHECK(value == Approx(random.attributed_value).epsilon(1e-12));
        }
    }
}

TEST_CASE("touches that changed are joined anew, and the old ones found again", "[money]") {
    RandomBook random(7);
    const std::string formula = "=FUNNEL.ATTRIBUTION(Leads;Touches;\"c1\";\"linear\")";
    const double before = random.number(formula);
    Workbook& book = random.book;
    const auto one = [&](const char* id, const char* channel) {
        book.set("Touches", grid_of({{std::string("ID"), std::string("Date"), std::string("Channel")},
                                     {std::string(id), 45'000.0, std::string(channel)}}));
    };
    one("L0", "c1");
    const double first = random.number("=LEAD.COUNT(Leads;\"ID = L0 and won\")");
    CHECK(random.number(formula) == first);
    one("nobody", "c1");
    CHECK(random.number(formula) == 0.0);
    one("L0", "c1");
    CHECK(random.number(formula) == first);
    const RandomBook again(7);
    CHECK(again.number(formula) == before);
}

TEST_CASE("the parts of a bridge sum exactly to the difference in won value", "[money]") {
    std::size_t compared = 0;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        const RandomBook random(seed);
        const std::string a = "\"2025-12-01\";\"2026-02-10\"";
        const std::string b = "\"2026-02-11\";\"2026-03-31\"";
        double sum = 0.0;
        bool defined = true;
        for (const char* part : {"volume", "rate", "value", "speed"}) {
            const Value value = random.book.evaluate("=FUNNEL.BRIDGE(Leads;\"" + std::string(part) + "\";" +
                                                     a + ";" + b + ")");
            defined = defined && std::holds_alternative<double>(value);
            if (defined) sum += std::get<double>(value);
        }
        if (!defined) continue;
        ++compared;
        const auto won = [&](const char* from, const char* to) {
            return random.number("=LEAD.STAT(Leads;\"Amount\";\"sum\";\"won and Closed between " +
                                 std::string(from) + " and " + to + "\")");
        };
        const double difference = won("2026-02-11", "2026-03-31") - won("2025-12-01", "2026-02-10");
        INFO("seed " << seed);
        // Whole amounts exactly; tenths to the last digit that parts far larger than the difference leave.
        if (seed % 2 == 0) {
            CHECK(sum == difference);
        } else {
            CHECK(std::abs(sum - difference) <= 1e-11);
        }
    }
    CHECK(compared >= 20);
}

TEST_CASE("a forecast lies between its bounds, and no limit in time makes it more", "[money]") {
    for (unsigned seed = 1; seed <= 25; ++seed) {
        const RandomBook random(seed);
        const double expected = random.number("=FUNNEL.FORECAST(Leads)");
        const double low = random.number("=FUNNEL.FORECAST(Leads;;\"low\")");
        const double high = random.number("=FUNNEL.FORECAST(Leads;;\"high\")");
        INFO("seed " << seed);
        CHECK(low > 0.0);
        CHECK(low < expected);
        CHECK(expected < high);
        double before = 0.0;
        for (const char* until : {"2026-02-01", "2026-03-01", "2026-04-01", "2028-01-01"}) {
            const double then = random.number("=FUNNEL.FORECAST(Leads;\"" + std::string(until) + "\")");
            CHECK(then >= before * (1 - 1e-12));
            CHECK(then <= expected * (1 + 1e-12));
            before = then;
        }
    }
}
