// Logs and records beside the lead list: what was done and spent, what became of it, what customers say.
#include "core/workbook/columns.hpp"

namespace kakehashi::workbook {
namespace {

using enum FilledBy;
using enum sheet::Format;
using sheet::Part;

DataColumn lead_id() {
    return plain("id", {"ID", "リードID"}, 22, {"As in the lead list", "リードの一覧と同じ番号"});
}

DataSheet sheet_of(Part part, int colour, Text purpose, std::vector<DataColumn> columns) {
    DataSheet result;
    result.part = part;
    result.tab_colour = colour;
    result.purpose = std::move(purpose);
    result.columns = std::move(columns);
    return result;
}

DataSheet activities() {
    DataSheet result = sheet_of(
        Part::activities, shared_colour,
        {"What was done: one row per day, person and activity. Goals of the layer activity count these rows "
         "by "
         "their name. Rows 4 to 20,003 are read.",
         "活動の記録。1行に、日付・担当者・活動ごとの件数を書きます。層が「活動」の目標は、同じ名前の行を数え"
         "ます。"
         "4行目から20,003行目までを読みます。"},
        {
            day("date", {"Date", "日付"}),
            plain("person", {"Person", "担当者"}, 30),
            department(),
            from_list("activity", {"Activity", "活動"}, 45, goal_list,
                      {"Named as its goal", "目標と同じ名前で"}),
            of_format(integer, "count", {"Count", "件数"}, 18, {"Blank counts as 1", "空欄は 1 と数えます"}),
            plain("note", {"Note", "メモ"}, 60),
        });
    // An optional argument of GOAL.TABLE: Calc copies the whole range at each calculation.
    result.data_rows = 20'000;
    return result;
}

DataSheet spend() {
    return sheet_of(
        Part::spend, marketing_colour,
        {"What each department spent, and on which channel: what a customer costs is computed from it.",
         "部門・チャネルごとの費用。顧客1社あたりの費用などの計算に使います。"},
        {
            day("date", {"Date", "日付"}),
            department(),
            channel("channel", {"Channel", "チャネル"}),
            of_format(money, "amount", {"Amount", "金額"}, 28),
            plain("note", {"Note", "メモ"}, 70),
        });
}

DataSheet touches() {
    return sheet_of(Part::touches, marketing_colour,
                    {"Each contact with a lead, by date and channel: shows which channels led to orders.",
                     "リードとの接点を1件ずつ。どのチャネルが受注につながったかが分かります。"},
                    {
                        lead_id(),
                        day("date", {"Date", "日付"}),
                        channel("channel", {"Channel", "チャネル"}),
                        plain("note", {"Note", "メモ"}, 80,
                              {"Campaign, event, page, subject", "施策、催し、ページ、件名"}),
                    });
}

DataSheet stage_log() {
    return sheet_of(Part::stage_log, shared_colour,
                    {"Each entry of a lead into a stage. Only if your CRM exports such a history: a stage "
                     "that stands here "
                     "takes its dates from here, not from the lead list.",
                     "リードが各ステージに入った履歴。CRM "
                     "から履歴を出力できる場合に使います。ここにあるステージの日付は、リードの一覧ではなくこ"
                     "こから取ります。"},
                    {
                        lead_id(),
                        from_list("stage", {"Stage", "ステージ"}, 32, stage_list),
                        of_format(date_time, "date", {"Date", "日時"}, 36),
                        from_list("reason", {"Reason", "理由"}, 45, reason_list),
                        plain("note", {"Note", "メモ"}, 60),
                    });
}

DataSheet handoffs() {
    DataSheet result = sheet_of(
        Part::handoffs, sales_colour,
        {"The record of what marketing handed to sales and what became of it. The commands Hand off, Accept "
         "and "
         "Reject write it; add comments as you like.",
         "マーケティングから営業への引き渡しと、その後の記録。［引き渡し］［受け入れ］［却下］で記録されます"
         "。"
         "コメントは自由に書き加えられます。"},
        {
            of_format(date_time, "handed_off", {"Handed off", "引き渡し日時"}, 36),
            lead_id(),
            plain("company", {"Company", "会社名"}, 42),
            plain("name", {"Name", "氏名"}, 28),
            from_list("definition", {"Definition", "定義"}, 28, definition_list),
            plain("qualifies", {"Qualified", "適合"}, 22),
            of_format(figure, "score", {"Score", "得点"}, 18),
            plain("owner", {"Owner", "担当者"}, 26),
            of_format(date_time, "respond_by", {"Respond by", "対応期限"}, 36),
            listed("answer", {"Answer", "回答"}, 24, {{"Accepted", "受け入れ"}, {"Rejected", "却下"}}, false),
            of_format(date_time, "answered", {"Answered", "回答日時"}, 36),
            from_list("reason", {"Reason", "理由"}, 40, reason_list),
            plain("comment", {"Comment", "コメント"}, 60),
        });
    result.frozen_columns = 2;
    return result;
}

DataSheet voice() {
    return sheet_of(
        Part::voice, sales_colour,
        {"What customers say, in their words: sales writes it down, marketing says what it will do about it.",
         "お客様の声をそのままの言葉で。営業が書き、マーケティングが対応を書きます。"},
        {
            by(sales, day("date", {"Date", "日付"})),
            by(sales, lead_id()),
            by(sales, plain("company", {"Company", "会社名"}, 40)),
            by(sales, listed("topic", {"Topic", "話題"}, 30,
                             {{"Need", "課題"},
                              {"Price", "価格"},
                              {"Product", "製品"},
                              {"Competitor", "競合"},
                              {"Timing", "時期"},
                              {"Our way of working", "進め方"},
                              {"Praise", "評価"}},
                             false)),
            by(sales, plain("words", {"What they said", "お客様の言葉"}, 90)),
            by(sales, plain("heard_by", {"Heard by", "聞いた人"}, 26)),
            by(marketing, plain("response", {"What we do about it", "対応"}, 70)),
            by(marketing, plain("who", {"Who", "担当者"}, 26)),
            by(marketing, day("done", {"Done on", "完了日"})),
        });
}

DataSheet accounts() {
    DataSheet result =
        sheet_of(Part::accounts, shared_colour,
                 {"Key accounts planned together: what the customer wants to achieve, what both departments "
                  "do for it, "
                  "and how the customer will judge it.",
                  "重点顧客の共同計画。お客様が実現したいこと、両部門がすること、成功の測り方を書きます。"},
                 {
                     plain("company", {"Company", "会社名"}, 42),
                     listed("rank", {"Rank", "ランク"}, 18, {{"A", "A"}, {"B", "B"}, {"C", "C"}}, false),
                     by(sales, plain("sales", {"Sales", "営業担当"}, 26)),
                     by(marketing, plain("marketing", {"Marketing", "マーケ担当"}, 26)),
                     plain("aim", {"What they want to achieve", "お客様の目的"}, 60),
                     plain("measure", {"How they will judge it", "成功の測り方"}, 45),
                     plain("people", {"Who decides", "意思決定者"}, 40),
                     of_format(money, "this_year", {"Sales this year", "今期売上"}, 28),
                     of_format(money, "target", {"Sales planned", "売上計画"}, 28),
                     by(sales, plain("sales_step", {"Next step: sales", "次の一手：営業"}, 50)),
                     by(marketing, plain("marketing_step", {"Next step: marketing", "次の一手：マーケ"}, 50)),
                     day("until", {"Until", "期限"}),
                     listed("satisfaction", {"Satisfaction 1–5", "満足度 1～5"}, 28,
                            {{"1", "1"}, {"2", "2"}, {"3", "3"}, {"4", "4"}, {"5", "5"}}, false),
                     day("reviewed", {"Last review", "最終レビュー"}),
                 });
    result.frozen_columns = 1;
    return result;
}

DataSheet history() {
    return sheet_of(
        Part::history, neutral_colour,
        {"The figures of each week as they stood, kept by the weekly summary. Nothing here is recalculated; "
         "trends are drawn from it.",
         "毎週の数値の控え。週次サマリーが書き込みます。再計算されず、推移のグラフに使います。"},
        {
            plain("week", {"Week", "週"}, 26),
            of_format(date_time, "frozen", {"Frozen on", "記録日時"}, 36),
            plain("section", {"Section", "区分"}, 28),
            plain("figure", {"Figure", "項目"}, 50),
            of_format(number, "value", {"Value", "値"}, 28),
            of_format(number, "target", {"Target", "目標値"}, 28),
            plain("unit", {"Unit", "単位"}, 20),
            plain("status", {"Status", "状況"}, 24),
            plain("playbook", {"Playbook", "プレイブック"}, 45),
        });
}

}  // namespace

std::vector<DataSheet> record_sheets() {
    return {activities(), spend(), touches(), stage_log(), handoffs(), voice(), accounts(), history()};
}

}  // namespace kakehashi::workbook
