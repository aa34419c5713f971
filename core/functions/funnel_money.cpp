// FUNNEL.*: what the funnel costs and brings.
#include <array>

#include "core/functions/call.hpp"
#include "core/functions/catalogue.hpp"
#include "core/functions/funnel_arguments.hpp"
#include "core/functions/parameters.hpp"
#include "core/money/money.hpp"
#include "core/table/choice.hpp"

namespace kakehashi {
namespace {

/// In the order of `Economics`, `Bound`, `Loss`, `BridgePart`.
constexpr std::array<Choice, 6> economics_words = {{
    {"cac", "customer acquisition cost|顧客獲得単価|顧客獲得コスト|獲得単価"},
    {"payback months", "payback|回収月数|回収期間|投資回収月数"},
    {"ltv", "lifetime value|customer lifetime value|clv|顧客生涯価値|生涯価値"},
    {"ltv to cac", "ltv/cac|ltv:cac|ltv cac ratio|ltvとcacの比|ltv対cac"},
    {"sales cost ratio", "営業費比率|営業費率|営業コスト比率|売上高営業費比率"},
    {"roi", "return on investment|投資収益率|投資対効果|投資利益率"},
}};
constexpr std::array<Choice, 3> bound_words = {{
    {"expected", "期待値|見込み|見込"},
    {"low", "下限|低め"},
    {"high", "上限|高め"},
}};
constexpr std::array<Choice, 2> loss_words = {{
    {"leads", "count|リード|リード数|件数"},
    {"value", "amount|金額|逸失額|逸失金額"},
}};
constexpr std::array<Choice, 4> bridge_words = {{
    {"volume", "件数|量|ボリューム"},
    {"rate", "率|転換率|成約率"},
    {"value", "単価|金額|平均受注額"},
    {"speed", "速度|スピード|早さ"},
}};
const Text a_measure = {"measure", "指標"};

/// A word of the argument `i`; the first one if it is missing and may be.
template <class Word>
Result<Word> word(const Call& call, std::size_t i, std::span<const Choice> words, const Text& kind,
                  bool optional) {
    const auto text = optional ? call.text(i) : call.required_text(i);
    if (!text) return error_of(text);
    if (optional && trim(*text).empty()) return static_cast<Word>(0);
    const auto index = choose(words, *text, kind);
    if (!index) return error_of(index);
    return static_cast<Word>(*index);
}

/// The leads, and the arguments [from], [to], [where], the first of them at `i`.
struct Asked {
    FunnelContext here;
    DateRange period;
    std::shared_ptr<const Bitmap> where;

    const Leads& leads() const { return *here.leads; }
};

Result<Asked> asked(const Call& call, std::size_t i) {
    const auto here = funnel_context(call);
    if (!here) return error_of(here);
    const auto period = call.period(i);
    if (!period) return error_of(period);
    const auto where = where_argument(call, *here, i + 2);
    if (!where) return error_of(where);
    return Asked{*here, *period, *where};
}

Result<std::shared_ptr<const Table>> spend_argument(const Call& call, std::size_t i) {
    auto table = call.table(i);
    if (table && *table == nullptr)
        return illegal_argument(
            {"The spend must be a range with the headers date, department, channel, amount.",
             "支出は、日付・部門・チャネル・金額の見出しがある範囲で指定してください。"});
    return table;
}

Value funnel_velocity(const Call& call) {
    const auto given = asked(call, 1);
    if (!given) return given.error();
    return value_of(velocity(given->leads(), given->period, *given->where));
}

Value funnel_cost(const Call& call) {
    const auto given = asked(call, 3);
    if (!given) return given.error();
    const auto stage = stage_argument(call, given->here, 1);
    if (!stage) return stage.error();
    const auto spend = spend_argument(call, 2);
    if (!spend) return spend.error();
    return value_of(cost_per_entry(given->leads(), *stage, **spend, given->period, *given->where));
}

Value funnel_economics(const Call& call) {
    const auto given = asked(call, 3);
    if (!given) return given.error();
    const auto spend = spend_argument(call, 1);
    if (!spend) return spend.error();
    const auto measure = word<Economics>(call, 2, economics_words, a_measure, false);
    if (!measure) return measure.error();
    return value_of(economics(given->leads(), **spend, *measure, given->period, *given->where));
}

Value funnel_forecast(const Call& call) {
    const auto here = funnel_context(call);
    if (!here) return here.error();
    const auto until = call.date(1);
    if (!until) return until.error();
    const auto bound = word<Bound>(call, 2, bound_words, a_measure, true);
    if (!bound) return bound.error();
    const auto where = where_argument(call, *here, 3);
    if (!where) return where.error();
    return value_of(forecast(*here->leads, *until, *bound, **where));
}

Value funnel_loss(const Call& call) {
    const auto given = asked(call, 3);
    if (!given) return given.error();
    const auto definition = call.required_text(1);
    if (!definition) return definition.error();
    const auto measure = word<Loss>(call, 2, loss_words, a_measure, false);
    if (!measure) return measure.error();
    return value_of(loss(given->leads(), *definition, *measure, given->period, *given->where));
}

Value funnel_bridge(const Call& call) {
    const auto given = asked(call, 4);  // period b and where
    if (!given) return given.error();
    const auto part = word<BridgePart>(call, 1, bridge_words, {"component", "要素"}, false);
    if (!part) return part.error();
    const auto before = call.period(2);
    if (!before) return before.error();
    return value_of(bridge(given->leads(), *part, *before, given->period, *given->where));
}

Parameter spend_parameter() {
    return {"spend",
            ArgumentKind::table,
            false,
            {"spend", "支出"},
            {"What was spent: a range with the headers date, department, channel, amount",
             "支出の表: 日付・部門・チャネル・金額の見出しがある範囲"}};
}
Parameter measure(Text summary, bool optional = false) {
    return {"measure", ArgumentKind::text, optional, {"measure", "指標"}, std::move(summary)};
}
Parameter until() {
    return {"until",
            ArgumentKind::date,
            true,
            {"until", "期限"},
            {"Only what will probably be won by the end of this day; default whenever it is won",
             "この日の終わりまでに受注しそうな分だけ。省略時は時期を問わない"}};
}
Parameter boundary(std::string_view id, Text name, Text summary) {
    return {id, ArgumentKind::date, false, std::move(name), std::move(summary)};
}

Function velocity_function() {
    using namespace parameters;
    return {
        "FUNNEL.VELOCITY",
        "0.2.0",
        Returns::number,
        {"Sales velocity: what the pipeline brings per day.",
         "営業速度: パイプラインが1日あたりにもたらす金額を返します。"},
        {"Open opportunities × win rate × mean won value ÷ median cycle days. Open: not ended, and now at or "
         "past the playbook's opportunity stage (without that key: the first stage). From and to bound the "
         "close for win rate, value and cycle; open is as of now. Blank amounts are left out of the mean. "
         "The "
         "cycle is [cycle days].",
         "進行中の商談数 × 受注率 × 平均受注額 ÷ "
         "サイクル日数の中央値。進行中とは、終了しておらず、現在プレイブックの opportunity "
         "stage（なければ最初のステージ）以降にあるリードです。期間は受注率・受注額・サイクルの完了日を区切り"
         "、進行中の数は現時点の値です。空の金額は平均から除きます。サイクルは [cycle days] です。"},
        {leads(), from(), to(), where()},
        {{"=FUNNEL.VELOCITY(Leads)", "57851.2396694215"},
         {"=FUNNEL.VELOCITY(Leads;\"2026-03-01\";\"2026-03-31\")", "57347.6702508961"},
         {"=FUNNEL.VELOCITY(Leads;\"2025-01-01\";\"2025-12-31\")", "#DIV/0!"}},
        funnel_velocity};
}

Function cost_function() {
    using namespace parameters;
    return {"FUNNEL.COST",
            "0.2.0",
            Returns::number,
            {"What one entry into a stage costs: the spend of the period ÷ the entries.",
             "ステージに1件入るのにかかる費用（期間の支出 ÷ 件数）を返します。"},
            {"Spend of all departments and channels, dated in the period (rows without a date only in "
             "unbounded periods); entries as in FUNNEL.COUNT. The condition narrows leads, not spend.",
             "期間内の日付のある全部門・全チャネルの支出（日付のない行は期間の指定がないときだけ）を、FUNNEL."
             "COUNT と同じ件数で割ります。条件はリードだけを絞り、支出は絞りません。"},
            {leads(), stage(), spend_parameter(), from(), to(), where()},
            {{"=FUNNEL.COST(Leads;\"SQL\";Spend)", "266666.666666667"},
             {"=FUNNEL.COST(Leads;\"MQL\";Spend;\"2026-02-01\";\"2026-02-28\")", "250000"},
             {"=FUNNEL.COST(Leads;\"Won\";Spend;;;\"Source = Radio\")", "#DIV/0!"},
             {"=FUNNEL.COST(Leads;\"SQL\";Log)", "#N/A"}},
            funnel_cost};
}

Function economics_function() {
    using namespace parameters;
    return {
        "FUNNEL.ECONOMICS",
        "0.2.0",
        Returns::number,
        {"What customers cost and bring: cac, payback months, ltv, ltv to cac, sales cost ratio, roi.",
         "顧客の獲得費用と価値を返します: cac、payback months、ltv、ltv to cac、sales cost ratio、roi。"},
        {"cac: spend of the departments sales and marketing ÷ new customers (won leads; with a role company "
         "each company's first one). ltv: mean won value per customer and month × margin ÷ churn; where "
         "amounts are paid once, mean won value per customer × margin. payback months: cac ÷ (mean won value "
         "per customer and month × margin), #N/A where amounts are paid once. sales cost ratio: spend of "
         "sales ÷ won value. roi: (won value × margin − spend) ÷ spend, of all departments. Blank amounts "
         "are "
         "left out of means. margin, churn (monthly) and amount is come from the playbook.",
         "cac: 営業部門とマーケティング部門の支出 ÷ "
         "新規顧客数（受注したリード。役割 company があれば会社ごとに最初の受注）。ltv: "
         "顧客あたり月次受注額の"
         "平均 × 粗利率 ÷ 解約率。金額が一括なら、顧客あたり受注額の平均 × 粗利率。payback months: cac "
         "÷（顧客あたり月次受注額の平均 × 粗利率）。一括なら #N/A です。sales cost ratio: 営業部門の支出 ÷ "
         "受注額。roi: （受注額 × 粗利率 − 支出）÷ 支出。支出は全部門です。空の金額は平均から除きます。margin"
         "、churn（月次）、amount is はプレイブックの値です。"},
        {leads(), spend_parameter(),
         measure({"cac, payback months, ltv, ltv to cac, sales cost ratio or roi",
                  "cac（顧客獲得単価）、payback months（回収月数）、ltv（顧客生涯価値）、ltv to cac、sales "
                  "cost ratio（営業費比率）、roi（投資収益率）"}),
         from(), to(), where()},
        {{"=FUNNEL.ECONOMICS(Leads;Spend;\"cac\")", "400000"},
         {"=FUNNEL.ECONOMICS(Leads;Spend;\"sales cost ratio\")", "0.142857142857143"},
         {"=FUNNEL.ECONOMICS(Leads;Spend;\"roi\")", "#N/A"},
         {"=FUNNEL.ECONOMICS(Leads;Spend;\"cac\";\"2025-01-01\";\"2025-12-31\")", "#DIV/0!"},
         {"=FUNNEL.ECONOMICS(Leads;Spend;\"profit\")", "Err:502"}},
        funnel_economics};
}

Function forecast_function() {
    using namespace parameters;
    return {
        "FUNNEL.FORECAST",
        "0.2.0",
        Returns::number,
        {"The value of the open pipeline, at the rates measured for its stages.",
         "進行中のパイプラインの価値を、ステージごとの実績の率で見積もります。"},
        {"For each open lead P(won | stage) × amount, where P is won ÷ (won + lost) among the leads that "
         "reached the stage, and a blank amount the mean won value. With until, times the share of past wins "
         "from that stage that took no longer than from the lead's entry until then. Low and high take the "
         "Wilson 95 % bounds of P. The condition narrows past and open leads alike.",
         "進行中のリードごとに、P(受注 | ステージ) × 金額を合計します。P "
         "は、そのステージに達したリードの受注 "
         "÷（受注＋失注）です。空の金額は平均受注額とします。期限を指定すると、リードがステージに入ってから期"
         "限までの日数以内で受注した過去の割合を掛けます。low と high は P の95%"
         "区間（Wilson）の下限と上限です。条件は過去のリードと進行中のリードの両方を絞ります。"},
        {leads(), until(),
         measure({"expected (default), low or high", "expected（期待値、省略時）、low（下限）、high（上限）"},
                 true),
         where()},
        {{"=FUNNEL.FORECAST(Leads)", "6113333.33333333"},
         {"=FUNNEL.FORECAST(Leads;\"2026-07-31\")", "5763333.33333333"},
         {"=FUNNEL.FORECAST(Leads;;\"likely\")", "Err:502"},
         {"=FUNNEL.FORECAST(LeadRows)", "#N/A"}},
        funnel_forecast};
}

Function loss_function() {
    using namespace parameters;
    return {
        "FUNNEL.LOSS",
        "0.2.0",
        Returns::number,
        {"Qualifying leads that were rejected or never contacted: how many, and what they would have "
         "brought.",
         "条件を満たすのに却下された、または一度も連絡されなかったリードの件数と、その逸失額を返します。"},
        {"Leads qualify at their hand-off if they have one, else as of now; the period bounds the created "
         "date. Never contacted: no date of response, and neither accepted, won, in a later stage of sales, "
         "lost nor disqualified. Value: for each of them win rate × mean won value of the accepted leads "
         "under the same definition, of the same period and condition.",
         "リードは引き渡し時（引き渡していなければ基準日）の内容で判定し、期間は作成日を区切ります。一度も連"
         "絡"
         "されなかったとは、応答日がなく、受け入れ・受注・営業の後のステージ・失注・対象外のいずれでもないこ"
         "とで"
         "す"
         "。金額は、1件につき、同じ定義・期間・条件で受け入れられたリードの受注率 × 平均受注額です。"},
        {leads(), definition(), measure({"leads or value", "leads（件数）または value（金額）"}), from(),
         to(), where()},
        {{"=FUNNEL.LOSS(Leads;\"Hot lead\";\"leads\")", "2"},
         {"=FUNNEL.LOSS(Leads;\"Hot lead\";\"value\")", "#DIV/0!"},
         {"=FUNNEL.LOSS(Leads;\"Mid-size\";\"value\")", "666666.666666667"},
         {"=FUNNEL.LOSS(Leads;\"Cold lead\";\"leads\")", "#N/A"}},
        funnel_loss};
}

Function bridge_function() {
    using namespace parameters;
    return {
        "FUNNEL.BRIDGE",
        "0.2.0",
        Returns::number,
        {"Why the won value of two periods differs: the part of volume, rate, value or speed.",
         "2つの期間の受注額の差を、volume、rate、value、speed に分けて返します。"},
        {"Won value = entries into the first stage × their rate to the last stage so far × mean won value × "
         "speed; speed = wins of the period ÷ (entries × rate). They are changed from a to b in this order, "
         "each with the ones before at their new level; the four parts sum exactly to the difference. Wins "
         "with a blank amount are left out.",
         "受注額 = 最初のステージに入った件数 × これまでに最後のステージに達した率 × 平均受注額 × "
         "speed。speed "
         "は期間中の受注件数 ÷（件数 × 率）です。この順に期間 a から b "
         "の値へ置き換え、先に置き換えたものは新しい値のままにします。4つの合計は受注額の差に正確に一致します"
         "。金額が空の受注は除きます。"},
        {leads(),
         {"component",
          ArgumentKind::text,
          false,
          {"component", "要素"},
          {"volume, rate, value or speed", "volume（件数）、rate（率）、value（単価）、speed（速度）"}},
         boundary("fromA", {"from a", "開始日 a"}, {"First day of period a", "期間 a の初日"}),
         boundary("toA", {"to a", "終了日 a"}, {"Last day of period a", "期間 a の末日"}),
         boundary("fromB", {"from b", "開始日 b"}, {"First day of period b", "期間 b の初日"}),
         boundary("toB", {"to b", "終了日 b"}, {"Last day of period b", "期間 b の末日"}),
         where()},
        {{R"(=FUNNEL.BRIDGE(Leads;"volume";"2026-01-01";"2026-03-01";"2026-03-02";"2026-04-10"))",
          "-685714.285714286"},
         {R"(=FUNNEL.BRIDGE(Leads;"rate";"2026-01-01";"2026-03-01";"2026-03-02";"2026-04-10"))",
          "-114285.714285714"},
         {R"(=FUNNEL.BRIDGE(Leads;"value";"2026-01-01";"2026-03-01";"2026-03-02";"2026-04-10"))",
          "83333.3333333333"},
         {R"(=FUNNEL.BRIDGE(Leads;"speed";"2026-01-01";"2026-03-01";"2026-03-02";"2026-04-10"))",
          "2416666.66666667"},
         {R"(=FUNNEL.BRIDGE(Leads;"rate";"2026-01-01";"2026-03-31";"2026-04-01";"2026-06-30"))", "#DIV/0!"},
         {R"(=FUNNEL.BRIDGE(Leads;"luck";"2026-01-01";"2026-03-31";"2026-04-01";"2026-06-30"))", "Err:502"}},
        funnel_bridge};
}

}  // namespace

std::vector<Function> funnel_money_functions() {
    return {velocity_function(), cost_function(), economics_function(),
            forecast_function(), loss_function(), bridge_function()};
}

}  // namespace kakehashi
