// What the tests of playbooks share: grids written down row by row, and random playbooks.
#pragma once

#include <initializer_list>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "core/functions/example_document.hpp"
#include "core/playbook/blocks.hpp"
#include "core/playbook/json.hpp"
#include "core/playbook/problems.hpp"

namespace kakehashi::test {

using Row = std::vector<CellValue>;
using Json = std::string;

inline Grid grid(const std::vector<Row>& rows) {
    Grid result;
    result.rows = rows.size();
    for (const Row& row : rows) result.columns = std::max(result.columns, row.size());
    for (Row row : rows) {
        row.resize(result.columns);
        result.cells.insert(result.cells.end(), row.begin(), row.end());
    }
    return result;
}

inline CellValue text(const char* value) {
    return std::string(value);
}

inline std::vector<std::string> texts(const std::vector<PlaybookProblem>& problems) {
    std::vector<std::string> result;
    for (const PlaybookProblem& problem : problems)
        result.push_back(problem_text(problem, Language::english));
    return result;
}

/// The playbook in a JSON text that is expected to be one.
inline ReadPlaybook from_json(const std::string& json) {
    const auto read = read_json(json);
    INFO((read ? std::string() : read.error().message.en));
    REQUIRE(read);
    return *read;
}

inline Instant day(int year, unsigned month, unsigned of_month) {
    return instant_from_civil(std::chrono::year{year} / month / of_month);
}

/// Playbooks as reading makes them (trimmed texts, finite numbers, whole seconds), and otherwise anything.
class RandomPlaybooks {
  public:
    explicit RandomPlaybooks(unsigned seed) : random_(seed) {}

    Playbook next() {
        Playbook playbook;
        playbook.name = maybe_text();
        playbook.version = maybe_text();
        playbook.valid_from = maybe_date();
        playbook.as_of = maybe_date();
        settings(playbook);
        for (std::size_t i = 0; i < role_count; ++i)
            if (coin()) playbook.columns[static_cast<Role>(i)] = some_text();
        entries(playbook);
        return playbook;
    }

  private:
    std::size_t below(std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
    }
    bool coin() { return below(2) == 0; }
    template <class T>
    T one_of(std::initializer_list<T> values) {
        return *(values.begin() + below(values.size()));
    }
    std::string some_text() {
        return one_of<const char*>({"Hot lead", "有望リード", "Employees >= 100", "12", "0", "yes",
                                    "a, b; \"c\"", "two\nlines", "=SUM(A1)", "ｆｕｌｌ　ｗｉｄｔｈ",
                                    "🦊 fox", "x [y]", "[a] = 1", "\\back/slash", "2026-01-01", "עברית",
                                    "\x01 control", "'quote"});
    }
    std::string maybe_text() { return coin() ? some_text() : std::string(); }
    double number() { return one_of({0.0, 1.0, -3.0, 0.1, 1e-9, 12345678.9, 1e15, 1e300, -0.75}); }
    std::optional<double> maybe_number() { return coin() ? std::optional(number()) : std::nullopt; }
    Instant date() {
        return day(static_cast<int>(1583 + below(8000)), static_cast<unsigned>(1 + below(12)),
                   static_cast<unsigned>(1 + below(28)));
    }
    Instant maybe_date() {
        if (coin()) return no_instant;
        return date() + (coin() ? static_cast<Instant>(below(86400)) * ms_per_second : 0);
    }
    std::size_t count() { return below(4); }

    void settings(Playbook& playbook) {
        playbook.calendar.week_starts = std::chrono::weekday(static_cast<unsigned>(below(7)));
        playbook.calendar.fiscal_year_starts = static_cast<unsigned>(1 + below(12));
        for (bool& works : playbook.calendar.working_days) works = coin();
        playbook.calendar.working_days[below(7)] = true;
        if (coin())
            playbook.calendar.working_hours = {{0, 12 * ms_per_hour}, {13 * ms_per_hour, 24 * ms_per_hour}};
        playbook.strict_stages = coin();
        playbook.entry_any = coin();
        playbook.opportunity_stage = maybe_text();
        playbook.amount_is = static_cast<AmountIs>(below(3));
        playbook.margin = maybe_number();
        playbook.churn = maybe_number();
        if (coin()) playbook.status_limits = {1.05, 0.9, 0.333};
        if (coin()) playbook.other["favourite colour"] = some_text();
        if (coin()) playbook.other["色"] = some_text();
    }

    void entries(Playbook& playbook) {
        for (std::size_t n = count(); n > 0; --n)
            playbook.stages.push_back({some_text(), maybe_text(), maybe_text(), maybe_text(), maybe_number(),
                                       maybe_number(), maybe_text()});
        for (std::size_t n = count(); n > 0; --n)
            playbook.outcomes.push_back({static_cast<Outcome>(below(outcome_count)), some_text()});
        for (std::size_t n = count(); n > 0; --n)
            playbook.definitions.push_back({some_text(), maybe_number(), maybe_number(), maybe_number(),
                                            maybe_text(), maybe_date(), maybe_date(), maybe_text()});
        for (std::size_t n = count(); n > 0; --n)
            playbook.rules.push_back(
                {some_text(), maybe_text(), some_text(), number(), coin(), maybe_number(), maybe_number()});
        for (std::size_t n = count(); n > 0; --n)
            playbook.groups.push_back({some_text(), some_text(), maybe_number(), maybe_number()});
        for (std::size_t n = count(); n > 0; --n)
            playbook.reasons.push_back(
                {some_text(), one_of<const char*>({"", "procedural", "lost"}), maybe_text()});
        for (std::size_t n = count(); n > 0; --n)
            playbook.terms.push_back({some_text(), maybe_text(), maybe_text()});
        for (std::size_t n = count(); n > 0; --n)
            playbook.metrics.push_back({some_text(), maybe_text(), maybe_text(),
                                        one_of<const char*>({"", "higher", "lower"}), maybe_text(),
                                        maybe_text()});
        for (std::size_t n = count(); n > 0; --n)
            playbook.personas.push_back({some_text(), "", maybe_text(), maybe_text()});
        for (std::size_t n = count(); n > 0; --n)
            playbook.segments.push_back({some_text(), maybe_text(), maybe_text(), maybe_text()});
        for (std::size_t n = count(); n > 0; --n) playbook.holidays.push_back({date(), maybe_text()});
        for (std::size_t n = count(); n > 0; --n)
            playbook.signoffs.push_back({some_text(), maybe_text(), maybe_date(), maybe_text()});
    }

    std::mt19937 random_;
};

using Texts = std::vector<std::string>;

inline const Grid& example_range(const std::string& name) {
    for (const ExampleRange& range : example_document())
        if (range.name == name) return range.cells;
    throw std::logic_error("no such range: " + name);
}

inline Playbook example() {
    return read_blocks(example_range("PlaybookBlocks"), {}).playbook;
}

inline Texts english(const std::vector<Text>& all) {
    Texts result;
    for (const Text& one : all) result.push_back(one.en);
    return result;
}

inline Texts problems_in(const std::string& json) {
    return texts(problems_of(from_json(json)));
}

}  // namespace kakehashi::test
