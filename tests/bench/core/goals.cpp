// 10,000 goals twelve deep: reading the table, the tree, all nine figures of each goal, and those of a month
// (the cutting included).
//
//   cmake --build build/dev --target kakehashi_bench_goals &&
//   build/dev/tests/bench/core/kakehashi_bench_goals
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "core/goals/standing.hpp"
#include "tests/support/cells.hpp"

namespace {

using namespace kakehashi;
using Clock = std::chrono::steady_clock;

Grid goal_rows(std::size_t count) {
    std::vector<std::vector<CellValue>> rows = {
        {std::string("goal"), std::string("parent"), std::string("layer"), std::string("department"),
         std::string("unit"), std::string("kind"), std::string("better"), std::string("start"),
         std::string("end"), std::string("target"), std::string("actual"), std::string("curve")}};
    const char* const units[] = {"JPY", "visits", "calls"};
    for (std::size_t i = 0; i < count; ++i) {
        const bool leaf = 2 * i + 1 >= count;
        const std::string parent = i == 0 ? "" : "Goal " + std::to_string((i - 1) / 2);
        rows.push_back({"Goal " + std::to_string(i), parent, std::string(i == 0 ? "shared" : "活動"),
                        std::string(i % 2 == 0 ? "マーケティング, 営業" : "sales"),
                        std::string(units[i % 16 == 5 ? i % 3 : 0]), std::string("合計"),
                        std::string(i % 7 == 0 ? "lower" : "高いほど良い"), 46023.0, 46387.0,
                        leaf ? CellValue{100.0} : CellValue{}, leaf ? CellValue{55.0} : CellValue{},
                        std::string(i % 2 == 0 ? "営業日" : "calendar")});
    }
    return test::grid_of(rows);
}

double all_figures(const Goals& goals) {
    double total = 0;
    const auto add = [&](const Result<double>& figure) { total += figure ? *figure : 0; };
    for (const Goal& goal : goals.all()) {
        const auto found = goals.find(goal.name);
        if (!found) continue;
        const Standing standing(goals, *found, goals.as_of());
        for (const auto& figure :
             {standing.target(), standing.actual(), standing.expected(), standing.forecast(), standing.gap(),
              standing.progress(), standing.pace(), standing.needed()})
            add(figure);
        total += standing.status() ? 1 : 0;
    }
    return total;
}

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

}  // namespace

int main() {
    const auto source = make_source(goal_rows(10000));
    double read = 1e9;
    double figures = 1e9;
    double view = 1e9;
    double total = 0;
    for (int run = 0; run < 9; ++run) {
        const auto start = Clock::now();
        GoalContext context;
        context.now = instant_from_serial(46203.5);
        const auto goals = Goals::read(Table(source), std::move(context));
        if (!goals) return 1;
        read = std::min(read, ms_since(start));
        const auto begun = Clock::now();
        total = all_figures(**goals);
        figures = std::min(figures, ms_since(begun));
        const auto turned = Clock::now();
        all_figures(
            *(*goals)->seen_in(period_of((*goals)->as_of(), PeriodUnit::month, (*goals)->calendar())));
        view = std::min(view, ms_since(turned));
    }
    std::printf(
        "10,000 goals: read %.1f ms, all figures %.1f ms (sum %.6g), those of a month %.1f ms, best of 9\n",
        read, figures, total, view);
    return 0;
}
