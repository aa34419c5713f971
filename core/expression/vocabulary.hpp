// The words of the expression language that carry a meaning of their own, as tables.
#pragma once

#include <array>
#include <string_view>

#include "core/expression/expression.hpp"

namespace kakehashi::grammar {

/// A spelling of a comparison. `negated` ones hold exactly where the comparison does not.
struct ComparisonWord {
    std::string_view spelling;
    Comparison comparison;
    bool negated = false;
    bool postfix_only = false;  // stands behind its value only
};

/// Symbols, narrowed; longer ones before their beginnings.
inline constexpr std::array comparison_symbols = {
    ComparisonWord{"<=", Comparison::less_equal},   ComparisonWord{">=", Comparison::greater_equal},
    ComparisonWord{"<>", Comparison::not_equal},    ComparisonWord{"!=", Comparison::not_equal},
    ComparisonWord{"≦", Comparison::less_equal},    ComparisonWord{"≤", Comparison::less_equal},
    ComparisonWord{"≧", Comparison::greater_equal}, ComparisonWord{"≥", Comparison::greater_equal},
    ComparisonWord{"≠", Comparison::not_equal},     ComparisonWord{"=", Comparison::equal},
    ComparisonWord{"<", Comparison::less},          ComparisonWord{">", Comparison::greater},
};

/// Japanese comparisons, between column and value or, as the language goes, behind the value.
inline constexpr std::array japanese_comparisons = {
    ComparisonWord{"以上", Comparison::greater_equal},
    ComparisonWord{"以降", Comparison::greater_equal},
    ComparisonWord{"以下", Comparison::less_equal},
    ComparisonWord{"以前", Comparison::less_equal},
    ComparisonWord{"より大きい", Comparison::greater},
    ComparisonWord{"より多い", Comparison::greater},
    ComparisonWord{"より後", Comparison::greater},
    ComparisonWord{"より小さい", Comparison::less},
    ComparisonWord{"より少ない", Comparison::less},
    ComparisonWord{"より前", Comparison::less},
    ComparisonWord{"未満", Comparison::less},
    ComparisonWord{"を含む", Comparison::contains},
    ComparisonWord{"を含まない", Comparison::contains, true},
    ComparisonWord{"で始まる", Comparison::starts_with},
    ComparisonWord{"で終わる", Comparison::ends_with},
    ComparisonWord{"に等しい", Comparison::equal},
    ComparisonWord{"と等しい", Comparison::equal},
    ComparisonWord{"でない", Comparison::equal, true, true},
    ComparisonWord{"ではない", Comparison::equal, true, true},
    ComparisonWord{"以外", Comparison::equal, true, true},
};

constexpr bool compares_texts(Comparison comparison) {
    return comparison == Comparison::contains || comparison == Comparison::starts_with ||
           comparison == Comparison::ends_with || comparison == Comparison::matches;
}

struct OutcomeWord {
    std::string_view spelling;  // folded
    PredicateKind kind;
};

/// All the words that [outcomes] takes (form.cpp), and those for `open`.
inline constexpr std::array outcome_words = {
    OutcomeWord{"won", PredicateKind::won},
    OutcomeWord{"lost", PredicateKind::lost},
    OutcomeWord{"open", PredicateKind::open},
    OutcomeWord{"rejected", PredicateKind::rejected},
    OutcomeWord{"accepted", PredicateKind::accepted},
    OutcomeWord{"disqualified", PredicateKind::disqualified},
    OutcomeWord{"recycled", PredicateKind::recycled},
    OutcomeWord{"受注", PredicateKind::won},
    OutcomeWord{"失注", PredicateKind::lost},
    OutcomeWord{"進行中", PredicateKind::open},
    OutcomeWord{"却下", PredicateKind::rejected},
    OutcomeWord{"受諾", PredicateKind::accepted},
    OutcomeWord{"受け入れ", PredicateKind::accepted},
    OutcomeWord{"対象外", PredicateKind::disqualified},
    OutcomeWord{"再育成", PredicateKind::recycled},
    OutcomeWord{"成約", PredicateKind::won},
    OutcomeWord{"受入", PredicateKind::accepted},
    OutcomeWord{"受理", PredicateKind::accepted},
    OutcomeWord{"承諾", PredicateKind::accepted},
    OutcomeWord{"失格", PredicateKind::disqualified},
    OutcomeWord{"差し戻し", PredicateKind::recycled},
    OutcomeWord{"差戻し", PredicateKind::recycled},
    OutcomeWord{"リサイクル", PredicateKind::recycled},
};

/// Words that are never an unquoted text behind an operator (they may be inside `in (…)`: Oregon is `OR`).
inline constexpr std::array<std::string_view, 7> connective_words = {"and",    "or",     "not",     "かつ",
                                                                     "または", "でない", "ではない"};
/// Words that are never an unquoted column, besides the connectives.
inline constexpr std::array<std::string_view, 9> operator_words = {
    "in", "is", "between", "contains", "within", "matches", "を含む", "以上", "以下"};
/// Japanese words that may follow a value or an operator without a blank.
inline constexpr std::array<std::string_view, 4> japanese_connectives = {"かつ", "または", "でない",
                                                                         "ではない"};

inline constexpr std::array<std::string_view, 3> today_words = {"today", "今日", "本日"};

}  // namespace kakehashi::grammar
