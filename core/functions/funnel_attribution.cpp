// FUNNEL.TOUCHES, FUNNEL.CHANNELS and FUNNEL.ATTRIBUTION: which channels brought the wins.
#include <array>

#include "core/functions/call.hpp"
#include "core/functions/catalogue.hpp"
#include "core/functions/parameters.hpp"
#include "core/money/attribution.hpp"
#include "core/support/thousands.hpp"
#include "core/table/choice.hpp"

namespace kakehashi {
namespace {

/// In the order of `AttributionModel`, `AttributionMeasure`.
constexpr std::array<Choice, 7> models = {{
    {"first", "first touch|ファーストタッチ|初回|最初"},
    {"last", "last touch|ラストタッチ|最終|最後"},
    {"linear", "線形|均等"},
    {"u-shaped", "u shape|position based|U字型|U字|接点ベース"},
    {"w-shaped", "w shape|W字型|W字"},
    {"full path", "フルパス|Z字型|全経路"},
    {"time decay", "減衰|時間減衰"},
}};
constexpr std::array<Choice, 2> measures = {{
    {"conversions", "conversion|won leads|wins|件数|受注件数|受注数|コンバージョン"},
    {"value", "won value|amount|金額|受注額|受注金額"},
}};

Result<AttributionMeasure> measure_argument(const Call& call, std::size_t i) {
    const auto text = call.text(i);
    if (!text) return error_of(text);
    if (trim(*text).empty()) return AttributionMeasure::conversions;
    const auto index = choose(measures, *text, {"measure", "指標"});
    if (!index) return error_of(index);
    return static_cast<AttributionMeasure>(*index);
}

/// Of a range the channels alone are read.
Result<std::vector<std::string>> names_of(const GivenTouches& given) {
    if (const auto* handle = std::get_if<std::shared_ptr<const Touches>>(&given))
        return (*handle)->channels().names();
    const auto channels = Channels::read(Table(std::get<std::shared_ptr<const CellSource>>(given)));
    if (!channels) return error_of(channels);
    return channels->names();
}

Result<std::shared_ptr<const Touches>> read(const GivenTouches& given, const Caller& caller) {
    if (const auto* handle = std::get_if<std::shared_ptr<const Touches>>(&given)) return *handle;
    return caller.last_touches->read(std::get<std::shared_ptr<const CellSource>>(given));
}

Value funnel_touches(const Call& call) {
    const auto source = call.source(0);
    if (!source) return source.error();
    const auto touches = Touches::read(Table(*source));
    if (!touches) return touches.error();
    const std::string count = thousands((*touches)->channels().touches());
    return Handle{Object(*touches), call.caller().language == Language::japanese ? "接点 " + count + " 件"
                                                                                 : count + " touches"};
}

Value funnel_channels(const Call& call) {
    const auto touches = call.touches(0);
    if (!touches) return touches.error();
    auto names = names_of(*touches);
    if (!names) return names.error();
    return text_column(std::move(*names));
}

Value funnel_attribution(const Call& call) {
    const auto leads = call.leads(0);
    if (!leads) return leads.error();
    const auto given = call.touches(1);
    if (!given) return given.error();
    const auto channel = call.required_text(2);
    if (!channel) return channel.error();
    const auto model_name = call.required_text(3);
    if (!model_name) return model_name.error();
    const auto model = choose(models, *model_name, {"model", "モデル"});
    if (!model) return model.error();
    const auto measure = measure_argument(call, 4);
    if (!measure) return measure.error();
    const auto period = call.period(5);
    if (!period) return period.error();
    const auto touches = read(*given, call.caller());
    if (!touches) return touches.error();
    const auto share = (*leads)->derived<Attribution>().of(
        *touches, *channel, static_cast<AttributionModel>(*model), *measure, *period);
    if (!share) return share.error();
    return *share;
}

Parameter touches_parameter() {
    return {"touches",
            ArgumentKind::touches,
            false,
            {"touches", "接点"},
            {"Contacts with leads: a range with the headers id, date, channel, or a cell with FUNNEL.TOUCHES",
             "リードとの接点の表（ID・日付・チャネルの見出しがある範囲）、または FUNNEL.TOUCHES のセル"}};
}

}  // namespace

std::vector<Function> funnel_attribution_functions() {
    using namespace parameters;
    return {
        {"FUNNEL.TOUCHES",
         "0.2.0",
         Returns::text,
         {"Makes a table of touches ready for FUNNEL.ATTRIBUTION and FUNNEL.CHANNELS and shows how many it "
          "has.",
          "接点の表を FUNNEL.ATTRIBUTION と FUNNEL.CHANNELS で使えるようにし、件数を表示します。"},
         {"Every row with any non-blank cell is one touch. Refer to this cell instead of the range: it is "
          "read once for all formulas, and all channels of one model cost one pass.",
          "空でないセルが1つでもある行を1件の接点として数えます。範囲の代わりにこのセルを参照すると、読み込み"
          "は"
          "1回で済み、同じモデルのすべてのチャネルを一度に計算します。"},
         {{"touches",
           ArgumentKind::touches,
           false,
           {"touches", "接点"},
           {"Contacts with leads: the headers id, date, channel in the first row",
            "リードとの接点の表。1行目に ID・日付・チャネルの見出し"}}},
         {{"=FUNNEL.CHANNELS(TouchHandle)", "Web | E-mail | Visit | Referral | Trade show"},
          {R"(=FUNNEL.ATTRIBUTION(Leads;TouchHandle;"E-mail";"last"))", "1"},
          {"=FUNNEL.TOUCHES(Log)", "#N/A"}},
         funnel_touches},
        {"FUNNEL.CHANNELS",
         "0.2.0",
         Returns::text_matrix,
         {"The channels of the touches, most touches first.", "接点のチャネルを、回数の多い順に返します。"},
         {"Ties are ordered by text; touches without a channel are a channel of their own, (blank).",
          "同数のものは文字列の順です。チャネルが空の接点は (blank) とします。"},
         {touches_parameter()},
         {{"=FUNNEL.CHANNELS(Touches)", "Web | E-mail | Visit | Referral | Trade show"},
          {"=FUNNEL.CHANNELS(LeadRows)", "Web | Referral | Trade show | (blank)"},
          {"=FUNNEL.CHANNELS(Log)", "#N/A"}},
         funnel_channels},
        {"FUNNEL.ATTRIBUTION",
         "0.2.0",
         Returns::number,
         {"What of the won leads (or of their value) a channel has brought.",
          "受注件数（または受注額）のうち、チャネルの貢献分を返します。"},
         {"first, last: all to that touch. linear: 1/n. u-shaped: 40/20/40 (n = 2: 50/50). w-shaped: 30 % "
          "each "
          "on first touch, lead creation and opportunity creation, 10 % on the rest. full path: 22.5 % each "
          "on "
          "these and the close, 10 % on the rest. time decay: 2^(−days before the close ÷ 7). A marker's "
          "touch "
          "is the last at or before it; the share of a missing marker is spread over the others (opportunity "
          "creation is missing where the playbook has no opportunity stage). Touches after the close or "
          "without a date do not count. The period bounds the close. The shares of a win sum to exactly 1; a "
          "win without touches is attributed to nobody.",
          "first・last: その接点にすべて。linear: 1/n。u-shaped: "
          "40/20/40（2件なら50/50）。w-shaped: 最初の接点・リード作成・商談化に各30%、残りに10%。full path: "
          "これらと受注に各22.5%、残りに10%。time decay: 2^(−受注までの日数 ÷ 7)。節目の接点は、その時点以前"
          "の最後のものです。節目がない場合、その分はほかの節目に分けます（プレイブックに opportunity stage "
          "がなければ商談化はありません）。受注後の接点と日付のない接点は数えません。期間は終了日を区切ります"
          "。1件の受注の配分の合計は正確に 1 で、接点のない受注はどこにも配分しません。"},
         {leads(),
          touches_parameter(),
          {"channel",
           ArgumentKind::text,
           false,
           {"channel", "チャネル"},
           {"A channel of the touches, as FUNNEL.CHANNELS gives it", "FUNNEL.CHANNELS が返すチャネル名"}},
          {"model",
           ArgumentKind::text,
           false,
           {"model", "モデル"},
           {"first, last, linear, u-shaped, w-shaped, full path or time decay",
            "first（最初）、last（最後）、linear（均等）、u-shaped、w-shaped、full path、time "
            "decay（減衰）"}},
          {"measure",
           ArgumentKind::text,
           true,
           {"measure", "指標"},
           {"conversions (won leads; default) or value",
            "conversions（受注件数、省略時）または value（受注額）"}},
          from(),
          to()},
         {{R"(=FUNNEL.ATTRIBUTION(Leads;Touches;"Web";"first"))", "2"},
          {R"(=FUNNEL.ATTRIBUTION(Leads;Touches;"Web";"linear"))", "0.833333333333333"},
          {R"(=FUNNEL.ATTRIBUTION(Leads;TouchHandle;"Visit";"u-shaped"))", "0.9"},
          {R"(=FUNNEL.ATTRIBUTION(Leads;Touches;"Web";"first";"value";"2026-05-01";"2026-05-31"))", "800000"},
          {R"(=FUNNEL.ATTRIBUTION(Leads;Touches;"Radio";"first"))", "#N/A"},
          {R"(=FUNNEL.ATTRIBUTION(Leads;Touches;"Web";"best"))", "Err:502"}},
         funnel_attribution},
    };
}

}  // namespace kakehashi
