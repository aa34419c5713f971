#include "core/team/statements.hpp"

#include <string>
#include <unordered_map>

#include "core/table/reading.hpp"

namespace kakehashi {

const std::array<StatementTheme, statement_count / statements_per_theme>& statement_themes() {
    static const std::array<StatementTheme, statement_count / statements_per_theme> themes = {{
        {{"The same words", "共通の言葉"},
         {{{"Both departments call a lead hot only by the written definition.",
            "どちらの部門も、文書にした定義に沿ってホットリードと呼んでいる。"},
           {"A changed definition takes effect only after both departments have signed it.",
            "定義の変更は、両部門が承認してから適用している。"},
           {"New colleagues in either department are given the written meaning of each stage.",
            "どちらの部門でも、新しいメンバーに各ステージの意味を文書で渡している。"},
           {"Both departments describe the customer we want by the same written persona.",
            "どちらの部門も、文書にした同じペルソナで狙う顧客を説明している。"},
           {"We test a lead definition on past contracts before we use it.",
            "リードの定義は、過去の受注実績で検証してから使っている。"}}}},
        {{"The same goals", "共通の目標"},
         {{{"Both departments commit to one revenue goal before a quarter begins.",
            "四半期が始まる前に、両部門で1つの売上目標を約束している。"},
           {"Marketing derives the number of leads it plans from the revenue to be won.",
            "マーケティングは、必要な売上から逆算してリード数を計画している。"},
           {"When a goal falls behind, the two departments agree on a correction within a week.",
            "目標に遅れが出たときは、1週間以内に両部門で対策を決めている。"},
           {"Marketing reports its results in won revenue.",
            "マーケティングは、成果を受注金額で報告している。"},
           {"A joint project has a named owner in each department.",
            "共同の施策には、部門ごとに担当者を決めている。"}}}},
        {{"The hand-off", "引き渡し"},
         {{{"Sales accepts the leads that marketing hands over.",
            "営業は、マーケティングが引き渡したリードを受け入れている。"},
           {"Sales responds to a new lead within the agreed time.",
            "営業は、新しいリードに約束の時間内に応答している。"},
           {"Marketing holds a lead back until it meets the agreed definition.",
            "マーケティングは、合意した定義を満たすまでリードを引き渡さずに育てている。"},
           {"Sales records a reason for a lead that it rejects.",
            "営業は、却下したリードに理由を記録している。"},
           {"Marketing notes what a lead is interested in when it hands the lead over.",
            "マーケティングは、リードの関心事を書き添えて引き渡している。"}}}},
        {{"Learning from each other", "学び合い"},
         {{{"Both departments go through the same figures in a weekly meeting.",
            "毎週の会議で、両部門が同じ数字を確認している。"},
           {"Sales passes on to marketing what customers say in their own words.",
            "営業は、顧客の生の声をマーケティングに届けている。"},
           {"Marketing shows sales what a campaign brought once it has ended.",
            "マーケティングは、施策が終わると成果を営業に見せている。"},
           {"Marketing learns what became of each lead it handed over.",
            "マーケティングは、引き渡したリードの結果を1件ずつ知らされている。"},
           {"An action that both departments decided on is done by its due date.",
            "両部門で決めた対応は、期日までに終わっている。"}}}},
    }};
    return themes;
}

const Text& statement_text(std::size_t statement) {
    return statement_themes()[statement / statements_per_theme].statements[statement % statements_per_theme];
}

std::optional<std::size_t> find_statement(std::string_view text) {
    static const std::unordered_map<std::string, std::size_t> known = [] {
        std::unordered_map<std::string, std::size_t> texts;
        for (std::size_t i = 0; i < statement_count; ++i)
            for (const std::string& each : {statement_text(i).en, statement_text(i).ja})
                texts.emplace(fold(each), i);
        return texts;
    }();
    const auto found = known.find(fold(text));
    if (found == known.end()) return std::nullopt;
    return found->second;
}

}  // namespace kakehashi
