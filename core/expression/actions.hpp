// What each rule of the grammar does when it has matched.
#pragma once

#include <string_view>

#include "core/expression/builder.hpp"
#include "core/expression/grammar.hpp"
#include "core/expression/parsing.hpp"

namespace kakehashi::grammar {

/// The number a `number_shape` says, or the text if it has more digits than a number can hold (ids).
Literal read_number_literal(std::string_view text, const char* at);
/// The date a `date_shape` says; a syntax error if there is no such day.
DateLiteral read_date_literal(std::string_view text, const char* at);
/// An unquoted word: a number if it is one with a currency sign, else a text.
Literal read_word_literal(std::string_view word, const char* at);
Literal read_today_literal(std::string_view word, const char* at);

void finish_comparison(Builder& builder);
void finish_emptiness(Builder& builder, const char* at);
void finish_window(Builder& builder, const char* at);

template <class Rule>
struct action : pegtl::nothing<Rule> {};

/// Actions that only look at the builder.
template <void (*act)(Builder&)>
struct does {
    static void apply0(Builder& builder) { act(builder); }
};

// Values
template <auto read>
struct reads_value {
    template <class Input>
    static void apply(const Input& in, Builder& builder) {
        builder.value = read(matched(in), in.begin());
        builder.value_text = matched(in);
        builder.value_at = in.begin();
    }
};
template <>
struct action<quoted_value> {
    template <class Input>
    static void apply(const Input& in, Builder& builder) {
        builder.value_text = without_enclosure(matched(in));
        builder.value = builder.value_text;
        builder.value_at = in.begin();
    }
};
template <>
struct action<date_value> : reads_value<read_date_literal> {};
template <>
struct action<number_value> : reads_value<read_number_literal> {};
template <>
struct action<today_value> : reads_value<read_today_literal> {};
template <>
struct action<word_value> : reads_value<read_word_literal> {};
template <>
struct action<listed_word_value> : reads_value<read_word_literal> {};
template <>
struct action<postfix_word_value> : reads_value<read_word_literal> {};
template <>
struct action<text_word_value> : reads_value<read_word_literal> {};
template <>
struct action<lower_bound> {
    static void apply0(Builder& b) { b.low = b.value; }
};
template <>
struct action<list_entry> {
    static void apply0(Builder& b) { b.values.push_back(b.value); }
};
template <>
struct action<in_word> {
    static void apply0(Builder& b) { b.values.clear(); }
};

// Operators
template <Comparison comparison>
struct sets_comparison {
    static void apply0(Builder& b) { b.comparison = comparison; }
};
template <auto find>
struct looks_up_comparison {
    template <class Input>
    static void apply(const Input& in, Builder& builder) {
        const ComparisonWord& word = find(matched(in));
        builder.comparison = word.comparison;
        builder.negated = word.negated;
    }
};
template <>
struct action<contains_word> : sets_comparison<Comparison::contains> {};
template <>
struct action<starts_with_words> : sets_comparison<Comparison::starts_with> {};
template <>
struct action<ends_with_words> : sets_comparison<Comparison::ends_with> {};
template <>
struct action<matches_word> : sets_comparison<Comparison::matches> {};
template <>
struct action<comparison_symbol_word> : looks_up_comparison<comparison_symbol> {};
template <>
struct action<infix_japanese_word> : looks_up_comparison<japanese_comparison> {};
template <>
struct action<postfix_japanese_word> : looks_up_comparison<japanese_comparison> {};
template <>
struct action<negation> {
    static void apply0(Builder& b) { b.negated = true; }
};
template <>
struct action<window_amount> {
    template <class Input>
    static void apply(const Input& in, Builder& builder) {
        builder.amount = read_amount(matched(in), in.begin());
    }
};
template <>
struct action<days_unit> {
    static void apply0(Builder& b) { b.unit = WindowUnit::days; }
};
template <>
struct action<weeks_unit> {
    static void apply0(Builder& b) { b.unit = WindowUnit::weeks; }
};
template <>
struct action<months_unit> {
    static void apply0(Builder& b) { b.unit = WindowUnit::months; }
};

// Conditions
template <auto finish>
struct finishes_at {
    template <class Input>
    static void apply(const Input& in, Builder& builder) {
        finish(builder, in.begin());
    }
};
template <>
struct action<bracketed_column> {
    template <class Input>
    static void apply(const Input& in, Builder& builder) {
        builder.column = read_name(matched(in), in.begin());
    }
};
template <>
struct action<column_word> {
    template <class Input>
    static void apply(const Input& in, Builder& builder) {
        builder.column = matched(in);
    }
};
template <>
struct action<infix_comparison> : does<finish_comparison> {};
template <>
struct action<text_comparison> : does<finish_comparison> {};
template <>
struct action<postfix_comparison> : does<finish_comparison> {};
template <>
struct action<emptiness> : finishes_at<finish_emptiness> {};
template <>
struct action<list> {
    static void apply0(Builder& b) { b.finish(In{b.column, std::move(b.values)}); }
};
template <>
struct action<range> {
    static void apply0(Builder& b) { b.finish(Between{b.column, b.low, b.value}); }
};
template <>
struct action<window> : finishes_at<finish_window> {};
template <>
struct action<japanese_window> : finishes_at<finish_window> {};
template <>
struct action<is_empty> {
    static void apply0(Builder& b) { b.finish(Empty{b.column}); }
};
template <>
struct action<is_empty_in_japanese> {
    static void apply0(Builder& b) { b.finish(Empty{b.column}); }
};

// Predicates
struct reads_enclosed_name {
    template <class Input>
    static void apply(const Input& in, Builder& builder) {
        builder.name = read_name(matched(in), in.begin());
    }
};
template <>
struct action<bracketed_name> : reads_enclosed_name {};
template <>
struct action<quoted_name> : reads_enclosed_name {};
template <>
struct action<name_word> {
    template <class Input>
    static void apply(const Input& in, Builder& builder) {
        builder.name = matched(in);
    }
};
template <>
struct action<outcome_word> {
    template <class Input>
    static void apply(const Input& in, Builder& builder) {
        builder.outcome = outcome_of(matched(in));
    }
};
template <PredicateKind kind>
struct finishes_named {
    static void apply0(Builder& b) { b.finish(Predicate{kind, b.name}); }
};
template <>
struct action<is_predicate> : finishes_named<PredicateKind::definition> {};
template <>
struct action<reached_predicate> : finishes_named<PredicateKind::reached> {};
template <>
struct action<at_predicate> : finishes_named<PredicateKind::at> {};
template <>
struct action<hand_off_predicate> {
    static void apply0(Builder& b) { b.finish(Predicate{PredicateKind::qualified_at_hand_off, {}}); }
};
template <>
struct action<outcome_predicate> {
    static void apply0(Builder& b) { b.finish(Predicate{b.outcome, {}}); }
};

// Logic
struct descends {
    template <class Input>
    static void apply(const Input& in, Builder& builder) {
        builder.descend(in.begin());
    }
};
template <>
struct action<group_opening> : descends {};
template <>
struct action<group_closing> {
    static void apply0(Builder& b) { --b.depth; }
};
template <>
struct action<prefix_not> : descends {};
template <>
struct action<negated> {
    static void apply0(Builder& b) {
        --b.depth;
        b.negate();
    }
};
template <>
struct action<postfix_not> {
    static void apply0(Builder& b) { b.negate(); }
};
template <>
struct action<and_tail> {
    static void apply0(Builder& b) { b.join<And>(); }
};
template <>
struct action<or_tail> {
    static void apply0(Builder& b) { b.join<Or>(); }
};

}  // namespace kakehashi::grammar
