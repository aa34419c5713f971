// Calls of PLAYBOOK.* as cells make them.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "core/functions/call.hpp"
#include "core/functions/catalogue.hpp"
#include "tests/unit/playbook_support.hpp"

namespace kakehashi::test {

/// Calls a function of the group by name.
inline Value call(const std::string& name, std::vector<Argument> arguments,
                  Language language = Language::english) {
    Caller caller;
    caller.language = language;
    caller.now = day(2026, 7, 15);
    caller.read_file = [](const std::string& path) -> Result<std::string> {
        if (path != "spring.json")
            return illegal_argument({"not beside the document", "文書と同じ場所にありません"});
        return std::string(R"({"playbook": {"name": "Spring", "version": "3"}})");
    };
    for (const Function& function : playbook_functions())
        if (function.name == name) return function.evaluate(Call(std::move(arguments), caller));
    throw std::logic_error("no such function: " + name);
}

inline Argument blocks(Grid cells) {
    return make_source(std::move(cells));
}
inline Argument cell(const char* content) {
    return blocks(grid({{text(content)}}));
}

inline Texts rows(const Value& value) {
    REQUIRE(std::holds_alternative<TextMatrix>(value));
    return std::get<TextMatrix>(value).cells;
}

inline ErrorCode error(const Value& value) {
    REQUIRE(std::holds_alternative<CellError>(value));
    return std::get<CellError>(value).code;
}

}  // namespace kakehashi::test
