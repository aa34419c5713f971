#include <nlohmann/json.hpp>

#include "addin/generate/generate.hpp"
#include "core/functions/example_document.hpp"

namespace kakehashi::generate {
namespace {

using Json = nlohmann::ordered_json;

Json both(const Text& text) {
    return {{"en", text.en}, {"ja", text.ja}};
}

std::string_view kind_name(ArgumentKind kind) {
    switch (kind) {
        case ArgumentKind::leads:
            return "leads";
        case ArgumentKind::playbook:
            return "playbook";
        case ArgumentKind::history:
            return "history";
        case ArgumentKind::goals:
            return "goals";
        case ArgumentKind::touches:
            return "touches";
        case ArgumentKind::table:
            return "table";
        case ArgumentKind::number:
            return "number";
        case ArgumentKind::date:
            return "date";
        case ArgumentKind::text:
            return "text";
    }
    return "";
}

std::string_view returns_name(Returns returns) {
    switch (returns) {
        case Returns::number:
            return "number";
        case Returns::text:
            return "text";
        case Returns::cell:
            return "cell";
        case Returns::number_matrix:
            return "numbers";
        case Returns::text_matrix:
            return "texts";
    }
    return "";
}

Json entry(const Function& function) {
    Json parameters = Json::array();
    for (const Parameter& parameter : function.parameters)
        parameters.push_back({{"id", parameter.id},
                              {"kind", kind_name(parameter.kind)},
                              {"optional", parameter.optional},
                              {"name", both(parameter.name)},
                              {"summary", both(parameter.summary)}});
    Json examples = Json::array();
    for (const Example& example : function.examples)
        examples.push_back({{"formula", example.formula}, {"expected", example.expected}});
    return {{"name", function.name},
            {"returns", returns_name(function.returns)},
            {"summary", both(function.summary)},
            {"parameters", parameters},
            {"examples", examples}};
}

/// null, number or text.
Json cell(const CellValue& value) {
    if (const auto* number = std::get_if<double>(&value)) return *number;
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    return nullptr;
}

Json block(const ExampleRange& range) {
    Json rows = Json::array();
    for (std::size_t row = 0; row < range.cells.rows; ++row) {
        Json cells = Json::array();
        for (std::size_t column = 0; column < range.cells.columns; ++column)
            cells.push_back(cell(range.cells.at(row, column)));
        rows.push_back(std::move(cells));
    }
    return {{"name", range.name}, {"rows", rows}};
}

}  // namespace

std::string dump(std::span<const Function> functions) {
    Json entries = Json::array();
    for (const Function& function : functions) entries.push_back(entry(function));
    Json document = Json::array();
    for (const ExampleRange& range : example_document()) document.push_back(block(range));
    return Json{{"functions", entries}, {"document", document}}.dump(1) + '\n';
}

}  // namespace kakehashi::generate
