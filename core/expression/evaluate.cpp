// Walks the tree of an expression; conditions.hpp decides the single conditions.
#include "core/expression/evaluate.hpp"

#include "core/expression/conditions.hpp"

namespace kakehashi {
namespace {

class Evaluator {
  public:
    Evaluator(const Scope& scope, const AsOf& as_of) : scope_(scope), as_of_(as_of) {}

    Result<Bitmap> operator()(const Node& node) const {
        return std::visit([this](const auto& part) { return decide(part); }, node.value);
    }

  private:
    Result<Bitmap> decide(const Compare& part) const {
        const auto column = scope_.column(part.column, as_of_);
        if (!column) return error_of(column);
        return compare(**column, part.comparison, part.value, as_of_);
    }
    Result<Bitmap> decide(const In& part) const {
        const auto column = scope_.column(part.column, as_of_);
        if (!column) return error_of(column);
        return equal_to_any(**column, part.values, as_of_);
    }
    Result<Bitmap> decide(const Between& part) const {
        const auto column = scope_.column(part.column, as_of_);
        if (!column) return error_of(column);
        auto result = compare(**column, Comparison::greater_equal, part.low, as_of_);
        if (!result) return result;
        auto below = compare(**column, Comparison::less_equal, part.high, as_of_);
        if (!below) return below;
        return *result &= *below;
    }
    Result<Bitmap> decide(const Empty& part) const {
        const auto column = scope_.column(part.column, as_of_);
        if (!column) return error_of(column);
        return (*column)->blank();
    }
    Result<Bitmap> decide(const Within& part) const {
        const auto column = scope_.column(part.column, as_of_);
        if (!column) return error_of(column);
        return within(**column, part.amount, part.unit, as_of_);
    }
    Result<Bitmap> decide(const Predicate& part) const { return scope_.predicate(part, as_of_); }
    Result<Bitmap> decide(const Not& part) const {
        auto result = (*this)(*part.operand);
        if (result) result->flip();
        return result;
    }
    Result<Bitmap> decide(const And& part) const {
        return combine(part.operands, [](Bitmap& all, const Bitmap& one) { all &= one; });
    }
    Result<Bitmap> decide(const Or& part) const {
        return combine(part.operands, [](Bitmap& all, const Bitmap& one) { all |= one; });
    }

    /// Every operand is evaluated, so that an unknown column is an error even where it would not matter.
    template <class Operation>
    Result<Bitmap> combine(const std::vector<Expression>& operands, Operation operation) const {
        auto result = (*this)(*operands.front());
        for (std::size_t i = 1; result && i < operands.size(); ++i) {
            auto next = (*this)(*operands[i]);
            if (!next) return next;
            operation(*result, *next);
        }
        return result;
    }

    const Scope& scope_;
    const AsOf& as_of_;
};

}  // namespace

Result<Bitmap> evaluate(const Node& expression, const Scope& scope, const AsOf& as_of) {
    return Evaluator(scope, as_of)(expression);
}

}  // namespace kakehashi
