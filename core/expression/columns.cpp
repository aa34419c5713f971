// Which columns an expression names.
#include <unordered_set>

#include "core/expression/expression.hpp"

namespace kakehashi {
namespace {

class ColumnCollector {
  public:
    void visit(const Node& node) {
        std::visit([this](const auto& part) { collect(part); }, node.value);
    }
    std::vector<std::string> take() { return std::move(columns_); }

  private:
    void collect(const Predicate&) {}
    void collect(const Not& part) { visit(*part.operand); }
    void collect(const And& part) {
        for (const Expression& operand : part.operands) visit(*operand);
    }
    void collect(const Or& part) {
        for (const Expression& operand : part.operands) visit(*operand);
    }
    template <class Condition>
    void collect(const Condition& condition) {
        if (seen_.insert(condition.column).second) columns_.push_back(condition.column);
    }

    std::vector<std::string> columns_;
    std::unordered_set<std::string> seen_;
};

}  // namespace

std::vector<std::string> columns_of(const Node& expression) {
    ColumnCollector collector;
    collector.visit(expression);
    return collector.take();
}

}  // namespace kakehashi
