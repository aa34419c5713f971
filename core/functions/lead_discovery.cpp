// LEAD.*: what past outcomes suggest: rules that were worth having, chances of single leads.
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "core/evidence/discovery.hpp"
#include "core/evidence/probability.hpp"
#include "core/functions/call.hpp"
#include "core/functions/catalogue.hpp"
#include "core/functions/parameters.hpp"
#include "core/table/choice.hpp"

namespace kakehashi {
namespace {

/// A whole number in `least` … `most`, or `otherwise` if it is missing.
struct WholeNumber {
    Text name;
    std::size_t otherwise;
    std::size_t least;
    std::size_t most;
};

Result<std::size_t> whole_number(const Call& call, std::size_t i, const WholeNumber& wanted) {
    const auto number = call.number(i);
    if (!number) return error_of(number);
    if (!*number) return wanted.otherwise;
    const double value = **number;
    if (value != std::floor(value) || !(value >= static_cast<double>(wanted.least)) ||
        !(value <= static_cast<double>(wanted.most)))
        return illegal_argument({fmt::format("{} must be a whole number from {} to {}.", wanted.name.en,
                                             wanted.least, wanted.most),
                                 fmt::format("{}は{}から{}までの整数でなければなりません。", wanted.name.ja,
                                             wanted.least, wanted.most)});
    return static_cast<std::size_t>(value);
}

constexpr std::size_t most_rules = 1000;
constexpr std::size_t most_leads = 100'000'000;

Result<RuleWish> rule_wish(const Call& call) {
    RuleWish wish;
    const auto rules =
        whole_number(call, 2, {{"The number of rules", "ルールの数"}, wish.rules, 1, most_rules});
    if (!rules) return error_of(rules);
    const auto terms =
        whole_number(call, 3, {{"The number of terms", "条件の数"}, wish.terms, 1, most_terms});
    if (!terms) return error_of(terms);
    const auto minimum =
        whole_number(call, 4, {{"The minimum of leads", "最小件数"}, wish.minimum_leads, 1, most_leads});
    if (!minimum) return error_of(minimum);
    const auto capacity = whole_number(call, 5, {{"The capacity", "対応できる件数"}, 0, 1, most_leads});
    if (!capacity) return error_of(capacity);
    wish.rules = *rules;
    wish.terms = *terms;
    wish.minimum_leads = *minimum;
    if (*capacity > 0) wish.capacity = *capacity;
    return wish;
}

Value lead_discover(const Call& call) {
    const auto leads = call.leads(0);
    if (!leads) return leads.error();
    const auto outcome = call.text(1);
    if (!outcome) return outcome.error();
    const auto wish = rule_wish(call);
    if (!wish) return wish.error();
    const auto exclude = call.text(6);
    if (!exclude) return exclude.error();
    const auto found = (*leads)->derived<Discovery>().rules({*outcome, *exclude, *wish});
    if (!found) return found.error();
    std::vector<std::string> rules;
    for (const DiscoveredRule& rule : *found) rules.push_back(rule.text);
    return text_column(std::move(rules));
}

Value lead_leaks(const Call& call) {
    const auto leads = call.leads(0);
    if (!leads) return leads.error();
    const auto outcome = call.text(1);
    if (!outcome) return outcome.error();
    const auto headers = (*leads)->derived<Discovery>().leaks(*outcome);
    if (!headers) return headers.error();
    return text_column(*headers);
}

Value lead_probability(const Call& call) {
    const auto leads = call.leads(0);
    if (!leads) return leads.error();
    const auto id = call.required_text(1);
    if (!id) return id.error();
    const auto fields = call.text(2);
    if (!fields) return fields.error();
    const auto outcome = call.text(3);
    if (!outcome) return outcome.error();
    const auto row = (*leads)->row_of(*id);
    if (!row) return row.error();
    const auto model = (*leads)->derived<Probabilities>().model(*fields, *outcome);
    if (!model) return model.error();
    return (*model)->probability(*row);
}

/// A share of a count; #DIV/0! of nothing.
Value per(double amount, double count, Text of_what) {
    if (count == 0.0)
        return CellError{ErrorCode::division_by_zero,
                         {fmt::format("There is no {} among the leads held out.", of_what.en),
                          fmt::format("検証用のリードに{}がありません。", of_what.ja)}};
    return amount / count;
}

constexpr std::array<Choice, 6> quality_words = {{
    {"leads", "件数"},
    {"won", "受注数"},
    {"base rate", "基準率"},
    {"log loss", "対数損失"},
    {"brier", "ブライアスコア"},
    {"auc", "auc面積"},
}};

Value mean_of(double sum, const PredictionQuality& quality) {
    return per(sum, static_cast<double>(quality.leads), {"lead", "リード"});
}

/// In the order of `quality_words`.
Value quality_figure(std::size_t word, const PredictionQuality& quality) {
    const auto won = static_cast<double>(quality.won);
    switch (word) {
        case 0:
            return static_cast<double>(quality.leads);
        case 1:
            return won;
        case 2:
            return mean_of(won, quality);
        case 3:
            return mean_of(quality.log_loss_sum, quality);
        case 4:
            return mean_of(quality.squared_error_sum, quality);
        default:
            return per(quality.won_above_lost, won * (static_cast<double>(quality.leads) - won),
                       {"pair of a won and a lost lead", "受注と失注の組み合わせ"});
    }
}

Value lead_prediction(const Call& call) {
    const auto leads = call.leads(0);
    if (!leads) return leads.error();
    const auto measure = call.required_text(1);
    if (!measure) return measure.error();
    const auto fields = call.text(2);
    if (!fields) return fields.error();
    const auto outcome = call.text(3);
    if (!outcome) return outcome.error();
    const auto word = choose(quality_words, *measure, {"measure", "指標"});
    if (!word) return word.error();
    const auto quality = (*leads)->derived<Probabilities>().quality(*fields, *outcome);
    if (!quality) return quality.error();
    return quality_figure(*word, *quality);
}

Parameter outcome(bool optional) {
    return {"outcome",
            ArgumentKind::text,
            optional,
            {"outcome", "結果"},
            {"Which leads were won, as an expression; if empty, the leads that are won, among those whose "
             "result is known",
             "受注とみなすリードの条件式。空なら、結果が分かっているリードのうち受注したもの"}};
}

Parameter number(std::string_view id, Text name, Text summary) {
    return {id, ArgumentKind::number, true, std::move(name), std::move(summary)};
}

Parameter fields() {
    return {
        "fields",
        ArgumentKind::text,
        true,
        {"fields", "項目"},
        {"Columns to look at, separated by commas; default the source and the stage, as far as they exist",
         "見る列（コンマ区切り）。省略時は流入元とステージ（ある場合）"}};
}

}  // namespace

std::vector<Function> lead_discovery_functions() {
    using namespace parameters;
    return {
        {"LEAD.DISCOVER",
         "0.2.0",
         Returns::text_matrix,
         {"The rules that would have told won leads from the others best, as expressions that LEAD.BACKTEST, "
          "LEAD.COUNT and the playbook take.",
          "受注するリードを最もよく見分けるルールを、LEAD.BACKTEST や "
          "LEAD.COUNT、プレイブックで使える条件式と"
          "して返します。"},
         {"Every combination of up to `terms` conditions is tried: column = value (texts, and numbers with "
          "at "
          "most 20 different values), column >= cut and column <= cut, with cuts at the data's own "
          "quantiles. "
          "Ranked by Wilson's lower 95 % bound of precision, then by the number of leads, then fewer terms, "
          "then the columns' order; with a capacity, only rules with at most so many leads count, and the "
          "won "
          "leads they catch come first. A rule that selects the same leads as another is left out. So are "
          "columns that name a lead, hold dates (all cells are dates from 1970 to 2100, and some is written "
          "as text or the header says so, as in \"Last visit\"), tell its stage or reason, or that the "
          "outcome "
          "is made of, and columns that are filled for won leads only (LEAD.LEAKS lists them). "
          "If a "
          "column says when leads were created, the latest third of them is held out: rules are learnt from "
          "the others, and LEAD.HOLDOUT tells how they do there. In very large tables fewer cuts are tried.",
          "`条件の数` 以下の条件の組み合わせをすべて調べます。条件は「列 = "
          "値」（文字列と、20種類以下の数値）、"
          "「列 >= 区切り」「列 <= 区切り」で、区切りはデータの分位点です。適合率のウィルソン95 % "
          "下限、次に件数、次に条件の少なさ、次に列の順で並べます。対応できる件数を指定すると、その件数以下の"
          "ルール"
          "だけを対象とし、含まれる受注の多さを優先します。同じリードを選ぶルールは1つだけ残します。リードの"
          "名前や"
          "連絡先、役割とステージの日付、日付の列（空白以外がすべて1970～2100年の日付で、文字列の日付を含むか"
          "、"
          "「最終訪問」のように見出しが日付を表すもの）、ステージ、理由、結果の条件に使われる列、受注したリー"
          "ドだけに値がある"
          "列（"
          "LEAD.LEAKS で確認できます）は使いません。作成日の列があれば、作成日が新しい3分の1を除いて探し、"
          "そこでの成績は LEAD.HOLDOUT で確認できます。非常に大きな表では区切りの数を減らします。"},
         {leads(),
          outcome(false),
          number("rules", {"rules", "ルールの数"},
                 {"How many rules, 1 to 1000; default 10", "返すルールの数（1～1000）。省略時は 10"}),
          number("terms", {"terms", "条件の数"},
                 {"At most so many conditions in a rule, 1 to 3; default 2",
                  "1つのルールの条件の数の上限（1～3）。省略時は 2"}),
          number("minimumLeads", {"minimum leads", "最小件数"},
                 {"A rule must select at least so many leads; default 30",
                  "ルールに当てはまるリードの最小件数。省略時は 30"}),
          number("capacity", {"capacity", "対応できる件数"},
                 {"A rule may select at most so many leads, and won ones count first; default unlimited",
                  "ルールに当てはまるリードの最大件数。指定すると受注の多さを優先します。省略時は制限なし"}),
          {"exclude",
           ArgumentKind::text,
           true,
           {"exclude", "除外する列"},
           {"Columns that rules must not use, separated by commas, for example what is known only afterwards",
            "使わない列（コンマ区切り）。例: 後からしか分からない列"}}},
         {{"=LEAD.DISCOVER(Leads;\"\";1;1;2)", "Amount >= 400000"},
          {"=LEAD.DISCOVER(Leads;\"\";1;1;2;0;\"Amount, [Last visit]\")", "Employees >= 240"},
          {"=LEAD.DISCOVER(Leads;\"Result = Won\")", "#N/A"},
          {"=LEAD.DISCOVER(Leads;\"\";1;4)", "Err:502"}},
         lead_discover},
        {"LEAD.LEAKS",
         "0.2.0",
         Returns::text_matrix,
         {"The columns that give the outcome away: those filled for won leads only.",
          "結果を漏らしている列、つまり受注したリードだけに値がある列を返します。"},
         {"LEAD.DISCOVER leaves these columns out, since they were filled after the fact. Columns that it "
          "leaves out anyway, such as dates of stages or those that the outcome is made of, are not listed.",
          "後から入力された列なので、LEAD.DISCOVER は使いません。ステージの日付や結果の条件に使われる列など、"
          "もともと使わない列は含みません。"},
         {leads(), outcome(false)},
         {{"=LEAD.LEAKS(Leads;\"Source is not empty\")", "Employees | Amount | Last visit | Owner"},
          {"=LEAD.LEAKS(Leads;\"\")", "#N/A"}},
         lead_leaks},
        {"LEAD.PROBABILITY",
         "0.2.0",
         Returns::number,
         {"How likely a lead is to be won, learnt from the leads whose result is known: 0 to 1.",
          "結果が分かっているリードから学んだ、受注の確率を 0～1 で返します。"},
         {"Naive Bayes: won + 0.1 against the others + 0.1, times for each field the share of the lead's "
          "value "
          "among won and among other leads (counts + 0.1). A won lead counts in every stage, another one in "
          "the furthest stage it reached and all before. Blank values and those never seen are skipped. Each "
          "different number is a value of its own: "
          "for ranges take a column that names them, or LEAD.BACKTEST with a segment or a where. Kept "
          "within 0.0001 and 0.9999.",
          "単純ベイズ推定です。受注数 + 0.1 とそれ以外 + 0.1 "
          "の比に、項目ごとに、その値の受注での割合とそれ以外での"
          "割合（件数 + "
          "0.1）の比を掛けます。ステージは、受注したリードは全ステージに、それ以外は到達した最も先の"
          "ステージとそれより前に数えます。空白の値と学習データにない値は無視します。数値は1つ1つを別の値とみ"
          "なすので、範囲で見るには範囲名の"
          "列を使うか、LEAD.BACKTEST でセグメントや条件を使ってください。0.0001～0.9999 "
          "に収めます。"},
         {leads(), id(), fields(), outcome(true)},
         {{"=LEAD.PROBABILITY(Leads;\"L-04\")", "0.740963855421687"},
          {"=LEAD.PROBABILITY(Leads;\"L-04\";\"Source\")", "0.503723008190618"},
          {"=LEAD.PROBABILITY(Leads;\"L-99\")", "#N/A"}},
         lead_probability},
        {"LEAD.PREDICTION",
         "0.2.0",
         Returns::number,
         {"How well LEAD.PROBABILITY predicts leads that it has not seen.",
          "LEAD.PROBABILITY が、学習に使っていないリードをどれだけ正しく予測するかを返します。"},
         {"Learnt from the earlier two thirds by created date, tried on the latest third. Measures: leads, "
          "won, "
          "base rate (of those held out), log loss (natural logarithm), brier, auc. With base rate b, always "
          "saying b has a log loss of -(b ln b + (1 - b) ln(1 - b)) and a Brier score of b(1 - b): good "
          "values "
          "are well below. auc is how often a won lead has a higher probability than a lost one, ties "
          "counting "
          "half: 0.5 is no better than chance, above 0.7 is useful, near 1 suggests a field that gives the "
          "outcome away. A lead's stage is the furthest it had entered when it was handed off, since an "
          "ended "
          "lead's stage tells its end.",
          "作成日が古い3分の2で学び、新しい3分の1で試します。指標は leads、won、base rate（検証側の受注率）、"
          "log loss（自然対数）、brier、auc です。受注率を b とすると、常に b と答える場合の log loss は "
          "-(b ln b + (1 - b) ln(1 - b))、brier は b(1 - b) で、これより十分小さければ良い値です。auc "
          "は受注した"
          "リードの確率が失注したリードより高い割合（同点は半分）で、0.5 は偶然と同じ、0.7 を超えれば有用、1 "
          "に近い"
          "場合は結果を漏らす項目を疑ってください。ステージは引き渡しの時点で到達していた最も先のものを使いま"
          "す。"},
         {leads(),
          {"measure",
           ArgumentKind::text,
           false,
           {"measure", "指標"},
           {"leads, won, base rate, log loss, brier or auc",
            "leads、won、base rate、log loss、brier、auc のいずれか"}},
          fields(),
          outcome(true)},
         {{"=LEAD.PREDICTION(Leads;\"leads\")", "2"},
          {"=LEAD.PREDICTION(Leads;\"base rate\";\"Source\")", "0.5"},
          {"=LEAD.PREDICTION(Leads;\"auc\";\"Source\")", "0"},
          {"=LEAD.PREDICTION(Leads;\"accuracy\")", "Err:502"}},
         lead_prediction},
    };
}

}  // namespace kakehashi
