// One row per lead, in the order in which it is worked on: who it is, what marketing knows, what sales did.
#include "core/workbook/columns.hpp"

namespace kakehashi::workbook {

using enum FilledBy;
using enum sheet::Format;

DataSheet lead_sheet() {
    DataSheet result;
    result.part = sheet::Part::leads;
    result.purpose = {
        "One row per lead; both departments work in this list. Kakehashi ▸ Import… fills it from your CRM, "
        "or type below. Columns up to AZ belong to the list, and further ones of your own may stand among "
        "them.",
        "1行に1件のリード。両部門がこの一覧で仕事をします。CRM "
        "のデータは［架け橋］▸［取り込み...］で、または直接入力してください。"
        "AZ 列までがこの一覧で、独自の列も加えられます。"};
    result.frozen_columns = 2;
    result.data_columns = 52;
    result.tab_colour = shared_colour;
    result.columns = {
        plain("id", {"ID", "リードID"}, 22, {"One of its own for each lead", "リードごとに異なる番号"}),
        plain("company", {"Company", "会社名"}, 42),
        plain("name", {"Name", "氏名"}, 30),
        plain("job_title", {"Job title", "役職"}, 28),
        plain("email", {"Email", "メールアドレス"}, 42),
        plain("phone", {"Phone", "電話番号"}, 30),
        plain("region", {"Region", "都道府県"}, 24),
        plain("industry", {"Industry", "業種"}, 28),
        of_format(integer, "employees", {"Employees", "従業員数"}, 22),
        by(marketing, channel("source", {"Source", "流入元"})),
        by(marketing,
           plain("need", {"Need", "課題"}, 45,
                 {"In the customer's words: what should be better?", "お客様の言葉で：何を良くしたいのか"})),
        by(marketing, listed("timing", {"Timing", "導入時期"}, 28,
                             {{"Now", "すぐ"},
                              {"Within 3 months", "3か月以内"},
                              {"Within 6 months", "6か月以内"},
                              {"Later", "それ以降"},
                              {"Unknown", "未定"}},
                             false)),
        by(marketing, of_format(date, "last_activity", {"Last activity", "最終接点日"}, 26,
                                {"When they last did something: visited, opened, attended, asked",
                                 "相手が最後に動いた日（来訪、開封、参加、問い合わせ）"})),
        plain("owner", {"Owner", "担当者"}, 26, {"Who looks after it now", "いま受け持っている人"}),
        of_format(money, "amount", {"Amount", "金額"}, 26,
                  {"What it is or would be worth, as [amount is] in the playbook says",
                   "受注額または見込額（何の額かはプレイブックの「金額の種類」）"}),
        from_list("stage", {"Stage", "ステージ"}, 26, stage_list,
                  {"As your CRM says; figures go by the dates",
                   "CRM "
                   "での段階。集計には各ステージの日付を使います"}),
        by(marketing, day("created", {"Created", "作成日"})),
        by(marketing, day("mql", {"MQL", "MQL化日"},
                          {"The day it met the agreed definition", "合意した定義を満たした日"})),
        by(marketing,
           of_format(date_time, "handed_off", {"Handed off", "引き渡し日時"}, 34,
                     {"Kakehashi ▸ Hand Off fills it in", "［架け橋］▸［引き渡し］で入力されます"})),
        by(sales, of_format(date_time, "responded", {"Responded", "初回対応日時"}, 34,
                            {"When sales first tried to reach them", "営業が初めて連絡した日時"})),
        by(sales, day("accepted", {"Accepted", "受け入れ日"},
                      {"Kakehashi ▸ Accept fills it in", "［架け橋］▸［受け入れ］で入力されます"})),
        by(sales, day("rejected", {"Rejected", "却下日"},
                      {"Kakehashi ▸ Reject… fills it in, with a reason",
                       "［架け橋］▸［却下...］で理由とともに入力されます"})),
        by(sales, day("opportunity", {"Opportunity", "商談化日"},
                      {"The day the need and the budget were confirmed", "課題と予算を確認した日"})),
        by(sales,
           listed("outcome", {"Outcome", "結果"}, 26,
                  {{"Won", "受注"}, {"Lost", "失注"}, {"Disqualified", "対象外"}, {"Recycled", "再育成"}},
                  false, {"Once it has ended; blank while it is open", "終わったときに。進行中は空欄"})),
        by(sales, from_list("reason", {"Reason", "理由"}, 38, reason_list,
                            {"Why rejected, disqualified or lost", "却下・対象外・失注の理由"})),
        by(sales, day("closed", {"Closed", "受注・失注日"})),
        plain("next_step", {"Next step", "次のアクション"}, 45),
        plain("note", {"Note", "メモ"}, 45),
    };
    return result;
}

}  // namespace kakehashi::workbook
