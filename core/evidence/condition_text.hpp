// Conditions as people would write them: names and texts bare where the language allows it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/expression/expression.hpp"

namespace kakehashi {

/// A column's name in an expression: `Employees`, `[Lead Source]`. Nothing if the language cannot name it.
std::optional<std::string> written_column(std::string_view header);

struct WrittenCondition {
    std::string text;
    Expression expression;
};
/// `column` as written; `=`, `>=` or `<=` with a text or a finite number. Nothing if the language cannot say
/// it.
std::optional<WrittenCondition> written_condition(const std::string& column, Comparison comparison,
                                                  const Literal& value);

}  // namespace kakehashi
