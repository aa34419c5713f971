#include "core/workbook/playbook_texts.hpp"

#include "core/calendar/japanese_holidays.hpp"
#include "core/table/headers.hpp"
#include "core/workbook/data_sheets.hpp"

namespace kakehashi::workbook {
namespace {

using Rows = std::vector<std::vector<Entered>>;

const Text marketing{"marketing", "マーケティング"};
const Text sales{"sales", "営業"};
const Entered blank{};

BlockContent settings(Language language) {
    const bool japanese = language == Language::japanese;
    return {Block::playbook,
            {"Settings, one per row. Leave a value blank to keep the usual one.",
             "設定（1行に1つ）。空欄なら既定の値になります。"},
            {
                {Text{"name", "名前"}, Text{"Our agreement", "営業とマーケティングの合意"}},
                {Text{"version", "版"}, 1.0},
                {Text{"valid from", "適用開始"}, blank},
                {Text{"as of", "基準日"}, blank},
                {Text{"week starts", "週の開始"}, Text{"Monday", "月曜"}},
                {Text{"fiscal year starts", "年度の開始月"}, japanese ? 4.0 : 1.0},
                {Text{"working days", "営業日"}, Text{"Mon-Fri", "月-金"}},
                {Text{"working hours", "営業時間"}, Text{"09:00-17:00", "09:00-12:00, 13:00-18:00"}},
                {Text{"skipped stages", "飛ばしたステージ"}, Text{"implied", "みなし"}},
                {Text{"entry", "起点"}, Text{"first", "最初"}},
                {Text{"opportunity stage", "商談ステージ"}, Text{"Opportunity", "商談"}},
                {Text{"amount is", "金額の種類"}, Text{"once", "一括"}},
                {Text{"margin", "粗利率"}, blank},
                {Text{"churn", "解約率"}, blank},
                {Text{"status limits", "状況の境目"}, limits_text({})},
            },
            1};
}

BlockContent columns() {
    constexpr std::pair<Role, std::string_view> bound[] = {
        {Role::id, "id"},
        {Role::name, "name"},
        {Role::company, "company"},
        {Role::email, "email"},
        {Role::phone, "phone"},
        {Role::created, "created"},
        {Role::source, "source"},
        {Role::owner, "owner"},
        {Role::amount, "amount"},
        {Role::stage, "stage"},
        {Role::outcome, "outcome"},
        {Role::reason, "reason"},
        {Role::closed, "closed"},
        {Role::handed_off, "handed_off"},
        {Role::responded, "responded"},
        {Role::accepted, "accepted"},
        {Role::rejected, "rejected"},
    };
    constexpr std::string_view japanese[] = {
        "番号",     "氏名", "会社", "メール", "電話",       "作成",       "流入元",     "担当",  "金額",
        "ステージ", "結果", "理由", "完了日", "引き渡し日", "初回対応日", "受け入れ日", "却下日"};
    Rows rows;
    for (std::size_t i = 0; i < std::size(bound); ++i)
        rows.push_back({Text{std::string(role_name(bound[i].first)), std::string(japanese[i])},
                        data_column(sheet::Part::leads, bound[i].second).header});
    return {Block::columns,
            {"Which column of the lead list plays which part.", "リードの一覧のどの列がどの役割か。"},
            std::move(rows),
            1};
}

BlockContent stages() {
    const auto header = [](std::string_view key) { return data_column(sheet::Part::leads, key).header; };
    return {
        Block::stages,
        {"The way of a lead, from the first stage to the last, and who answers for each. The first stage of "
         "sales is where leads are handed over.",
         "リードの道のりを最初のステージから順に。担当が営業の最初のステージが引き渡し先です。"},
        {
            {Text{"Lead", "リード"}, marketing, header("created"), blank, 90.0, blank,
             Text{"A person we may contact", "こちらから連絡してよい人"}},
            {"MQL", marketing, header("mql"), blank, 14.0, blank,
             Text{"Meets the agreed definition of a hot lead: ready to be handed to sales",
                  "合意した「ホットリード」の定義を満たし、営業に引き渡せるリード"}},
            {"SAL", sales, header("accepted"), blank, blank, 16.0,
             Text{"Sales has accepted the lead; answer within two working days",
                  "営業が受け入れたリード。2営業日以内に対応する"}},
            {Text{"Opportunity", "商談"}, sales, header("opportunity"), blank, 60.0, blank,
             Text{"Sales has spoken to them and confirmed a need, a budget and a date",
                  "営業が話をし、課題・予算・時期を確認した案件"}},
            {Text{"Won", "受注"}, sales, header("closed"), Text{"won", "受注"}, blank, blank,
             Text{"The order is signed", "注文を受けた案件"}},
        }};
}

BlockContent outcomes() {
    return {
        Block::outcomes,
        {"How it is seen that a lead has come to its end, or was accepted or rejected by sales.",
         "リードの結果と、営業の受け入れ・却下をどう見分けるか。"},
        {
            {Text{"won", "受注"}, Text{"Outcome in (Won, \"Closed Won\") or Stage in (Won, \"Closed Won\")",
                                       "結果 in (受注, 成約, Won, \"Closed Won\") または ステージ in (受注, "
                                       "成約, Won, \"Closed Won\")"}},
            {Text{"lost", "失注"},
             Text{"Outcome in (Lost, \"Closed Lost\") or Stage in (Lost, \"Closed Lost\")",
                  "結果 in (失注, Lost, \"Closed Lost\") または ステージ in (失注, Lost, \"Closed Lost\")"}},
            {Text{"rejected", "却下"}, Text{"[Rejected] is not empty", "[却下日] is not empty"}},
            {Text{"accepted", "受け入れ"}, Text{"[Accepted] is not empty", "[受け入れ日] is not empty"}},
            {Text{"disqualified", "対象外"}, Text{"Outcome = Disqualified", "結果 = 対象外"}},
            {Text{"recycled", "再育成"}, Text{"Outcome = Recycled", "結果 = 再育成"}},
        },
        1};
}

const Text hot_lead{"Hot lead", "ホットリード"};

BlockContent definitions() {
    return {
        Block::definitions,
        {"What both departments mean by a good lead, in numbers. Test it on past leads with LEAD.BACKTEST.",
         "両部門が「良いリード」と呼ぶものを数値で。過去のリードでの検証は LEAD.BACKTEST で。"},
        {{hot_lead, 60.0, blank, 10.0, 1.0, blank, blank,
          Text{"Fits what we sell, and wants something now", "自社に合い、いま動いているリード"}}}};
}

BlockContent rules() {
    const Text fit{"fit", "適合度"};
    const Text engagement{"engagement", "関心度"};
    return {
        Block::rules,
        {"What a definition asks for. A must rule keeps a lead out if it does not hold; points add up.",
         "定義のルール。「必須」を満たさないリードは対象になりません。点数は合計します。"},
        {
            {hot_lead, blank,
             Text{"Email is not empty or Phone is not empty",
                  "メールアドレス is not empty または 電話番号 is not empty"},
             0.0, Text{"yes", "はい"}},
            {hot_lead, fit, Text{"Employees >= 100", "従業員数 100 以上"}, 30.0},
            {hot_lead, fit, Text{"is [Decision maker]", "is [決裁者]"}, 20.0},
            {hot_lead, engagement, Text{"[Last activity] within 30 days", "最終接点日 within 30 days"}, 20.0},
            {hot_lead, engagement, Text{"Need is not empty", "課題 is not empty"}, 20.0},
            {hot_lead, engagement,
             Text{"Timing in (Now, \"Within 3 months\")", "導入時期 in (すぐ, \"3か月以内\")"}, 20.0},
        }};
}

BlockContent groups() {
    return {Block::groups,
            {"The least and the most that the rules of a group give together.",
             "グループのルールの点数の下限と上限。"},
            {
                {hot_lead, Text{"fit", "適合度"}, blank, 50.0},
                {hot_lead, Text{"engagement", "関心度"}, blank, 60.0},
            },
            2};
}

BlockContent reasons() {
    const Text procedural{"procedural", "手続き"};
    const Text clerical{"clerical", "記載不備"};
    const Text definitional{"definitional", "定義"};
    const Text disqualified{"disqualified", "対象外"};
    const Text lost{"lost", "失注"};
    return {
        Block::reasons,
        {"Why a lead is rejected (procedural, clerical, definitional), disqualified after contact, or lost.",
         "却下（手続き・記載不備・定義）、接触後の対象外、失注の理由。"},
        {
            {Text{"Already with sales", "営業がすでに対応中"}, procedural, marketing},
            {Text{"Not handed over as agreed", "決めた手順で引き渡されていない"}, procedural, marketing},
            {Text{"Contact data wrong or missing", "連絡先の誤り・不足"}, clerical, marketing},
            {Text{"Stands in the list twice", "重複したリード"}, clerical, marketing},
            {Text{"Not our kind of customer", "対象とする顧客ではない"}, definitional, marketing},
            {Text{"No need yet", "まだ課題がない"}, definitional, marketing},
            {Text{"Wrong person", "担当者違い"}, definitional, marketing},
            {Text{"Could not be reached", "連絡がつかない"}, disqualified, sales},
            {Text{"No budget", "予算がない"}, disqualified, sales},
            {Text{"Not this year", "今期は予定なし"}, disqualified, sales},
            {Text{"Price", "価格"}, lost, sales},
            {Text{"Chose a competitor", "競合に決定"}, lost, sales},
            {Text{"Function missing", "機能不足"}, lost, sales},
            {Text{"Project stopped", "案件の中止"}, lost, sales},
        }};
}

BlockContent terms() {
    return {Block::terms,
            {"Any other word both departments use, and what it means here.",
             "両部門で使うその他の言葉と、その意味。"},
            {
                {Text{"Hand-off", "引き渡し"},
                 Text{"Marketing gives a lead to a named person in sales, with its card",
                      "マーケティングが、カードを添えて営業の担当者にリードを渡すこと"},
                 marketing},
                {Text{"Response", "初回対応"},
                 Text{"Sales has tried to reach the lead, by phone or in person",
                      "営業が電話または訪問で連絡を試みたこと"},
                 sales},
                {Text{"Rejected", "却下"},
                 Text{"Sales gives the lead back before any contact, with a reason",
                      "営業が接触の前に、理由を付けてリードを返すこと"},
                 sales},
                {Text{"Key account", "重点顧客"},
                 Text{"A customer on the sheet Accounts, planned together",
                      "「重点顧客」のシートにあり、両部門で計画する顧客"},
                 sales},
            }};
}

BlockContent metrics() {
    const Text higher{"higher", "高い"};
    const Text lower{"lower", "低い"};
    const Text cases{"leads", "件"};
    return {
        Block::metrics,
        {"Agreed figures under agreed names, for LEAD.METRIC and for goals.",
         "名前を付けて合意した指標。LEAD.METRIC と目標で使います。"},
        {
            {Text{"New leads", "新規リード数"}, Text{"entered [Lead]", "到達 [リード]"}, cases, higher,
             marketing, Text{"Leads created in the period", "期間中に作成したリード"}},
            {Text{"Qualified leads", "MQL数"}, Text{"entered [MQL]", "到達 [MQL]"}, cases, higher, marketing,
             Text{"Leads that met the definition in the period", "期間中に定義を満たしたリード"}},
            {Text{"Opportunities", "商談数"}, Text{"entered [Opportunity]", "到達 [商談]"}, cases, higher,
             marketing, Text{"Opportunities opened in the period", "期間中に始まった商談"}},
            {Text{"Orders", "受注件数"}, Text{"entered [Won]", "到達 [受注]"}, cases, higher, sales,
             Text{"Orders won in the period", "期間中の受注"}},
            {Text{"Revenue", "受注金額"}, Text{"value [Won]", "金額 [受注]"}, Text{"", "円"}, higher, sales,
             Text{"Amount of the orders won in the period", "期間中の受注の金額"}},
            {Text{"Win rate", "受注率"}, Text{"win rate", "受注率"}, "%", higher, sales,
             Text{"Won out of won and lost, by closing date", "受注 ÷（受注＋失注）、完了日による"}},
            {Text{"Acceptance", "受け入れ率"}, Text{"acceptance", "受け入れ率"}, "%", higher, marketing,
             Text{"Accepted out of accepted and rejected", "受け入れ ÷（受け入れ＋却下）"}},
            {Text{"Lead to MQL", "MQL化率"},
             Text{"rate [Lead] to [MQL] within 90 days", "転換率 [リード] から [MQL] 90日以内"}, "%", higher,
             marketing, Text{"Of the leads created in the period", "期間中に作成したリードのうち"}},
            {Text{"MQL to opportunity", "商談化率"},
             Text{"rate [MQL] to [Opportunity] within 90 days", "転換率 [MQL] から [商談] 90日以内"}, "%",
             higher, sales,
             Text{"Of the leads qualified in the period", "期間中に MQL になったリードのうち"}},
            {Text{"Days to order", "受注までの日数"},
             Text{"days [Lead] to [Won]", "日数 [リード] から [受注]"}, Text{"days", "日"}, lower, sales,
             Text{"Median", "中央値"}},
        }};
}

BlockContent personas() {
    return {
        Block::personas,
        {"The people we want to reach, as conditions: is [Decision maker] in every expression.",
         "会いたい人を条件で。どの条件式でも is [決裁者] と書けます。"},
        {
            {Text{"Decision maker", "決裁者"},
             Text{"[Job title] contains head or [Job title] contains director or [Job title] contains chief",
                  "役職 部長 を含む または 役職 取締役 を含む または 役職 社長 を含む"},
             Text{"Decides about the budget", "予算を決める人"}},
            {Text{"Expert", "実務担当者"},
             Text{"[Job title] is not empty and not is [Decision maker]",
                  "役職 is not empty かつ not is [決裁者]"},
             Text{"Works with what we sell, and recommends it", "実際に使い、推薦する人"}},
        },
        2};
}

BlockContent segments() {
    const Text size{"Size", "規模"};
    const Text behaviour{"Behaviour", "行動"};
    return {Block::segments,
            {"How the market is divided, as conditions.", "市場の分け方を条件で。"},
            {
                {Text{"Small", "小規模"}, size, Text{"Employees < 100", "従業員数 100 未満"}},
                {Text{"Mid-size", "中規模"}, size,
                 Text{"Employees between 100 and 999", "従業員数 between 100 and 999"}},
                {Text{"Large", "大規模"}, size, Text{"Employees >= 1000", "従業員数 1000 以上"}},
                {Text{"Came to us", "問い合わせ型"}, behaviour,
                 Text{"Source in (Web, Referral)", "流入元 in (Web, 紹介)"}},
                {Text{"Met by us", "接点獲得型"}, behaviour,
                 Text{"Source in (\"Trade show\", Seminar, \"Cold call\")",
                      "流入元 in (展示会, セミナー, 電話営業)"}},
            },
            2};
}

/// The holidays of this fiscal year and the next, April to March.
BlockContent holidays(Language language, Instant today) {
    BlockContent result{
        Block::holidays,
        {"Days on which nobody works: response times and limits leave them out. Add your company's own.",
         "休業日。応答時間と期限の計算から除きます。年末年始など自社の休業日も加えてください。"},
        {},
        3};
    if (language != Language::japanese) return result;
    const auto date = civil_from_instant(today);
    const int fiscal_year = static_cast<int>(date.year()) - (static_cast<unsigned>(date.month()) < 4 ? 1 : 0);
    const std::int64_t first = day_of(instant_from_civil(std::chrono::year{fiscal_year} / 4 / 1));
    const std::int64_t end = day_of(instant_from_civil(std::chrono::year{fiscal_year + 2} / 4 / 1));
    for (int year = fiscal_year; year <= fiscal_year + 2; ++year)
        for (const NamedHoliday& holiday : japanese_holidays(year))
            if (holiday.day >= first && holiday.day < end)
                result.entries.push_back({static_cast<double>(holiday.day), holiday.name});
    return result;
}

BlockContent signoffs() {
    return {
        Block::signoffs,
        {"One row per department once it agrees. The fingerprint of the present content stands on the sheet "
         "Start: copy it as text.",
         "合意したら部門ごとに1行。現在の内容の指紋は「はじめに」のシートにあります。文字として写してください"
         "。"},
        {},
        4};
}

}  // namespace

std::vector<BlockContent> playbook_content(Language language, Instant today) {
    return {settings(language),
            columns(),
            stages(),
            outcomes(),
            definitions(),
            rules(),
            groups(),
            reasons(),
            terms(),
            metrics(),
            personas(),
            segments(),
            holidays(language, today),
            signoffs()};
}

}  // namespace kakehashi::workbook
