// What holds of hand-offs whatever the leads: parts add up, and nothing crashes.
#include <array>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/cells.hpp"
#include "tests/support/workbook.hpp"

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

constexpr std::array measures = {"offered",      "accepted",  "rejected",        "pending",
                                 "acceptance",   "rejection", "on time",         "response median",
                                 "response p90", "unready",   "unready won rate"};

class RandomLeads {
  public:
    explicit RandomLeads(unsigned seed) : random_(seed) {}

    Grid next() {
        std::vector<std::vector<CellValue>> rows = {
            {cell_of("ID"), cell_of("Source"), cell_of("Handed off"), cell_of("Responded"),
             cell_of("Accepted"), cell_of("Rejected"), cell_of("Deal"), cell_of("Result")}};
        for (std::size_t n = below(40); n > 0; --n)
            rows.push_back({cell_of("L" + std::to_string(n)), cell_of(below(2) == 0 ? "Web" : "Show"),
                            date(4), date(2), date(3), date(3), date(3),
                            cell_of(below(4) == 0 ? "Won" : "")});
        return grid_of(rows);
    }

  private:
    std::size_t below(std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
    }
    /// Filled in all but one of so many cells; now and then with what is no date.
    CellValue date(std::size_t of) {
        if (below(of) == 0) return {};
        if (below(20) == 0)
            return std::array<CellValue, 3>{ErrorCell{}, std::string("soon"), 1e300}[below(3)];
        return 46'000.0 + static_cast<double>(below(300)) + static_cast<double>(below(24)) / 24.0;
    }

    std::mt19937 random_;
};

double number(const Workbook& book, const std::string& measure, const std::string& rest) {
    const Value value = book.evaluate("=LEAD.HANDOFF(Leads;\"" + measure + "\"" + rest + ")");
    INFO(measure << " gives " << shown(value));
    REQUIRE(std::holds_alternative<double>(value));
    return std::get<double>(value);
}

}  // namespace

TEST_CASE("what was handed off is accepted, rejected or pending, in every part of it") {
    RandomLeads leads(3);
    for (int i = 0; i < 200; ++i) {
        Workbook book;
        book.set("Rows", leads.next());
        book.set("Blocks", grid_of({{cell_of("[stages]")},
                                    {cell_of("stage"), cell_of("owner"), cell_of("within hours")},
                                    {cell_of("Responded"), cell_of("sales"), cell_of("5")},
                                    {cell_of("Deal"), cell_of("sales"), cell_of("")},
                                    {cell_of("")},
                                    {cell_of("[definitions]")},
                                    {cell_of("definition")},
                                    {cell_of("Ready")},
                                    {cell_of("")},
                                    {cell_of("[rules]")},
                                    {cell_of("definition"), cell_of("rule"), cell_of("must")},
                                    {cell_of("Ready"), cell_of("Source = Web"), cell_of("yes")}}));
        book.set_formula("Playbook", "=PLAYBOOK.READ(Blocks)");
        book.set_formula("Leads", "=LEAD.TABLE(Rows;Playbook)");
        for (const char* rest : {"", ";\"2026-01-01\";\"2026-03-31\"", ";;;\"Source = Web\"",
                                 ";\"2026-01-01\";;\"not (Source = Web)\""}) {
            const double offered = number(book, "offered", rest);
            const double accepted = number(book, "accepted", rest);
            const double rejected = number(book, "rejected", rest);
            CHECK(offered == accepted + rejected + number(book, "pending", rest));
            if (accepted + rejected > 0) {
                CHECK(number(book, "acceptance", rest) == accepted / (accepted + rejected));
                CHECK(number(book, "rejection", rest) == rejected / (accepted + rejected));
            }
            for (const char* measure : measures) {
                const Value value =
                    book.evaluate("=LEAD.HANDOFF(Leads;\"" + std::string(measure) + "\"" + rest + ")");
                const auto* figure = std::get_if<double>(&value);
                CHECK((figure != nullptr || std::holds_alternative<CellError>(value)));
                if (figure != nullptr) CHECK(*figure >= 0);
            }
        }
        for (const char* count : {"offered", "accepted", "rejected", "pending", "unready"}) {
            const double web = number(book, count, ";;;\"Source = Web\"");
            const double show = number(book, count, ";;;\"Source = Show\"");
            CHECK(web + show == number(book, count, ""));
        }
        CHECK(number(book, "unready", ";;;\"Source = Web\"") == 0);
        CHECK(number(book, "unready", ";;;\"Source = Show\"") ==
              number(book, "offered", ";;;\"Source = Show\""));
    }
}
