#include "core/expression/metric_formula.hpp"

#include <algorithm>
#include <utility>

#include "core/expression/metric_grammar.hpp"
#include "core/expression/parsing.hpp"
#include "core/table/reading.hpp"

namespace kakehashi {
namespace grammar {
namespace {

/// What a formula is put together from while it is read.
struct FormulaBuilder {
    MetricFormula formula;
    MetricFigure figure;  // being read
    std::string name;     // read last
    double amount = 0;
    double unit_days = 1;
};

template <class Rule>
struct formula_action : pegtl::nothing<Rule> {};

template <MetricKind kind>
struct starts_figure {
    static void apply0(FormulaBuilder& builder) { builder.figure.kind = kind; }
};
template <MetricKind kind>
struct formula_action<figure_word<kind>> : starts_figure<kind> {};
template <>
struct formula_action<win_rate_figure> : starts_figure<MetricKind::win_rate> {};

template <>
struct formula_action<enclosed_name> {
    template <class Input>
    static void apply(const Input& in, FormulaBuilder& builder) {
        builder.name = read_name(matched(in), in.begin());
    }
};
template <>
struct formula_action<bare_name> {
    template <class Input>
    static void apply(const Input& in, FormulaBuilder& builder) {
        builder.name = matched(in);
    }
};
template <>
struct formula_action<figure_name> {
    static void apply0(FormulaBuilder& builder) { builder.figure.name = std::move(builder.name); }
};
template <>
struct formula_action<target_name> {
    static void apply0(FormulaBuilder& builder) { builder.figure.to = std::move(builder.name); }
};

template <>
struct formula_action<window_amount> {
    template <class Input>
    static void apply(const Input& in, FormulaBuilder& builder) {
        builder.amount = read_amount(matched(in), in.begin());
        if (!(builder.amount > 0)) throw SyntaxError{in.begin(), {"a number more than 0", "0より大きい数値"}};
    }
};
template <>
struct formula_action<days_unit> {
    static void apply0(FormulaBuilder& builder) { builder.unit_days = 1; }
};
template <>
struct formula_action<weeks_unit> {
    static void apply0(FormulaBuilder& builder) { builder.unit_days = 7; }
};
template <>
struct formula_action<figure_window> {
    static void apply0(FormulaBuilder& builder) { builder.figure.days = builder.amount * builder.unit_days; }
};

template <>
struct formula_action<condition_text> {
    template <class Input>
    static void apply(const Input& in, FormulaBuilder& builder) {
        builder.figure.where = matched(in);
        builder.figure.condition = parse_whole(matched(in));
    }
};

template <>
struct formula_action<first_figure> {
    static void apply0(FormulaBuilder& builder) { builder.formula.first = std::exchange(builder.figure, {}); }
};
template <>
struct formula_action<second_figure> {
    static void apply0(FormulaBuilder& builder) {
        builder.formula.second = std::exchange(builder.figure, {});
    }
};

template <MetricOperator joined>
struct joins {
    static void apply0(FormulaBuilder& builder) { builder.formula.joined = joined; }
};
template <>
struct formula_action<divide_sign> : joins<MetricOperator::divide> {};
template <>
struct formula_action<multiply_sign> : joins<MetricOperator::multiply> {};
template <>
struct formula_action<add_sign> : joins<MetricOperator::add> {};
template <>
struct formula_action<subtract_sign> : joins<MetricOperator::subtract> {};

bool is_joining_sign(char32_t code) {
    constexpr std::u32string_view signs = U"/÷*×+-";
    return signs.find(narrow(code)) != signs.npos;
}

/// From an opening quote or bracket at the front to its closing counterpart, or to the end; 0 if none opens.
std::size_t quoted_length(std::string_view text) {
    const char32_t first = decode(text).code;
    const char32_t closing = closing_quote(first) != 0 ? closing_quote(first) : closing_bracket(first);
    if (closing == 0) return 0;
    const std::size_t length = enclosed_length(text, closing);
    return length > 0 ? length : text.size();
}

}  // namespace

std::size_t figure_word_length(std::string_view text, MetricKind kind) {
    constexpr std::size_t longest = 48;
    const std::size_t length = word_length(text);
    if (length == 0 || length > longest) return 0;
    const std::string word = fold_header(text.substr(0, length));
    const bool found = std::ranges::any_of(
        figure_words, [&](const FigureWord& known) { return known.kind == kind && known.spelling == word; });
    return found ? length : 0;
}

bool ends_word(std::string_view text) {
    return word_length(text) == 0;
}

std::size_t condition_text_length(std::string_view text) {
    std::size_t end = 0;  // behind the last character that is no blank
    int depth = 0;
    bool after_blank = true;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        const auto [code, bytes] = decode(rest);
        const bool before_blank =
            bytes == rest.size() || kakehashi::is_blank(decode(rest.substr(bytes)).code);
        if (depth <= 0 && after_blank && before_blank && is_joining_sign(code)) break;
        const std::size_t quoted = quoted_length(rest);
        at += quoted > 0 ? quoted : bytes;
        after_blank = kakehashi::is_blank(code);
        if (!after_blank) end = at;
        depth += narrow(code) == U'(' ? 1 : narrow(code) == U')' ? -1 : 0;
    }
    return end;
}

}  // namespace grammar

Result<MetricFormula> parse_metric_formula(std::string_view text) {
    if (text.size() > grammar::longest_text) return grammar::too_long();
    grammar::FormulaBuilder builder;
    grammar::pegtl::memory_input<grammar::pegtl::tracking_mode::lazy> input(text.data(), text.size(),
                                                                            "formula");
    try {
        grammar::pegtl::parse<grammar::formula, grammar::formula_action>(input, builder);
    } catch (const grammar::SyntaxError& error) {
        return tl::unexpected(grammar::describe(text, error));
    }
    return std::move(builder.formula);
}

}  // namespace kakehashi
