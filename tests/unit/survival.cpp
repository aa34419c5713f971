#include "core/support/survival.hpp"

#include <algorithm>
#include <limits>
#include <random>

#include <catch2/catch.hpp>

using namespace kakehashi;

namespace {

double at(std::vector<Observation> observations, std::int64_t time) {
    return cumulative_incidence(observations, time);
}

/// The product-limit formula word for word: one factor for each time with events.
double product_limit(const std::vector<Observation>& observations, std::int64_t until) {
    std::vector<std::int64_t> times;
    for (const Observation& seen : observations)
        if (seen.event && seen.time <= until) times.push_back(seen.time);
    std::ranges::sort(times);
    times.erase(std::unique(times.begin(), times.end()), times.end());
    double survival = 1.0;
    for (const std::int64_t time : times) {
        const auto events = std::ranges::count_if(
            observations, [&](const Observation& seen) { return seen.event && seen.time == time; });
        const auto at_risk =
            std::ranges::count_if(observations, [&](const Observation& seen) { return seen.time >= time; });
        survival *= 1.0 - static_cast<double>(events) / static_cast<double>(at_risk);
    }
    return 1.0 - survival;
}

std::vector<Observation> random_observations(std::mt19937& random, double events) {
    std::vector<Observation> observations(1 + random() % 60);
    for (Observation& seen : observations)
        seen = {static_cast<std::int64_t>(random() % 20), std::bernoulli_distribution(events)(random)};
    return observations;
}

}  // namespace

TEST_CASE("the textbook's remission times under 6-MP give its survival curve", "[survival]") {
    // Freireich et al. 1963, weeks; + is censored. Survival at 6, 7, 10, 13, 16, 22, 23 from any textbook.
    std::vector<Observation> weeks;
    for (const int event : {6, 6, 6, 7, 10, 13, 16, 22, 23}) weeks.push_back({event, true});
    for (const int censored : {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35})
        weeks.push_back({censored, false});
    CHECK(at(weeks, 5) == 0.0);
    CHECK(at(weeks, 6) == Approx(1 - 0.8571).margin(5e-5));
    CHECK(at(weeks, 7) == Approx(1 - 0.8067).margin(5e-5));
    CHECK(at(weeks, 10) == Approx(1 - 0.7529).margin(5e-5));
    CHECK(at(weeks, 13) == Approx(1 - 0.6902).margin(5e-5));
    CHECK(at(weeks, 16) == Approx(1 - 0.6275).margin(5e-5));
    CHECK(at(weeks, 22) == Approx(1 - 0.5378).margin(5e-5));
    CHECK(at(weeks, 23) == Approx(1 - 0.4482).margin(5e-5));
    CHECK(at(weeks, 1000) == Approx(1 - 0.4482).margin(5e-5));
}

TEST_CASE("incidence is the product-limit formula, whatever the order of the observations", "[survival]") {
    std::mt19937 random(20260630);
    for (int round = 0; round < 500; ++round) {
        const auto observations = random_observations(random, 0.5);
        for (std::int64_t time = -1; time < 22; ++time)
            REQUIRE(at(observations, time) == Approx(product_limit(observations, time)).margin(1e-12));
    }
}

TEST_CASE("incidence of uncensored times is the empirical share", "[survival]") {
    std::mt19937 random(1);
    for (int round = 0; round < 200; ++round) {
        const auto observations = random_observations(random, 1.0);
        for (std::int64_t time = -1; time < 22; ++time) {
            const auto there = std::ranges::count_if(
                observations, [&](const Observation& seen) { return seen.time <= time; });
            const double share = static_cast<double>(there) / static_cast<double>(observations.size());
            REQUIRE(at(observations, time) == Approx(share).margin(1e-15));
        }
    }
}

TEST_CASE("incidence of extremes: all censored, all at once, endless times", "[survival]") {
    constexpr auto endless = std::numeric_limits<std::int64_t>::max();
    CHECK(at({{1, false}, {2, false}}, endless) == 0.0);
    CHECK(at({{0, true}, {0, true}}, 0) == 1.0);
    CHECK(at({{endless, true}}, endless) == 1.0);
    CHECK(at({{5, false}, {5, true}}, 5) == 0.5);
    CHECK(at({{4, false}, {5, true}}, 5) == 1.0);
}
