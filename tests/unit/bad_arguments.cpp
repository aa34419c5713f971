// Whatever stands in an argument, a function gives a value or an error that a cell can show.
#include <cmath>
#include <stdexcept>

#include <catch2/catch.hpp>

#include "core/functions/catalogue.hpp"
#include "core/functions/example_document.hpp"
#include "tests/support/cells.hpp"
#include "tests/support/workbook.hpp"

namespace {

using namespace kakehashi;
using namespace kakehashi::test;

/// The arguments of `=NAME(a;b;c)` as written.
std::vector<std::string> arguments_of(std::string_view formula) {
    std::vector<std::string> arguments(1);
    int depth = 0;
    bool quoted = false;
    const std::size_t open = formula.find('(');
    for (const char c : formula.substr(open + 1, formula.rfind(')') - open - 1)) {
        if (c == '"') quoted = !quoted;
        if (!quoted) depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == ';' && !quoted && depth == 0) {
            arguments.emplace_back();
        } else {
            arguments.back() += c;
        }
    }
    return arguments;
}

std::string call_of(const Function& function, const std::vector<std::string>& arguments) {
    std::string formula = "=" + std::string(function.name) + "(";
    for (std::size_t i = 0; i < arguments.size(); ++i) formula += (i == 0 ? "" : ";") + arguments[i];
    return formula + ")";
}

bool is_finite(const Value& value) {
    if (const double* number = std::get_if<double>(&value)) return std::isfinite(*number);
    const auto* matrix = std::get_if<NumberMatrix>(&value);
    if (matrix == nullptr) return true;
    for (const auto& cell : matrix->cells)
        if (const double* number = std::get_if<double>(&cell); number != nullptr && !std::isfinite(*number))
            return false;
    return true;
}

void set_odd_ranges(Workbook& book) {
    book.set("Nothing", grid_of({{CellValue{}}}));
    book.set("Blank", grid_of({{CellValue{}, CellValue{}}, {CellValue{}, CellValue{}}}));
    book.set("HeadersOnly",
             grid_of({{cell_of("ID"), cell_of("Source"), cell_of("Lead"), cell_of("Amount")}}));
    book.set("Errors", grid_of({{cell_of("#N/A"), cell_of("#N/A"), cell_of("#N/A")},
                                {cell_of("#N/A"), cell_of("#N/A"), cell_of("#N/A")}}));
    book.set("Huge", grid_of({{cell_of("ID"), cell_of("Amount"), cell_of("Lead"), cell_of("Created")},
                              {cell_of("a"), cell_of("1e308"), cell_of("1e300"), cell_of("-1e300")},
                              {cell_of("a"), cell_of("1e308"), cell_of("2958465"), cell_of("2958465")}}));
    book.set_formula("NoPlaybook", "=LEAD.TABLE(LeadRows)");
    book.set_formula("NoLeads", "=LEAD.TABLE(HeadersOnly;Playbook)");
    book.set_formula("OnlyErrors", "=LEAD.TABLE(Errors;Playbook)");
    book.set_formula("HugeNumbers", "=LEAD.TABLE(Huge;Playbook)");
}

const std::vector<std::string> odd = {"",
                                      "0",
                                      "-1",
                                      "1E300",
                                      "0.5",
                                      "\"\"",
                                      "\" \"",
                                      "\"(\"",
                                      "\"no such\"",
                                      "\"2026-02-30\"",
                                      "\"[\"",
                                      "\"won\"",
                                      "\"=\"",
                                      "\"１２\"",
                                      "\"a;b,c [d]\"",
                                      "Nothing",
                                      "Blank",
                                      "HeadersOnly",
                                      "Errors",
                                      "Huge",
                                      "NoLeads",
                                      "NoPlaybook",
                                      "OnlyErrors",
                                      "HugeNumbers",
                                      "Playbook",
                                      "Leads",
                                      "LeadRows",
                                      "Log",
                                      "DATE(9999;12;31)",
                                      "\"" + std::string(70'000, 'x') + "\""};

}  // namespace

TEST_CASE("whatever stands in an argument, a cell gets a value or an error", "[functions]") {
    Workbook book;
    for (const ExampleRange& range : example_document()) book.set(range.name, range.cells);
    set_odd_ranges(book);
    std::size_t evaluated = 0;
    for (const Function& function : catalogue()) {
        for (const Example& example : function.examples) {
            if (!example.formula.starts_with("=" + std::string(function.name) + "(")) continue;
            std::vector<std::string> usual = arguments_of(example.formula);
            usual.resize(function.parameters.size());
            for (std::size_t i = 0; i < usual.size(); ++i) {
                std::vector<std::string> arguments = usual;
                for (const std::string& instead : odd) {
                    arguments[i] = instead;
                    const std::string formula = call_of(function, arguments);
                    try {
                        const Value value = book.evaluate(formula);
                        ++evaluated;
                        if (is_finite(value)) continue;
                        FAIL_CHECK(formula.substr(0, 200) << " gives " << shown(value));
                    } catch (const std::invalid_argument&) {  // what Calc would not pass on
                    } catch (const std::exception& thrown) {
                        FAIL_CHECK(formula.substr(0, 200) << " throws " << thrown.what());
                    }
                }
            }
        }
    }
    CHECK(evaluated > 10'000);
}
