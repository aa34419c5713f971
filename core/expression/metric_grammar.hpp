// The grammar of metrics' formulas. What stands behind `where` belongs to the expression language.
#pragma once

#include <string_view>

#include "core/expression/grammar.hpp"
#include "core/expression/metric_formula.hpp"

namespace kakehashi::grammar {

struct FigureWord {
    std::string_view spelling;  // as `fold_header` makes it
    MetricKind kind;
};
/// English words as in the contract, Japanese ones as people say them.
inline constexpr FigureWord figure_words[] = {
    {"count", MetricKind::count},       {"件数", MetricKind::count},
    {"リード数", MetricKind::count},    {"sum", MetricKind::sum},
    {"合計", MetricKind::sum},          {"mean", MetricKind::mean},
    {"平均", MetricKind::mean},         {"median", MetricKind::median},
    {"中央値", MetricKind::median},     {"entered", MetricKind::entered},
    {"到達", MetricKind::entered},      {"到達数", MetricKind::entered},
    {"到達件数", MetricKind::entered},  {"value", MetricKind::value},
    {"金額", MetricKind::value},        {"到達金額", MetricKind::value},
    {"rate", MetricKind::rate},         {"転換率", MetricKind::rate},
    {"移行率", MetricKind::rate},       {"days", MetricKind::days},
    {"日数", MetricKind::days},         {"所要日数", MetricKind::days},
    {"winrate", MetricKind::win_rate},  {"成約率", MetricKind::win_rate},
    {"受注率", MetricKind::win_rate},   {"acceptance", MetricKind::acceptance},
    {"受入率", MetricKind::acceptance}, {"受け入れ率", MetricKind::acceptance},
    {"受理率", MetricKind::acceptance},
};

/// The word at the front of `text`, if it asks for that kind of figure.
std::size_t figure_word_length(std::string_view text, MetricKind kind);
template <MetricKind kind>
std::size_t length_of_figure_word(std::string_view text) {
    return figure_word_length(text, kind);
}
/// Up to an operator between blanks outside of quotes, brackets and parentheses, or the end; blanks at the
/// end left out.
std::size_t condition_text_length(std::string_view text);
/// True if no word goes on there.
bool ends_word(std::string_view text);

// --- what error messages call things
struct a_figure {
    static Text text() {
        return {
            "a figure: count, sum, mean, median, entered, value, rate, days, win rate or acceptance",
            "数値の種類（件数、合計、平均、中央値、到達、金額、転換率、日数、受注率、受け入れ率のいずれか）"};
    }
};
struct a_column {
    static Text text() {
        return {"a column: one word, or a header in brackets such as [Deal size]",
                "列（1語、または [商談 金額] のように角かっこで囲んだ見出し）"};
    }
};
struct a_stage {
    static Text text() {
        return {"a stage: one word, or a name in brackets such as [MQL]",
                "ステージ（1語、または [MQL] のように角かっこで囲んだ名前）"};
    }
};
struct to_and_a_stage {
    static Text text() { return {"\"to\" and the stage to be reached", "「から」と到達ステージ"}; }
};
struct days_or_weeks {
    static Text text() { return {"days or weeks", "days、weeks、日、週のいずれか"}; }
};
struct within_in_japanese {
    static Text text() { return {"以内 behind the days", "日数の後の「以内」"}; }
};
struct operator_or_end {
    static Text text() {
        return {"where, one operator (/, *, +, -) between blanks and a second figure, or the end",
                "「条件」、空白で区切った演算子（÷、×、＋、－）と2つ目の数値、または式の終わり"};
    }
};

// --- words
template <MetricKind kind>
struct figure_word : token<length_of_figure_word<kind>> {};
struct win_rate_words : pegtl::sor<pegtl::seq<keyword<'w', 'i', 'n'>, gap, keyword<'r', 'a', 't', 'e'>>,
                                   figure_word<MetricKind::win_rate>> {};
template <char32_t... letters>
struct japanese_word : pegtl::seq<pegtl::utf8::string<letters...>, condition<ends_word>> {};
struct where_word : pegtl::sor<keyword<'w', 'h', 'e', 'r', 'e'>, japanese_word<U'条', U'件'>,
                               japanese_word<U'た', U'だ', U'し'>> {};
struct to_word : pegtl::sor<keyword<'t', 'o'>, japanese_word<U'か', U'ら'>> {};
struct as_far_as : japanese_word<U'ま', U'で'> {};  // [A] から [B] まで

// --- parts of a figure
struct bare_name
    : pegtl::seq<pegtl::not_at<pegtl::sor<where_word, to_word, within_word>>, token<name_word_length>> {};
struct enclosed_name : pegtl::sor<enclosed<closing_bracket>, enclosed<closing_quote>> {};
struct figure_name : pegtl::sor<enclosed_name, bare_name> {};
struct target_name : figure_name {};
struct figure_unit : pegtl::sor<days_unit, weeks_unit> {};
struct figure_window
    : pegtl::sor<pegtl::seq<within_word, gap, expect<window_amount, a_number>, gap,
                            expect<figure_unit, days_or_weeks>>,
                 pegtl::seq<window_amount, gap, expect<figure_unit, days_or_weeks>, gap,
                            expect<pegtl::seq<back_to, condition<ends_word>>, within_in_japanese>>> {};
struct condition_text : token<condition_text_length> {};
struct where_part : pegtl::seq<gap, where_word, gap, expect<condition_text, a_condition>> {};

// --- figures
template <MetricKind... kinds>
struct one_of_figures : pegtl::sor<figure_word<kinds>...> {};
struct column_figure : pegtl::seq<one_of_figures<MetricKind::sum, MetricKind::mean, MetricKind::median>, gap,
                                  expect<figure_name, a_column>> {};
struct stage_figure
    : pegtl::seq<one_of_figures<MetricKind::entered, MetricKind::value>, gap, expect<figure_name, a_stage>> {
};
struct passage : pegtl::seq<gap, expect<figure_name, a_stage>, gap, expect<to_word, to_and_a_stage>, gap,
                            expect<target_name, a_stage>, pegtl::opt<gap, as_far_as>> {};
struct rate_figure : pegtl::seq<figure_word<MetricKind::rate>, passage, pegtl::opt<gap, figure_window>> {};
struct days_figure : pegtl::seq<figure_word<MetricKind::days>, passage> {};
struct plain_figure : pegtl::sor<figure_word<MetricKind::count>, figure_word<MetricKind::acceptance>> {};
struct win_rate_figure : win_rate_words {};
struct figure
    : pegtl::seq<
          pegtl::sor<plain_figure, column_figure, stage_figure, rate_figure, days_figure, win_rate_figure>,
          pegtl::opt<where_part>> {};
struct first_figure : figure {};
struct second_figure : figure {};

// --- formulas
struct divide_sign : symbol<U'/', U'÷'> {};
struct multiply_sign : symbol<U'*', U'×'> {};
struct add_sign : symbol<U'+'> {};
struct subtract_sign : symbol<U'-'> {};
struct joining_sign : pegtl::seq<pegtl::sor<divide_sign, multiply_sign, add_sign, subtract_sign>,
                                 pegtl::at<pegtl::sor<blank, pegtl::eof>>> {};
struct joined : pegtl::seq<pegtl::plus<blank>, joining_sign, gap, expect<second_figure, a_figure>> {};
struct formula : pegtl::seq<gap, expect<first_figure, a_figure>, pegtl::opt<joined>, gap,
                            expect<pegtl::eof, operator_or_end>> {};

}  // namespace kakehashi::grammar
