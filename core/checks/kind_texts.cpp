#include <array>

#include <fmt/format.h>

#include "core/checks/finding.hpp"
#include "core/support/thousands.hpp"

namespace kakehashi::checks {
namespace {

constexpr auto error = Severity::error;
constexpr auto warning = Severity::warning;
constexpr auto note = Severity::note;

/// In the order of `Kind`.
const std::array<KindTexts, kind_count>& all_texts() {
    static const std::array<KindTexts, kind_count> all{{
        {error,
         {"No lead has a date", "日付のあるリードなし"},
         {"Import or enter when the leads were created, or name the column that says so at created in "
          "[columns] "
          "of the playbook. Dates of stages do as well, in their columns or in the stage log.",
          "リードの作成日を取り込むか入力するか、プレイブックの［列］の「作成」でその列を指定してください。"
          "ステージの日付の列や段階の履歴でもかまいません。"}},
        {error,
         {"Problems of the playbook", "プレイブックの問題"},
         {"These entries are not used. Correct them in the playbook.",
          "この項目は使われません。プレイブックを直してください。"}},
        {error,
         {"Cells that show an error", "エラーのセル"},
         {"They count as blank. Correct the formula or clear the cell.",
          "空欄として扱われます。式を直すか、セルを空にしてください。"}},
        {error,
         {"Dates that cannot be read", "読み取れない日付"},
         {"They count as blank. Write them like 2026-11-22.",
          "空欄として扱われます。2026-11-22 のように書いてください。"}},
        {error,
         {"Numbers that cannot be read", "読み取れない数値"},
         {"They count as blank. Enter the number alone.",
          "空欄として扱われます。数値だけを入力してください。"}},
        {error,
         {"Ids that stand in the list twice", "重複した番号"},
         {"The first row gets history and touches. Delete one row or give it another id.",
          "履歴と接点は最初の行に付きます。片方を消すか、別の番号にしてください。"}},
        {error,
         {"Leads without an id", "番号のないリード"},
         {"Give each lead an id: import, history and hand-off go by it.",
          "番号を付けてください。取り込み、履歴、引き渡しは番号で行います。"}},
        {warning,
         {"Leads that no period counts", "どの期間にも数えられないリード"},
         {"They have neither a created date nor a date of a stage: funnel, new leads and goals of a period "
          "leave them out, totals without a period count them. Enter when they came in.",
          "作成日もステージの日付もないため、期間を区切った数値（ファネル、新規リード、目標）に入らず、"
          "期間のない合計にだけ入ります。作成日を入力してください。"}},
        {warning,
         {"Problems of the goals", "目標の問題"},
         {"Correct the row in the goal table.", "目標の表のその行を直してください。"}},
        {warning,
         {"Metrics without a formula", "式のない指標"},
         {"Goals that go by them show no data. Enter a formula in [metrics] of the playbook, such as: "
          "entered "
          "[a stage].",
          "この指標を使う目標は「データなし」になります。プレイブックの［指標］に「到達 [ステージ]」"
          "のような式を入力してください。"}},
        {warning,
         {"Roles without a column", "列のない役割"},
         {"Add the column, or name the one you have in [columns] of the playbook.",
          "列を加えるか、プレイブックの［列］で今ある列を指定してください。"}},
        {warning,
         {"Stages the playbook does not know", "プレイブックにないステージ"},
         {"Leads at such a stage count by their dates only. Add the stage to [stages], or correct the word.",
          "日付だけで数えられます。［ステージ］に加えるか、語を直してください。"}},
        {warning,
         {"Outcomes that mean nothing", "意味の決まっていない結果"},
         {"These leads count as open. Use the words of [outcomes] in the playbook.",
          "進行中として数えられます。プレイブックの［結果］の語を使ってください。"}},
        {warning,
         {"Won or lost without a date", "日付のない受注・失注"},
         {"They count in no period. Enter the date it was closed.",
          "どの期間にも数えられません。受注・失注の日を入力してください。"}},
        {warning,
         {"Orders without an amount", "金額のない受注"},
         {"They are missing in the revenue. Enter the amount.",
          "受注金額に入りません。金額を入力してください。"}},
        {warning,
         {"Ids that are not in the lead list", "一覧にない番号"},
         {"These rows are not used. Correct the id, or import the lead.",
          "この行は使われません。番号を直すか、リードを取り込んでください。"}},
        {warning,
         {"Leads without a created date", "作成日のないリード"},
         {"They have no age, and figures of the leads created in a period leave them out. Enter the date.",
          "経過日数が分からず、作成日による集計に入りません。作成日を入力してください。"}},
        {warning,
         {"Unlikely dates", "疑わしい日付"},
         {"They are used as they stand. Check the year.", "そのまま使われます。年を確かめてください。"}},
        {warning,
         {"Dates before the first stage", "最初のステージより前の日付"},
         {"They are used as they stand. Check which of the two dates is wrong.",
          "そのまま使われます。どちらの日付が誤りか確かめてください。"}},
        {warning,
         {"Stages in the wrong order", "順序の合わないステージ"},
         {"The stage counts as reached, but is left out of durations. Correct one of the dates.",
          "到達としては数え、日数の計算からは除きます。日付を直してください。"}},
        {warning,
         {"Dates that end before they begin", "前後が逆の日付"},
         {"They are left out of durations and response times. Correct one of the dates.",
          "期間と応答時間の計算から除きます。日付を直してください。"}},
        {warning,
         {"Leads nobody looks after", "担当者のいないリード"},
         {"Name an owner: a lead without one is dropped.",
          "担当者を決めてください。担当者のいないリードは放置されます。"}},
        {note,
         {"Empty columns", "空の列"},
         {"Figures that need them have nothing to go by. Fill them in, or import them.",
          "この列を使う数値は計算できません。入力するか、取り込んでください。"}},
        {note,
         {"Rejected, disqualified or lost without a reason", "理由のない却下・対象外・失注"},
         {"Nobody can learn from them. Choose a reason.", "次に生かせません。理由を選んでください。"}},
        {note,
         {"Reasons the playbook does not list", "プレイブックにない理由"},
         {"They belong to no family. Add them to [reasons], or choose a listed one.",
          "種別が分かりません。［理由］に加えるか、一覧から選んでください。"}},
        {note,
         {"Leads that may be the same", "同じかもしれないリード"},
         {"Compare the two rows; keep one if they are the same.",
          "2つの行を比べ、同じなら1つにまとめてください。"}},
        {note,
         {"What could not be checked", "点検できなかったこと"},
         {"The rest was checked.", "そのほかは点検しました。"}},
    }};
    return all;
}

}  // namespace

const KindTexts& texts_of(Kind kind) {
    return all_texts()[static_cast<std::size_t>(kind)];
}

Text Findings::summary() const {
    std::array<std::size_t, 3> of{};
    for (std::size_t i = 0; i < counts.size(); ++i)
        of[static_cast<std::size_t>(texts_of(static_cast<Kind>(i)).severity)] += counts[i];
    Text text;
    const auto add = [&](std::size_t count, const char* english, const char* japanese) {
        if (count == 0) return;
        text.en += fmt::format("{}{} {}", text.en.empty() ? "" : ", ", thousands(count), english);
        text.ja += fmt::format("{}{} {} 件", text.ja.empty() ? "" : "、", japanese, thousands(count));
    };
    add(of[0], "wrong", "誤り");
    add(of[1], "to check", "確認");
    add(of[2], of[2] == 1 ? "note" : "notes", "参考");
    return text;
}

Text severity_text(Severity severity) {
    switch (severity) {
        case Severity::error:
            return {"■ wrong", "■ 誤り"};
        case Severity::warning:
            return {"▼ check", "▼ 確認"};
        case Severity::note:
            break;
    }
    return {"○ note", "○ 参考"};
}

}  // namespace kakehashi::checks
