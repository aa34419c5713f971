// The language of `where`, rules and outcomes: parsed here, evaluated in evaluate.hpp.
//
//   Source = Web and Employees >= 100
//   [Lead Source] in (Web, "Trade show") and not (Industry contains gov)
//   従業員数 >= 100 かつ 業種 = 製造
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/support/result.hpp"
#include "core/table/instant.hpp"

namespace kakehashi {

struct DateLiteral {
    Instant instant;
    friend bool operator==(DateLiteral, DateLiteral) = default;
};
struct TodayLiteral {
    friend bool operator==(TodayLiteral, TodayLiteral) = default;
};
/// What stands on the right of an operator: a text, a number (percent already divided), a date or `today`.
using Literal = std::variant<std::string, double, DateLiteral, TodayLiteral>;

struct Node;
/// A parsed expression; immutable and shared.
using Expression = std::shared_ptr<const Node>;

enum class Comparison {
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    contains,
    starts_with,
    ends_with,
    matches
};
struct Compare {
    std::string column;
    Comparison comparison;
    Literal value;
};
struct In {
    std::string column;
    std::vector<Literal> values;
};
struct Between {
    std::string column;
    Literal low;
    Literal high;  // a date without a time means the end of that day
};
struct Empty {
    std::string column;
};
enum class WindowUnit { days, weeks, months };
/// 0 … amount units before the as-of date.
struct Within {
    std::string column;
    double amount;
    WindowUnit unit;
};
enum class PredicateKind {
    definition,  // is [name]: a definition, persona or segment
    reached,     // reached [stage]
    at,          // at [stage], now
    won,
    lost,
    open,
    rejected,
    accepted,
    disqualified,
    recycled,
    qualified_at_hand_off
};
struct Predicate {
    PredicateKind kind;
    std::string name;  // of `definition`, `reached` and `at`; else empty
    friend bool operator==(const Predicate&, const Predicate&) = default;
};
struct Not {
    Expression operand;
};
struct And {
    std::vector<Expression> operands;
};
struct Or {
    std::vector<Expression> operands;
};

struct Node {
    std::variant<Compare, In, Between, Empty, Within, Predicate, Not, And, Or> value;
};

/// Err:502 with the position (1-based, in characters) and what was expected there, if it does not parse.
/// Depth is limited: nesting deeper than 200 is an error, never a crash.
Result<Expression> parse_expression(std::string_view text);

/// The columns named in the expression, in order of first appearance, without repeats.
std::vector<std::string> columns_of(const Node& expression);

}  // namespace kakehashi
