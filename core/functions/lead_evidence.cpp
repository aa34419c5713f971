// LEAD.*: what past outcomes say of a definition.
#include "core/evidence/comparison.hpp"
#include "core/functions/call.hpp"
#include "core/functions/catalogue.hpp"
#include "core/functions/parameters.hpp"

namespace kakehashi {
namespace {

template <class Counts>
Value value_of(const Measure<Counts>& measure, const Result<Counts>& counts) {
    if (!counts) return counts.error();
    const auto value = measure.value(*counts);
    if (!value) return value.error();
    return *value;
}

/// The arguments outcome, where.
Result<Cohort> cohort_of(const Call& call, std::size_t i) {
    const auto outcome = call.text(i);
    if (!outcome) return error_of(outcome);
    const auto where = call.text(i + 1);
    if (!where) return error_of(where);
    return Cohort{*outcome, *where};
}

/// The arguments leads, definition, measure, [outcome], [where].
struct Test {
    std::shared_ptr<const Leads> leads;
    std::string definition;
    const Measure<BackTest>* measure;
    Cohort cohort;
};

Result<Test> test_of(const Call& call) {
    const auto leads = call.leads(0);
    if (!leads) return error_of(leads);
    const auto definition = call.required_text(1);
    if (!definition) return error_of(definition);
    const auto name = call.required_text(2);
    if (!name) return error_of(name);
    const auto measure = find_measure(back_test_measures(), *name);
    if (!measure) return error_of(measure);
    const auto cohort = cohort_of(call, 3);
    if (!cohort) return error_of(cohort);
    return Test{*leads, *definition, *measure, *cohort};
}

Value lead_backtest(const Call& call) {
    auto test = test_of(call);
    if (!test) return test.error();
    const auto period = call.period(5);
    if (!period) return period.error();
    test->cohort.created = *period;
    return value_of(*test->measure,
                    test->leads->derived<BackTests>().back_test(test->definition, test->cohort));
}

Value lead_holdout(const Call& call) {
    const auto test = test_of(call);
    if (!test) return test.error();
    return value_of(*test->measure,
                    test->leads->derived<BackTests>().on_hold_out(test->definition, test->cohort));
}

Value lead_compare(const Call& call) {
    const auto leads = call.leads(0);
    if (!leads) return leads.error();
    const auto a = call.required_text(1);
    if (!a) return a.error();
    const auto b = call.required_text(2);
    if (!b) return b.error();
    const auto name = call.required_text(3);
    if (!name) return name.error();
    const auto measure = find_measure(comparison_measures(), *name);
    if (!measure) return measure.error();
    const auto cohort = cohort_of(call, 4);
    if (!cohort) return cohort.error();
    return value_of(**measure, compare_definitions(**leads, *a, *b, *cohort));
}

Parameter tested(std::string_view id, Text name) {
    return {
        id,
        ArgumentKind::text,
        false,
        std::move(name),
        {"A definition, persona or segment of the playbook, or an expression such as \"Employees >= 100\"",
         "プレイブックの定義・ペルソナ・セグメントの名前、または \"従業員数 >= 100\" のような式"}};
}

Parameter measure(Text summary) {
    return {"measure", ArgumentKind::text, false, {"measure", "指標"}, std::move(summary)};
}

Parameter back_test_measure() {
    return measure(
        {"leads, qualified, won, tp, fp, fn, tn, precision, recall, base rate, lift, low, high, per "
         "week or p value",
         "leads（件数）、qualified（該当）、won（受注）、tp、fp、fn、tn、precision（適合率）、recall（再現"
         "率）、base rate（基準率）、lift（リフト）、low（下限）、high（上限）、per week（週あたり）、"
         "p value（p値）"});
}

Parameter outcome() {
    return {
        "outcome",
        ArgumentKind::text,
        true,
        {"outcome", "結果"},
        {"Expression that says which leads were won; every lead is in then. Default: won, among leads that "
         "were won, lost, rejected or disqualified",
         "受注とみなす条件の式。指定すると全リードが対象。省略時は、受注・失注・却下・対象外のリードのうち受"
         "注"
         "したもの"}};
}

Function backtest_function() {
    using namespace parameters;
    return {
        "LEAD.BACKTEST",
        "0.2.0",
        Returns::number,
        {"How a definition or an expression would have done on past outcomes.",
         "定義または式を過去の結果に当てはめたときの成績を返します。"},
        {"Precision = won ÷ qualified, recall = won and qualified ÷ won, base rate = won ÷ leads, lift = "
         "precision ÷ base rate; low and high: Wilson 95 % of precision; per week: qualified ÷ weeks of the "
         "period; p value: Fisher, two-sided. No looking ahead: `today`, `within`, decay and history are "
         "taken "
         "at the hand-off, else at the as-of date; plain columns hold today's values. From and to bound the "
         "created date.",
         "適合率＝該当のうち受注した割合、再現率＝受注のうち該当した割合、基準率＝受注÷件数、リフト＝適合率÷"
         "基準"
         "率。low と high は適合率の Wilson 95% 区間、per week は期間の1週間あたりの該当数、p value は "
         "Fisher の"
         "両側検定です。先読みはしません。today、within、減衰、履歴は引き渡しの時点（なければ基準日）で判定し"
         "ます。通常の列は現在の値です。開始日と終了日は作成日を対象とします。"},
        {leads(), tested("definition", {"definition", "定義"}), back_test_measure(), outcome(), where(),
         from(), to()},
        // Ended: L-01, 02, 03, 05, 07, 08, 09; won: 01, 03, 05, 09. 100 employees: 01, 03, 08, 09.
        {{"=LEAD.BACKTEST(Leads;\"Employees >= 100\";\"precision\")", "0.75"},
         {"=LEAD.BACKTEST(Leads;\"Employees >= 100\";\"lift\")", "1.3125"},
         {"=LEAD.BACKTEST(Leads;\"Mid-size\";\"tp\")", "2"},
         // Nobody was hot on the day of the hand-off; L-06 and L-11 are among those without a result.
         {"=LEAD.BACKTEST(Leads;\"Hot lead\";\"qualified\";\"reached [SQL]\")", "2"},
         {"=LEAD.BACKTEST(Leads;\"Hot lead\";\"precision\")", "#DIV/0!"},
         {"=LEAD.BACKTEST(Leads;\"Hot lead\";\"accuracy\")", "Err:502"}},
        lead_backtest};
}

Function compare_function() {
    using namespace parameters;
    return {
        "LEAD.COMPARE",
        "0.2.0",
        Returns::number,
        {"Two definitions on the same past leads: what both select, what only one does, and whether the "
         "difference is chance.",
         "2つの定義を同じ過去のリードで比べ、共通の件数、片方だけの件数、差の有意確率を返します。"},
        {"Leads and hand-off dates as in LEAD.BACKTEST. p value: McNemar's exact test on the leads that "
         "exactly "
         "one of the two classifies correctly, where a definition predicts won for the leads it selects.",
         "対象と判定の時点は LEAD.BACKTEST と同じです。p value "
         "は、定義に該当したリードを受注と予測したとみなし、"
         "片方だけが正しく判定したリードについての McNemar の正確検定です。"},
        {leads(), tested("definitionA", {"definition a", "定義A"}),
         tested("definitionB", {"definition b", "定義B"}),
         measure(
             {"both, only a, only b, won both, won only a, won only b or p value",
              "both（両方）、only a（Aのみ）、only b（Bのみ）、won both（両方の受注）、won only a、won only "
              "b、p value（p値）"}),
         outcome(), where()},
        // a: L-01, 03, 08, 09; b: L-01, 02, 07, 09. Only a is right on 03, 02, 07; only b on 08.
        {{"=LEAD.COMPARE(Leads;\"Employees >= 100\";\"Source = Web\";\"both\")", "2"},
         {"=LEAD.COMPARE(Leads;\"Employees >= 100\";\"Source = Web\";\"won only a\")", "1"},
         {"=LEAD.COMPARE(Leads;\"Employees >= 100\";\"Source = Web\";\"p value\")", "0.625"},
         {"=LEAD.COMPARE(Leads;\"Employees >= 100\";\"Cold lead\";\"both\")", "#N/A"}},
        lead_compare};
}

Function holdout_function() {
    using namespace parameters;
    return {
        "LEAD.HOLDOUT",
        "0.2.0",
        Returns::number,
        {"LEAD.BACKTEST on the latest third of the leads: whether a rule found on the others still holds.",
         "作成日の新しい3分の1のリードだけで LEAD.BACKTEST "
         "を行い、他のリードで見つけたルールが通用するかを確かめま"
         "す。"},
        {"The latest third by created date, rounded down; ties as in the table. LEAD.DISCOVER does not look "
         "at "
         "it. #N/A if no column says when leads were created.",
         "作成日の新しい順に3分の1（端数切り捨て、同日は表の順）。LEAD.DISCOVER "
         "はこの部分を見ません。作成日の列"
         "がなければ #N/A です。"},
        {leads(), tested("definition", {"definition", "定義"}), back_test_measure(), outcome(), where()},
        // Of the seven with a result the latest two are L-08 (lost) and L-09 (won).
        {{"=LEAD.HOLDOUT(Leads;\"Employees >= 100\";\"leads\")", "2"},
         {"=LEAD.HOLDOUT(Leads;\"Employees >= 100\";\"precision\")", "0.5"},
         {"=LEAD.HOLDOUT(Leads;\"Source = Referral\";\"recall\")", "0"},
         {"=LEAD.HOLDOUT(Leads;\"Employees <\";\"recall\")", "Err:502"}},
        lead_holdout};
}

}  // namespace

std::vector<Function> lead_evidence_functions() {
    return {backtest_function(), compare_function(), holdout_function()};
}

}  // namespace kakehashi
