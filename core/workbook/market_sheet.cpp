// The market as both departments see it, and the survey of how they work together.
#include "core/team/statements.hpp"
#include "core/workbook/columns.hpp"

namespace kakehashi::workbook {

DataSheet market_sheet() {
    DataSheet result;
    result.part = sheet::Part::market;
    result.purpose = {
        "The market as both departments see it: 3C, five forces and segments, scored 1 to 5 together. Each "
        "score with its evidence and what follows from it.",
        "両部門で見た市場。3C、5つの力、セグメントを一緒に1～5で評価し、根拠と打ち手を書きます。"};
    result.frozen_columns = 3;
    result.data_columns = 8;
    result.tab_colour = shared_colour;
    result.columns = {
        listed("framework", {"Framework", "枠組み"}, 26,
               {{"3C", "3C"}, {"Five forces", "5つの力"}, {"Segments", "セグメント"}}, false),
        plain("aspect", {"Aspect", "観点"}, 34),
        plain("question", {"Question", "問い"}, 80),
        listed("score", {"Score 1–5", "評価 1～5"}, 22,
               {{"1", "1"}, {"2", "2"}, {"3", "3"}, {"4", "4"}, {"5", "5"}}, true,
               {"5 is good for us", "5 が自社に有利"}),
        plain("evidence", {"Evidence", "根拠"}, 60),
        plain("consequence", {"What follows", "打ち手"}, 60),
        plain("who", {"Who", "担当者"}, 24),
        {"date", {"As of", "時点"}, sheet::Format::date, 26},
    };
    return result;
}

DataSheet survey_sheet() {
    DataSheet result;
    result.part = sheet::Part::survey;
    result.purpose = {
        "How the two departments work together: one row per person, 1 = never to 5 = always. Names are not "
        "asked for; at least 15 answers count.",
        "両部門の連携について。1人1行で、1（まったくない）～5（いつも）で答えます。氏名は不要です。15項目以上"
        "の回答を集計します。"};
    result.frozen_columns = 1;
    result.tab_colour = shared_colour;
    result.columns.push_back(department());
    for (std::size_t i = 0; i < statement_count; ++i) {
        DataColumn column =
            listed("", statement_text(i), 34, {{"1", "1"}, {"2", "2"}, {"3", "3"}, {"4", "4"}, {"5", "5"}},
                   true, {"1 = never … 5 = always", "1＝まったくない … 5＝いつも"});
        result.columns.push_back(std::move(column));
    }
    return result;
}

}  // namespace kakehashi::workbook
