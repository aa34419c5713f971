// What the actions of the grammar write down while an expression is read, and the tree they leave.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/expression/expression.hpp"
#include "core/expression/syntax_error.hpp"

namespace kakehashi::grammar {

/// Deeper nesting than anybody writes; every level costs stack here and when evaluating.
constexpr int deepest = 200;

struct Builder {
    std::vector<std::shared_ptr<Node>> done;  // conditions not yet joined by `and`, `or`
    int depth = 0;

    // The condition being read.
    std::string column;
    Comparison comparison = Comparison::equal;
    bool negated = false;
    Literal value;
    std::string value_text;  // the value as text operators take it: as written
    const char* value_at = nullptr;
    Literal low;
    std::vector<Literal> values;
    double amount = 0;
    WindowUnit unit = WindowUnit::days;
    PredicateKind outcome = PredicateKind::won;
    std::string name;

    void descend(const char* at) {
        if (++depth > deepest)
            throw SyntaxError{at, {"no deeper nesting (200 levels at most)", "200段以内の入れ子"}};
    }

    template <class Condition>
    void finish(Condition condition) {
        done.push_back(std::make_shared<Node>(Node{std::move(condition)}));
        if (std::exchange(negated, false)) negate();
    }

    /// Two negations cancel out, so that chains of them do not deepen the tree.
    void negate() {
        std::shared_ptr<Node>& last = done.back();
        if (auto* negation = std::get_if<Not>(&last->value))
            last = std::make_shared<Node>(*negation->operand);
        else
            last = std::make_shared<Node>(Node{Not{last}});
    }

    /// Joins the last two conditions by And or Or; `a and b and c` becomes one node.
    template <class Logic>
    void join() {
        std::shared_ptr<Node> right = std::move(done.back());
        done.pop_back();
        std::shared_ptr<Node>& left = done.back();
        if (auto* logic = std::get_if<Logic>(&left->value))
            logic->operands.push_back(std::move(right));
        else
            left = std::make_shared<Node>(Node{Logic{{left, std::move(right)}}});
    }
};

}  // namespace kakehashi::grammar
