// How long LEAD.DISCOVER takes on 78,000 leads with 18 columns, how much memory it needs, and whether it
// finds the rules that were planted: one of one, one of two and one of three conditions.
#include "core/evidence/discovery.hpp"

#include <array>
#include <chrono>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>
#include <sys/resource.h>

#include "core/leads/leads.hpp"

namespace {

using namespace kakehashi;

constexpr std::size_t row_count = 78'000;
constexpr std::size_t text_columns = 9;
constexpr std::size_t number_columns = 9;
constexpr std::size_t column_count = text_columns + number_columns;

/// The same numbers everywhere: the library's distributions may differ, the engine may not.
class Dice {
  public:
    std::size_t below(std::size_t sides) { return static_cast<std::size_t>(engine_() % sides); }
    double share() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }

  private:
    std::mt19937_64 engine_{20'261'122};
};

/// One lead: T0 … T8 are texts with 3 to 19 different values, N0 … N8 numbers, some whole, some not.
struct Lead {
    std::array<std::size_t, text_columns> texts;
    std::array<double, number_columns> numbers;

    explicit Lead(Dice& dice) {
        for (std::size_t i = 0; i < text_columns; ++i) texts[i] = dice.below(3 + 2 * i);
        for (std::size_t i = 0; i < number_columns; ++i) {
            const double share = dice.share();
            numbers[i] = i < 3 ? static_cast<double>(dice.below(12)) : 1'000.0 * share * share;
        }
    }

    double chance() const {
        if (texts[2] == 1 && texts[4] == 3 && numbers[5] >= 200.0) return 0.8;
        if (texts[3] == 2 && numbers[4] >= 600.0) return 0.5;
        return texts[8] == 7 ? 0.25 : 0.1;
    }
};
constexpr std::array planted = {std::array{"T8", "T8", "T8"}, std::array{"T3", "N4", "N4"},
                                std::array{"T2", "T4", "N5"}};

Grid make_table() {
    Grid table{row_count + 1, column_count + 1, {}};
    table.cells.reserve(table.rows * table.columns);
    for (std::size_t i = 0; i < text_columns; ++i) table.cells.emplace_back(fmt::format("T{}", i));
    for (std::size_t i = 0; i < number_columns; ++i) table.cells.emplace_back(fmt::format("N{}", i));
    table.cells.emplace_back("Bought");
    Dice dice;
    for (std::size_t row = 0; row < row_count; ++row) {
        const Lead lead(dice);
        for (const std::size_t text : lead.texts) table.cells.emplace_back(fmt::format("v{}", text));
        for (const double number : lead.numbers) table.cells.emplace_back(number);
        table.cells.emplace_back(dice.share() < lead.chance() ? "yes" : "no");
    }
    return table;
}

bool speaks_of_all(const std::string& rule, const std::array<const char*, 3>& columns) {
    for (const char* column : columns)
        if (rule.find(std::string(column) + " ") == rule.npos) return false;
    return true;
}

double seconds_of_processor() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec) + 1e-6 * static_cast<double>(usage.ru_utime.tv_usec);
}

long peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

bool measure(const std::shared_ptr<const Table>& table, std::size_t terms) {
    const Leads leads(table, nullptr, nullptr, 0);
    const auto clock = std::chrono::steady_clock::now();
    const double processor = seconds_of_processor();
    DiscoveryQuestion question{"Bought = yes", {}, {}};
    question.wish.terms = terms;
    const auto rules = leads.derived<Discovery>().rules(question);
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - clock;
    bool found = false;
    if (rules)
        for (const DiscoveredRule& rule : *rules)
            found = found || speaks_of_all(rule.text, planted[terms - 1]);
    fmt::print("{} term{}: {:.2f} s ({:.2f} s of processor), peak {} MB, planted rule {}\n", terms,
               terms == 1 ? "" : "s", elapsed.count(), seconds_of_processor() - processor, peak_megabytes(),
               found ? "found" : "NOT FOUND");
    if (rules)
        fmt::print("  {} ({} of {} won)\n", rules->front().text, rules->front().counts.won,
                   rules->front().counts.leads());
    return found;
}

}  // namespace

int main() {
    const auto table = std::make_shared<const Table>(make_source(make_table()));
    bool found = true;
    for (std::size_t terms = 1; terms <= 3; ++terms) found = measure(table, terms) && found;
    return found ? 0 : 1;
}
