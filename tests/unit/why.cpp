#include <string>

#include <catch2/catch.hpp>

#include "tests/support/cells.hpp"
#include "tests/support/workbook.hpp"

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

Grid typed(const std::vector<std::vector<const char*>>& rows) {
    std::vector<std::vector<CellValue>> cells;
    for (const auto& row : rows) {
        cells.emplace_back();
        for (const char* text : row) cells.back().push_back(cell_of(text));
    }
    return grid_of(cells);
}

/// The points at the end of each line.
double sum_of_lines(const TextMatrix& lines) {
    double sum = 0;
    for (const std::string& line : lines.cells) sum += std::stod(line.substr(line.rfind(' ') + 1));
    return sum;
}

}  // namespace

TEST_CASE("the lines of LEAD.WHY add up to the score, clamped, decayed or repeated") {
    Workbook book;
    book.set("Blocks", typed({{"[stages]"},
                              {"stage", "column"},
                              {"Demo", "Demo"},
                              {""},
                              {"[definitions]"},
                              {"definition", "threshold"},
                              {"Hot", "10"},
                              {""},
                              {"[rules]"},
                              {"definition", "group", "rule", "points", "must", "decay days", "repeats"},
                              {"Hot", "fit", "Size >= 100", "40", "yes"},
                              {"Hot", "fit", "Source = Web", "0.1"},
                              {"Hot", "fit", "Source = Spam", "-70"},
                              {"Hot", "engagement", "Visit is not empty", "20", "", "7"},
                              {"Hot", "engagement", "reached [Demo]", "1.1", "", "", "3"},
                              {""},
                              {"[groups]"},
                              {"definition", "group", "floor", "cap"},
                              {"Hot", "fit", "-30", "35"},
                              {"Hot", "engagement", "", "15.5"}}));
    book.set_formula("Playbook", "=PLAYBOOK.READ(Blocks)");
    book.set("Rows", typed({{"ID", "Size", "Source", "Visit", "Demo"},
                            {"L1", "100", "Web", "2026-06-29 13:14:15", "2026-06-01"},
                            {"L2", "50", "Spam", "2026-06-10", ""},
                            {"L3", "", "", "", ""},
                            {"L4", "99", "Web", "2026-06-21 08:00", "2026-06-01"},
                            {"L5", "500", "Spam", "", "2026-05-01"}}));
    book.set("Log", typed({{"ID", "Stage", "Date"},
                           {"L1", "Demo", "2026-06-01"},
                           {"L4", "Demo", "2026-06-02"},
                           {"L4", "Demo", "2026-06-03"},
                           {"L4", "Demo", "2026-06-04"},
                           {"L4", "Demo", "2026-06-05"}}));
    book.set_formula("Leads", "=LEAD.TABLE(Rows;Playbook;Log)");
    for (const char* language : {"en", "ja"}) {
        book.caller().language = std::string(language) == "ja" ? Language::japanese : Language::english;
        book.forget();
        for (const char* id : {"L1", "L2", "L3", "L4", "L5"}) {
            const std::string arguments = "(Leads;\"Hot\";\"" + std::string(id) + "\")";
            const Value lines = book.evaluate("=LEAD.WHY" + arguments);
            const Value score = book.evaluate("=LEAD.SCORE" + arguments);
            INFO(id << ": " << shown(lines) << " against " << shown(score));
            REQUIRE(std::holds_alternative<TextMatrix>(lines));
            REQUIRE(std::holds_alternative<double>(score));
            CHECK(std::get<TextMatrix>(lines).rows >= 5);  // a line for each rule
            CHECK(sum_of_lines(std::get<TextMatrix>(lines)) == Approx(std::get<double>(score)).margin(1e-9));
        }
    }
    // Both clamps happened: 40.1 is more than 35, -70 less than -30.
    CHECK(std::get<TextMatrix>(book.evaluate("=LEAD.WHY(Leads;\"Hot\";\"L1\")")).rows >= 6);
    CHECK(std::get<TextMatrix>(book.evaluate("=LEAD.WHY(Leads;\"Hot\";\"L2\")")).rows >= 6);
}
