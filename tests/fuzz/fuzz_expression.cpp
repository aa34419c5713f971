// Parses whatever comes, and checks on a small table that negation is exact.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/expression/evaluate.hpp"

using namespace kakehashi;

namespace {

constexpr std::size_t row_count = 7;

/// Every name means one of three columns: texts, numbers with texts among them, dates.
class FuzzScope final : public Scope {
  public:
    FuzzScope() : columns_{texts(), numbers(), dates()} {}

    std::size_t rows() const override { return row_count; }
    Result<const Column*> column(std::string_view name, const AsOf&) const override {
        return &columns_[name.size() % columns_.size()];
    }
    Result<Bitmap> predicate(const Predicate& predicate, const AsOf&) const override {
        Bitmap result(row_count);
        result.set(static_cast<std::size_t>(predicate.kind) % row_count);
        return result;
    }

  private:
    static Column texts() {
        Column::Builder column(row_count);
        for (std::string_view text : {"Web", "ＷＥＢ", "展示会", "", "007",
                                      "a\xFF"
                                      "b"})
            column.push_text(text);
        return std::move(column).finish();
    }
    static Column numbers() {
        Column::Builder column(row_count);
        for (double number : {1.0, -2.5, 1e300}) column.push_number(number);
        column.push_text("¥1,250");
        column.push_error();
        column.push_text("many");
        return std::move(column).finish();
    }
    static Column dates() {
        Column::Builder column(row_count);
        for (double serial : {46347.0, 46347.5, 0.0, 2958465.0}) column.push_number(serial);
        column.push_text("2026年11月21日");
        column.push_blank();
        return std::move(column).finish();
    }

    std::array<Column, 3> columns_;
};

void require(bool condition) {
    if (!condition) std::abort();
}

/// Both hold a result, or both an error; results are each other's complement.
void require_complement(const Result<Bitmap>& one, Result<Bitmap> other) {
    require(one.has_value() == other.has_value());
    if (one) require(*one == other->flip());
}

void check(const Expression& expression, const FuzzScope& scope, const AsOf& as_of) {
    const auto selected = evaluate(*expression, scope, as_of);
    require(!selected || selected->size() == row_count);
    require_complement(selected, evaluate(Node{Not{expression}}, scope, as_of));
    if (const auto* compared = std::get_if<Compare>(&expression->value)) {
        Compare equal = *compared;
        equal.comparison = Comparison::equal;
        Compare not_equal = *compared;
        not_equal.comparison = Comparison::not_equal;
        require_complement(evaluate(Node{equal}, scope, as_of), evaluate(Node{not_equal}, scope, as_of));
    }
    // The parts of a conjunction or disjunction are expressions too.
    if (const auto* all = std::get_if<And>(&expression->value)) check(all->operands.front(), scope, as_of);
    if (const auto* any = std::get_if<Or>(&expression->value)) check(any->operands.back(), scope, as_of);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const FuzzScope scope;
    static const std::array<Instant, row_count> moments = {
        no_instant, 0, 46347 * ms_per_day, 46347 * ms_per_day + 1, latest, earliest, -ms_per_day};
    const auto expression = parse_expression({reinterpret_cast<const char*>(data), size});
    if (!expression) {
        require(!expression.error().message.en.empty() && !expression.error().message.ja.empty());
        return 0;
    }
    columns_of(**expression);
    check(*expression, scope, Instant{46347 * ms_per_day});
    check(*expression, scope, AsOf(moments));
    return 0;
}
