// TEAM.*: how the two departments say they work together, and what leads further.
#include <fmt/format.h>

#include "core/functions/call.hpp"
#include "core/functions/catalogue.hpp"
#include "core/functions/team_arguments.hpp"
#include "core/playbook/form.hpp"
#include "core/team/levels.hpp"
#include "core/team/survey.hpp"

namespace kakehashi {
namespace {

/// The user's language if unsaid.
Result<Language> language_of(const Call& call, std::size_t i) {
    static constexpr Choice languages[] = {{"en", "English|英語"}, {"ja", "Japanese|日本語"}};
    const auto name = call.text(i);
    if (!name) return error_of(name);
    if (trim(*name).empty()) return call.caller().language;
    const auto found = find_choice(languages, *name);
    if (!found)
        return illegal_argument(
            {fmt::format("\"{}\" is no language of the statements; known are en and ja.", *name),
             fmt::format("「{}」という言語はありません。使えるのは en と ja です。", *name)});
    return *found == "ja" ? Language::japanese : Language::english;
}

/// The level of the argument `score`.
Result<TeamLevel> asked_level(const Call& call) {
    const auto score = call.number(0);
    if (!score) return error_of(score);
    return level_of(score->value_or(0.0));
}

Value team_statements(const Call& call) {
    const auto language = language_of(call, 0);
    if (!language) return language.error();
    std::vector<Text> texts;
    for (std::size_t i = 0; i < statement_count; ++i) texts.push_back(statement_text(i));
    return in_language(texts, *language);
}

Value team_alignment(const Call& call) {
    const auto survey = survey_of(call);
    if (!survey) return survey.error();
    const auto department = call.text(1);
    if (!department) return department.error();
    const auto figure = trim(*department).empty() ? survey->alignment() : survey->alignment(*department);
    if (!figure) return figure.error();
    return *figure;
}

Value team_level(const Call& call) {
    const auto level = asked_level(call);
    if (!level) return level.error();
    return std::string(level_name(*level));
}

Value team_next(const Call& call) {
    const auto level = asked_level(call);
    if (!level) return level.error();
    return in_language(next_steps(*level), call.caller().language);
}

Parameter score_parameter() {
    return {"score",
            ArgumentKind::number,
            false,
            {"score", "合計点"},
            {"A total of the survey, 20 to 100, as TEAM.ALIGNMENT gives it",
             "TEAM.ALIGNMENT が返す調査の合計点（20～100）"}};
}

Function statements_function() {
    return {
        "TEAM.STATEMENTS",
        "0.2.0",
        Returns::text_matrix,
        {"The 20 statements of the survey on how sales and marketing work together.",
         "営業とマーケティングの連携を調べる20の項目を返します。"},
        {"Each is answered from 1 = never to 5 = always. 1 to 5: the same words; 6 to 10: the same goals; 11 "
         "to 15: the hand-off (11 acceptance, 12 response time); 16 to 20: learning from each other.",
         "各項目に 1（全くない）～5（常にある）で答えます。1～5 は共通の言葉、6～10 は共通の目標、11～15 "
         "は引き渡し（11 は受け入れ、12 は応答時間）、16～20 は学び合いです。"},
        {{"language",
          ArgumentKind::text,
          true,
          {"language", "言語"},
          {"en or ja; default the user's language", "en（英語）または ja（日本語）。省略時は使用中の言語"}}},
        {{"=TEAM.STATEMENTS(\"en\")",
          "Both departments call a lead hot only by the written definition. | "
          "A changed definition takes effect only after both departments have signed it. | "
          "New colleagues in either department are given the written meaning of each stage. | "
          "Both departments describe the customer we want by the same written persona. | "
          "We test a lead definition on past contracts before we use it. | "
          "Both departments commit to one revenue goal before a quarter begins. | "
          "Marketing derives the number of leads it plans from the revenue to be won. | "
          "When a goal falls behind, the two departments agree on a correction within a week. | "
          "Marketing reports its results in won revenue. | "
          "A joint project has a named owner in each department. | "
          "Sales accepts the leads that marketing hands over. | "
          "Sales responds to a new lead within the agreed time. | "
          "Marketing holds a lead back until it meets the agreed definition. | "
          "Sales records a reason for a lead that it rejects. | "
          "Marketing notes what a lead is interested in when it hands the lead over. | "
          "Both departments go through the same figures in a weekly meeting. | "
          "Sales passes on to marketing what customers say in their own words. | "
          "Marketing shows sales what a campaign brought once it has ended. | "
          "Marketing learns what became of each lead it handed over. | "
          "An action that both departments decided on is done by its due date."},
         {"=TEAM.STATEMENTS(\"fr\")", "Err:502"}},
        team_statements};
}

Function alignment_function() {
    return {
        "TEAM.ALIGNMENT",
        "0.2.0",
        Returns::number,
        {"How well the two departments work together by their own answers: 20 to 100.",
         "回答から見た両部門の連携の合計点（20～100）を返します。"},
        {"A respondent's total is 20 × the mean of the answers given; the figure is the mean of these "
         "totals. "
         "Respondents with fewer than 15 answers are left out; anything but a number from 1 to 5 is no "
         "answer. "
         "The department's column is the one with the header department, else the first that names marketing "
         "or sales; the answers are the 20 columns behind it, or those with the statements as headers. Names "
         "are never shown, so a department of one respondent has its figure, too.",
         "1人の合計点は 20 × 回答の平均で、その平均を返します。回答が15項目に満たない人は除き、1～5 "
         "の数値以外は無回答とします。部門の列は見出しが「部門」の列、なければマーケティングや営業を含む最初"
         "の列で、回答はその右の20列、または項目の文が見出しの列です。氏名は表示しないので、回答者が1人の部"
         "門の値も返します。"},
        {parameters::survey(),
         {"department",
          ArgumentKind::text,
          true,
          {"department", "部門"},
          {"Of this department only; default all respondents", "この部門だけの値。省略時は回答者全員"}}},
        // 64, 63, 20 × 56 ÷ 18 of marketing; 56, 54 of sales; the last one answered 14 statements.
        {{"=TEAM.ALIGNMENT(Survey)", "59.8444444444444"},
         {"=TEAM.ALIGNMENT(Survey;\"Marketing\")", "63.0740740740741"},
         {"=TEAM.ALIGNMENT(Survey;\"営業\")", "55"},
         {"=TEAM.ALIGNMENT(Survey;\"Finance\")", "#N/A"}},
        team_alignment};
}

Function level_function() {
    return {
        "TEAM.LEVEL",
        "0.2.0",
        Returns::text,
        {"The level of the relationship for a total: undefined, defined, aligned or integrated.",
         "合計点に当たる連携の段階（undefined、defined、aligned、integrated）を返します。"},
        {"undefined from 20, defined from 40, aligned from 60, integrated from 80.",
         "20 から undefined（未整理）、40 から defined（役割が明確）、60 から aligned（足並みが揃う）、80 "
         "から integrated（一体）です。"},
        {score_parameter()},
        {{"=TEAM.LEVEL(TEAM.ALIGNMENT(Survey))", "defined"},
         {"=TEAM.LEVEL(60)", "aligned"},
         {"=TEAM.LEVEL(19)", "Err:502"}},
        team_level};
}

Function next_function() {
    return {"TEAM.NEXT",
            "0.2.0",
            Returns::text_matrix,
            {"The steps that lead from the level of a total to the next one.",
             "合計点の段階から次の段階へ進むための手順を返します。"},
            {"In the order to take them, by the levels of TEAM.LEVEL; from 80 on, how to stay integrated.",
             "TEAM.LEVEL の段階ごとの手順を、取り組む順に示します。80 "
             "以上では、一体の状態を保つための手順です。"},
            {score_parameter()},
            {{"=TEAM.NEXT(85)",
              "Repeat the survey every half-year, and talk first about the statements with the widest gap. | "
              "Set what is said against what is counted, and look into every difference. | "
              "Back-test the definitions on the newest outcomes every quarter, and sign them again after a "
              "change. | "
              "Hold the weekly meeting in good weeks, too, and use its time for the next joint project."},
             {"=TEAM.NEXT(101)", "Err:502"}},
            team_next};
}

}  // namespace

std::vector<Function> team_functions() {
    return {statements_function(), alignment_function(), level_function(), next_function()};
}

}  // namespace kakehashi
