// What a function is: its name, its texts, its arguments, examples with results, and its body, all in one
// place. The build makes from it the UNO interface, the stubs, CalcAddIns.xcu, the reference page and the
// tests.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/functions/value.hpp"
#include "core/support/text.hpp"

namespace kakehashi {

class Call;

/// What may stand in an argument. The first kinds are references and must be references if they are required.
enum class ArgumentKind {
    leads,     // a table or a cell holding LEAD.TABLE(...)
    playbook,  // blocks, a cell with the path of a JSON file, or a cell holding PLAYBOOK.READ(...)
    history,   // a log or a cell holding LEAD.HISTORY(...)
    goals,     // a goal table or a cell holding GOAL.TABLE(...)
    touches,   // a table of touches or a cell holding FUNNEL.TOUCHES(...)
    table,     // any other table: spend, activities, survey
    number,
    date,  // a date, or a text that is one
    text,
};
constexpr bool is_reference(ArgumentKind kind) {
    return kind <= ArgumentKind::table;
}

struct Parameter {
    std::string_view id;  // in IDL and CalcAddIns.xcu: camelCase, part of the file format
    ArgumentKind kind;
    bool optional;
    Text name;     // as the function wizard shows it
    Text summary;  // what it is; for optional ones with the default
};

struct Example {
    std::string_view formula;  // over the names of the example document (example_document.hpp)
    std::string_view
        expected;  // as a cell shows it: `12`, `0.5`, `#N/A`, `Err:502`; a matrix as `a; b | c; d`
};

enum class Returns { number, text, cell, number_matrix, text_matrix };  // cell: a number or a text

struct Function {
    std::string_view name;   // LEAD.COUNT
    std::string_view since;  // release in which it came
    Returns returns;
    Text summary;     // one sentence, for the wizard
    Text definition;  // which definition the figure follows, for help; may be empty
    std::vector<Parameter> parameters;
    std::vector<Example> examples;
    Value (*body)(const Call&);

    /// What the body gives; Err:503 where a number is beyond what cells can hold.
    Value evaluate(const Call& call) const;

    /// The UNO method: LEAD.COUNT -> leadCount.
    std::string method() const;
    /// LEAD
    std::string_view group() const;
};

}  // namespace kakehashi
