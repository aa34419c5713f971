#include <algorithm>
#include <cctype>
#include <set>

#include <catch2/catch.hpp>

#include "core/functions/catalogue.hpp"
#include "core/functions/example_document.hpp"
#include "tests/support/workbook.hpp"

namespace {

using namespace kakehashi;
using namespace kakehashi::test;

bool complete(const Text& text) {
    return !text.en.empty() && !text.ja.empty();
}

bool camel_case(std::string_view id) {
    return !id.empty() && std::islower(static_cast<unsigned char>(id.front())) != 0 &&
           std::ranges::all_of(id, [](unsigned char c) { return c < 0x80 && std::isalnum(c) != 0; });
}

bool calls(const Example& example, const Function& function) {
    return example.formula.starts_with("=" + std::string(function.name) + "(");
}

/// Whether the value is what the descriptor promises; errors always are.
bool fits(const Value& value, Returns returns) {
    if (std::holds_alternative<CellError>(value)) return true;
    const bool number = std::holds_alternative<double>(value);
    switch (returns) {
        case Returns::number:
            return number;
        case Returns::text:
            return std::holds_alternative<std::string>(value) || std::holds_alternative<Handle>(value);
        case Returns::cell:
            return number || std::holds_alternative<std::string>(value);
        case Returns::number_matrix:
            return std::holds_alternative<NumberMatrix>(value);
        case Returns::text_matrix:
            return std::holds_alternative<TextMatrix>(value);
    }
    return false;
}

}  // namespace

TEST_CASE("every example of the catalogue gives what it says") {
    Workbook book;
    for (const ExampleRange& range : example_document()) book.set(range.name, range.cells);
    for (const Function& function : catalogue()) {
        for (const Example& example : function.examples) {
            const Value value = book.evaluate(example.formula);
            INFO(example.formula << " gives " << shown(value) << ", expected " << example.expected);
            CHECK(agrees(value, example.expected));
            if (calls(example, function)) CHECK(fits(value, function.returns));
        }
    }
}

TEST_CASE("every function has two examples, and one that shows a result") {
    for (const Function& function : catalogue()) {
        INFO(function.name);
        CHECK(function.examples.size() >= 2);
        bool any_result = false;
        for (const Example& example : function.examples) {
            any_result |= !example.expected.starts_with('#') && !example.expected.starts_with("Err:");
        }
        CHECK(any_result);
    }
}

TEST_CASE("every function explains itself and its arguments in both languages") {
    for (const Function& function : catalogue()) {
        INFO(function.name);
        CHECK(complete(function.summary));
        CHECK(function.definition.en.empty() == function.definition.ja.empty());
        CHECK(!function.since.empty());
        for (const Parameter& parameter : function.parameters) {
            INFO(parameter.id);
            CHECK(complete(parameter.name));
            CHECK(complete(parameter.summary));
        }
    }
}

TEST_CASE("names, methods and parameter ids are fit for a file format") {
    std::set<std::string> names;
    std::set<std::string> methods;
    for (const Function& function : catalogue()) {
        INFO(function.name);
        CHECK(names.insert(std::string(function.name)).second);
        CHECK(methods.insert(function.method()).second);
        CHECK(camel_case(function.method()));
        std::set<std::string_view> ids;
        bool optional_seen = false;
        for (const Parameter& parameter : function.parameters) {
            INFO(parameter.id);
            CHECK(camel_case(parameter.id));
            CHECK(ids.insert(parameter.id).second);
            CHECK(parameter.optional >= optional_seen);  // no required one behind an optional one
            optional_seen |= parameter.optional;
        }
    }
}

TEST_CASE("the catalogue has every function this release promises") {
    for (const char* name : {"PLAYBOOK.READ",     "PLAYBOOK.STATUS",  "PLAYBOOK.FINGERPRINT",
                             "PLAYBOOK.MEANING",  "PLAYBOOK.CHANGES", "PLAYBOOK.METRICS",
                             "PLAYBOOK.PROBLEMS", "LEAD.TABLE",       "LEAD.HISTORY",
                             "LEAD.COUNT",        "LEAD.STAT",        "LEAD.VALUE",
                             "LEAD.LIST",         "LEAD.GROUPS",      "LEAD.GROUPCOUNTS",
                             "LEAD.QUALIFIES",    "LEAD.SCORE",       "LEAD.WHY",
                             "FUNNEL.STAGES",     "FUNNEL.TABLE",     "FUNNEL.COUNT",
                             "FUNNEL.VALUE",      "FUNNEL.RATE",      "FUNNEL.DAYS",
                             "FUNNEL.NOW",        "FUNNEL.WINRATE",   "GOAL.PERIOD",
                             "GOAL.START",        "GOAL.END"}) {
        INFO(name);
        CHECK(find_function(name) != nullptr);
    }
}
