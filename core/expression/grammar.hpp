// The grammar of expressions. Nothing here nests but parentheses and `not`, every alternative is decided
// after one condition at most, and what may follow a decided part is `expect`ed: parsing takes linear time.
#pragma once

#include "core/expression/tokens.hpp"
#include "core/support/text.hpp"
#include "core/table/characters.hpp"

namespace kakehashi::grammar {

// --- characters and words
// ---------------------------------------------------------------------------------------
struct blank : character<kakehashi::is_blank> {};
struct gap : pegtl::star<blank> {};
struct digit : character<is_digit> {};
struct comma : symbol<U',', U'、', U'､'> {};
struct opening : symbol<U'('> {};
struct closing : symbol<U')'> {};

struct and_word : pegtl::sor<keyword<'a', 'n', 'd'>, pegtl::utf8::string<U'か', U'つ'>> {};
struct or_word : pegtl::sor<keyword<'o', 'r'>, pegtl::utf8::string<U'ま', U'た', U'は'>> {};
struct japanese_not : pegtl::seq<pegtl::sor<pegtl::utf8::string<U'で', U'な', U'い'>,
                                            pegtl::utf8::string<U'で', U'は', U'な', U'い'>>,
                                 condition<ends_japanese_keyword>> {};
struct not_word : pegtl::sor<keyword<'n', 'o', 't'>, japanese_not> {};

// --- what error messages call things
// ----------------------------------------------------------------------------
struct a_condition {
    static Text text() {
        return {"a condition such as Source = Web, won or is [Hot lead]",
                "条件（例: 流入元 = Web、won、is [有望リード]）"};
    }
};
struct an_operator {
    static Text text() {
        return {
            "an operator after the column, such as =, >=, contains, in (…), between, is empty or within 30 "
            "days",
            "列名の後の演算子（例: =、>=、contains、in (…)、between、is empty、within 30 "
            "days、以上、を含む）"};
    }
};
struct a_negatable_operator {
    static Text text() {
        return {"in, between, contains, starts with, ends with, matches or within after not",
                "not の後の in、between、contains、starts with、ends with、matches、within"};
    }
};
struct a_value {
    static Text text() {
        return {"a value: a number, a date, today, a word, or a text in quotes",
                "値（数値、日付、today、1語の文字列、または引用符で囲んだ文字列）"};
    }
};
struct a_text {
    static Text text() { return {"a word, or a text in quotes", "1語の文字列、または引用符で囲んだ文字列"}; }
};
struct a_name {
    static Text text() { return {"a name in brackets, such as [MQL]", "角かっこで囲んだ名前（例: [MQL]）"}; }
};
struct a_number {
    static Text text() { return {"a number, as in within 30 days", "数値（例: within 30 days）"}; }
};
struct a_window_unit {
    static Text text() { return {"days, weeks or months", "days、weeks、months のいずれか"}; }
};
struct empty_after_is {
    static Text text() { return {"empty or not empty after is", "is の後の empty または not empty"}; }
};
struct opening_of_list {
    static Text text() { return {"( and the list of values", "「(」と値の並び"}; }
};
struct comma_or_closing {
    static Text text() { return {"a comma or )", "「,」または「)」"}; }
};
struct and_between {
    static Text text() { return {"\"and\" between the two values", "2つの値の間の and"}; }
};
struct connective_or_closing {
    static Text text() { return {"\"and\", \"or\" or )", "and、or または「)」"}; }
};
struct connective_or_end {
    static Text text() {
        return {"\"and\", \"or\" or the end (texts of several words need quotes)",
                "and、or または式の終わり（空白を含む文字列は引用符で囲んでください）"};
    }
};

// --- values
// -----------------------------------------------------------------------------------------------------
struct two_digits : pegtl::rep<2, digit> {};
struct one_or_two_digits : pegtl::rep_min_max<1, 2, digit> {};
struct colon : symbol<U':'> {};
struct dash : symbol<U'-'> {};
struct slash : symbol<U'/'> {};
struct point : symbol<U'.'> {};
struct sign : pegtl::sor<dash, symbol<U'+'>> {};
struct zone : pegtl::sor<symbol<U'Z', U'z'>, pegtl::seq<sign, two_digits, pegtl::opt<colon>, two_digits>> {};
struct seconds : pegtl::seq<colon, two_digits, pegtl::opt<point, pegtl::plus<digit>>> {};
struct time_of_day : pegtl::seq<pegtl::sor<symbol<U'T', U't'>, blank>, one_or_two_digits, colon, two_digits,
                                pegtl::opt<seconds>, pegtl::opt<zone>> {};
template <class First, class Second, class... Last>
struct month_and_day : pegtl::seq<First, one_or_two_digits, Second, one_or_two_digits, Last...> {};
struct japanese_month_and_day
    : month_and_day<pegtl::utf8::one<U'年'>, pegtl::utf8::one<U'月'>, pegtl::utf8::one<U'日'>> {};
struct date_shape
    : pegtl::seq<pegtl::rep<4, digit>,
                 pegtl::sor<month_and_day<dash, dash>, month_and_day<slash, slash>, japanese_month_and_day>,
                 pegtl::opt<time_of_day>> {};

struct fraction : pegtl::seq<point, pegtl::plus<digit>> {};
struct exponent : pegtl::seq<symbol<U'e', U'E'>, pegtl::opt<sign>, pegtl::plus<digit>> {};
struct unsigned_number : pegtl::sor<pegtl::seq<pegtl::plus<digit>, pegtl::opt<fraction>>, fraction> {};
struct number_shape
    : pegtl::seq<pegtl::opt<sign>, unsigned_number, pegtl::opt<exponent>, pegtl::opt<symbol<U'%'>>> {};

struct quoted_value : enclosed<closing_quote> {};
struct date_value : pegtl::seq<date_shape, condition<ends_value>> {};
struct number_value : pegtl::seq<number_shape, condition<ends_value>> {};
struct today_value : token<today_length> {};
struct word_value : token<value_word_length> {};
struct listed_word_value : token<value_length> {};
struct postfix_word_value : token<value_length_before_comparison> {};
struct text_word_value : token<value_word_length> {};

template <class Word>
struct value_or : pegtl::sor<quoted_value, date_value, number_value, today_value, Word> {};
struct value : value_or<word_value> {};
struct listed_value : value_or<listed_word_value> {};
struct postfix_value : value_or<postfix_word_value> {};
struct text_value : pegtl::sor<quoted_value, text_word_value> {};

// --- operators
// --------------------------------------------------------------------------------------------------
struct comparison_symbol_word : token<comparison_symbol_length> {};
struct infix_japanese_word : token<infix_japanese_length> {};
struct postfix_japanese_word : token<postfix_japanese_length> {};
struct japanese_empty_word : token<japanese_empty_length> {};
struct with_word : keyword<'w', 'i', 't', 'h'> {};
struct contains_word : keyword<'c', 'o', 'n', 't', 'a', 'i', 'n', 's'> {};
struct starts_with_words : pegtl::seq<keyword<'s', 't', 'a', 'r', 't', 's'>, gap, with_word> {};
struct ends_with_words : pegtl::seq<keyword<'e', 'n', 'd', 's'>, gap, with_word> {};
struct matches_word : keyword<'m', 'a', 't', 'c', 'h', 'e', 's'> {};
struct text_operator : pegtl::sor<contains_word, starts_with_words, ends_with_words, matches_word> {};
struct in_word : keyword<'i', 'n'> {};
struct between_word : keyword<'b', 'e', 't', 'w', 'e', 'e', 'n'> {};
struct within_word : keyword<'w', 'i', 't', 'h', 'i', 'n'> {};
struct is_word : keyword<'i', 's'> {};
struct empty_word : pegtl::sor<keyword<'e', 'm', 'p', 't', 'y'>, keyword<'b', 'l', 'a', 'n', 'k'>> {};
struct negation : keyword<'n', 'o', 't'> {};

struct window_amount : unsigned_number {};
struct days_unit : pegtl::sor<keyword<'d', 'a', 'y', 's'>, keyword<'d', 'a', 'y'>,
                              pegtl::seq<pegtl::utf8::one<U'日'>, pegtl::opt<pegtl::utf8::one<U'間'>>>> {};
struct weeks_unit : pegtl::sor<keyword<'w', 'e', 'e', 'k', 's'>, keyword<'w', 'e', 'e', 'k'>,
                               pegtl::seq<pegtl::utf8::one<U'週'>, pegtl::opt<pegtl::utf8::one<U'間'>>>> {};
struct months_unit : pegtl::sor<keyword<'m', 'o', 'n', 't', 'h', 's'>, keyword<'m', 'o', 'n', 't', 'h'>,
                                pegtl::seq<pegtl::utf8::one<U'か', U'ヶ', U'カ', U'ヵ', U'ケ', U'箇'>,
                                           pegtl::utf8::one<U'月'>, pegtl::opt<pegtl::utf8::one<U'間'>>>> {};
struct window_unit : pegtl::sor<days_unit, weeks_unit, months_unit> {};
struct back_to : pegtl::utf8::string<U'以', U'内'> {};  // 30日以内
struct past : pegtl::sor<pegtl::utf8::string<U'過', U'去'>, pegtl::utf8::string<U'直', U'近'>> {
};  // 過去30日

// --- what may stand behind a column
// -----------------------------------------------------------------------------
struct emptiness : pegtl::seq<comparison_symbol_word, gap, japanese_empty_word> {};
struct infix_comparison
    : pegtl::seq<pegtl::sor<comparison_symbol_word, infix_japanese_word>, gap, expect<value, a_value>> {};
struct text_comparison : pegtl::seq<text_operator, gap, expect<text_value, a_text>> {};
struct postfix_comparison : pegtl::seq<postfix_value, gap, postfix_japanese_word> {};
struct list_entry : listed_value {};
struct list : pegtl::seq<in_word, gap, expect<opening, opening_of_list>, gap, expect<list_entry, a_value>,
                         pegtl::star<gap, comma, gap, expect<list_entry, a_value>>, gap,
                         expect<closing, comma_or_closing>> {};
struct lower_bound : value {};
struct range : pegtl::seq<between_word, gap, expect<lower_bound, a_value>, gap, expect<and_word, and_between>,
                          gap, expect<value, a_value>> {};
struct window
    : pegtl::seq<within_word, gap, expect<window_amount, a_number>, gap, expect<window_unit, a_window_unit>> {
};
struct japanese_window
    : pegtl::seq<pegtl::sor<pegtl::seq<past, gap, window_amount, gap, window_unit, pegtl::opt<gap, back_to>>,
                            pegtl::seq<window_amount, gap, window_unit, gap, back_to>>,
                 condition<ends_japanese_keyword>> {};
struct is_empty : pegtl::seq<is_word, gap, pegtl::opt<negation, gap>, expect<empty_word, empty_after_is>> {};
struct is_empty_in_japanese : japanese_empty_word {};
struct negatable : pegtl::sor<text_comparison, list, range, window> {};
struct negated_tail : pegtl::seq<negation, gap, expect<negatable, a_negatable_operator>> {};
struct tail : pegtl::sor<emptiness, infix_comparison, negatable, negated_tail, is_empty, is_empty_in_japanese,
                         japanese_window, postfix_comparison> {};

/// Tells columns from predicates: what only stands behind a column.
struct infix_ahead
    : pegtl::at<gap, pegtl::sor<comparison_symbol_word, infix_japanese_word, text_operator, in_word,
                                between_word, within_word, is_word,
                                pegtl::seq<negation, gap,
                                           pegtl::sor<text_operator, in_word, between_word, within_word>>>> {
};
struct operator_ahead
    : pegtl::sor<infix_ahead,
                 pegtl::at<gap, pegtl::sor<japanese_empty_word, japanese_window, postfix_comparison>>> {};

// --- conditions
// -------------------------------------------------------------------------------------------------
struct bracketed_column : enclosed<closing_bracket> {};
struct column_word : token<column_word_length> {};
struct column : pegtl::sor<bracketed_column, column_word> {};
struct comparison : pegtl::seq<column, gap, expect<tail, an_operator>> {};

struct bracketed_name : enclosed<closing_bracket> {};
struct quoted_name : enclosed<closing_quote> {};
struct name_word : token<name_word_length> {};
struct name : pegtl::sor<bracketed_name, quoted_name, name_word> {};
struct is_predicate : pegtl::seq<is_word, gap, pegtl::opt<negation, gap>, expect<name, a_name>> {};
struct reached_predicate : pegtl::seq<keyword<'r', 'e', 'a', 'c', 'h', 'e', 'd'>, pegtl::not_at<infix_ahead>,
                                      gap, expect<name, a_name>> {};
struct at_predicate : pegtl::seq<keyword<'a', 't'>, pegtl::not_at<infix_ahead>, gap, expect<name, a_name>> {};
struct hand_off
    : pegtl::sor<keyword<'h', 'a', 'n', 'd', '-', 'o', 'f', 'f'>, keyword<'h', 'a', 'n', 'd', 'o', 'f', 'f'>,
                 pegtl::seq<keyword<'h', 'a', 'n', 'd'>, gap, keyword<'o', 'f', 'f'>>> {};
struct hand_off_predicate : pegtl::seq<keyword<'q', 'u', 'a', 'l', 'i', 'f', 'i', 'e', 'd'>, gap,
                                       keyword<'a', 't'>, gap, hand_off> {};
struct outcome_word : token<outcome_word_length> {};
struct outcome_predicate : pegtl::seq<outcome_word, pegtl::not_at<operator_ahead>> {};
struct predicate
    : pegtl::sor<is_predicate, reached_predicate, at_predicate, hand_off_predicate, outcome_predicate> {};

// --- logic
// ------------------------------------------------------------------------------------------------------
struct expression;
struct group_opening : opening {};
struct group_closing : closing {};
struct group : pegtl::seq<group_opening, gap, expect<expression, a_condition>, gap,
                          expect<group_closing, connective_or_closing>> {};
struct postfix_not : japanese_not {};
struct primary : pegtl::seq<pegtl::sor<group, predicate, comparison>, pegtl::star<gap, postfix_not>> {};
struct unary;
struct prefix_not : not_word {};
struct negated : pegtl::seq<prefix_not, gap, expect<unary, a_condition>> {};
struct unary : pegtl::sor<negated, primary> {};
struct and_tail : pegtl::seq<and_word, gap, expect<unary, a_condition>> {};
struct conjunction : pegtl::seq<unary, pegtl::star<gap, and_tail>> {};
struct or_tail : pegtl::seq<or_word, gap, expect<conjunction, a_condition>> {};
struct expression : pegtl::seq<conjunction, pegtl::star<gap, or_tail>> {};
struct whole : pegtl::seq<gap, expect<expression, a_condition>, gap, expect<pegtl::eof, connective_or_end>> {
};

}  // namespace kakehashi::grammar
