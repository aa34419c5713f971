// TEAM.*: how the two departments say they work together, set against what is counted.
#include <fmt/format.h>

#include "core/functions/call.hpp"
#include "core/functions/catalogue.hpp"
#include "core/functions/parameters.hpp"
#include "core/handoff/hand_off.hpp"
#include "core/playbook/form.hpp"
#include "core/team/levels.hpp"
#include "core/team/survey.hpp"

namespace kakehashi {
namespace {

Value value_of(const Result<double>& figure) {
    if (!figure) return figure.error();
    return *figure;
}

TextMatrix in_language(const std::vector<Text>& texts, Language language) {
    std::vector<std::string> shown;
    for (const Text& text : texts) shown.push_back(text.in(language));
    return text_column(std::move(shown));
}

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

Result<Survey> survey_of(const Call& call) {
    const auto source = call.source(0);
    if (!source) return error_of(source);
    return Survey(std::make_shared<const Table>(*source));
}

/// The number of a statement, 0 … 19.
Result<std::size_t> statement_of(const Call& call, std::size_t i, const Survey& survey) {
    const auto text = call.required_text(i);
    if (!text) return error_of(text);
    const auto number = read_number(*text, call.caller().locale);
    for (std::size_t k = 0; number && k < statement_count; ++k)
        if (*number == static_cast<double>(k + 1)) return k;
    return survey.find(*text);
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
    return value_of(trim(*department).empty() ? survey->alignment() : survey->alignment(*department));
}

Value team_level(const Call& call) {
    const auto level = asked_level(call);
    if (!level) return level.error();
    return std::string(level_name(*level));
}

Value team_gap(const Call& call) {
    const auto survey = survey_of(call);
    if (!survey) return survey.error();
    const auto statement = statement_of(call, 1, *survey);
    if (!statement) return statement.error();
    const auto sales = survey->mean(*statement, Department::sales);
    if (!sales) return sales.error();
    const auto marketing = survey->mean(*statement, Department::marketing);
    if (!marketing) return marketing.error();
    return *sales - *marketing;
}

Value team_low(const Call& call) {
    const auto survey = survey_of(call);
    if (!survey) return survey.error();
    const auto low = survey->low();
    if (!low) return low.error();
    if (low->empty())
        return CellError{ErrorCode::not_available,
                         {"There is no statement on which both departments are below 3.",
                          "両部門の平均がともに 3 未満の項目はありません。"}};
    std::vector<Text> texts;
    for (const std::size_t statement : *low) texts.push_back(statement_text(statement));
    return in_language(texts, call.caller().language);
}

Value team_perception(const Call& call) {
    const auto survey = survey_of(call);
    if (!survey) return survey.error();
    const auto statement = statement_of(call, 1, *survey);
    if (!statement) return statement.error();
    const auto leads = call.leads(2);
    if (!leads) return leads.error();
    const auto said = survey->mean(*statement);
    if (!said) return said.error();
    const auto counted = (*leads)->derived<HandOffs>().figure(HandOffMeasure::acceptance, DateRange{}, "");
    if (!counted) return counted.error();
    return (*said - 1.0) / 4.0 - *counted;
}

Value team_next(const Call& call) {
    const auto level = asked_level(call);
    if (!level) return level.error();
    return in_language(next_steps(*level), call.caller().language);
}

Parameter survey_parameter() {
    return {
        "survey",
        ArgumentKind::table,
        false,
        {"survey", "調査"},
        {"The answers (first row = headers): department, then 20 answers 1 (never) to 5 (always), one row "
         "per respondent",
         "回答の表（1行目は見出し）。1行に1人、部門と、1（全くない）～5（常にある）の回答20個"}};
}
Parameter statement_parameter() {
    return {"statement",
            ArgumentKind::text,
            false,
            {"statement", "項目"},
            {"Its number, 1 to 20, or its text", "項目の番号（1～20）、または項目の文"}};
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
        {survey_parameter(),
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

Function gap_function() {
    return {"TEAM.GAP",
            "0.2.0",
            Returns::number,
            {"How much higher sales answers to a statement than marketing.",
             "ある項目について、営業の平均がマーケティングの平均をどれだけ上回るかを返します。"},
            {"Mean answer of sales − mean answer of marketing, −4 to 4, of respondents with at least 15 "
             "answers.",
             "営業の平均 − マーケティングの平均（−4～4）。15項目以上に答えた人が対象です。"},
            {survey_parameter(), statement_parameter()},
            // 2.5 − 13 ÷ 3; 4.5 − 2.
            {{"=TEAM.GAP(Survey;11)", "-1.83333333333333"},
             {"=TEAM.GAP(Survey;\"Sales responds to a new lead within the agreed time.\")", "2.5"},
             {"=TEAM.GAP(Survey;21)", "#N/A"}},
            team_gap};
}

Function low_function() {
    return {"TEAM.LOW",
            "0.2.0",
            Returns::text_matrix,
            {"The statements on which both departments are below 3.",
             "両部門の平均がともに 3 未満の項目を返します。"},
            {"Means of the answers of respondents with at least 15 answers, in the order of the survey. #N/A "
             "if there is no such statement, #DIV/0! if a department has no respondent.",
             "15項目以上に答えた人の平均で判定し、調査の順に並べます。該当がなければ "
             "#N/A、回答者のいない部門があれば #DIV/0! です。"},
            {survey_parameter()},
            // Marketing 7/3, sales 2; 7/3, 5/2; 2, 2; 7/3, 5/2.
            {{"=TEAM.LOW(Survey)",
              "When a goal falls behind, the two departments agree on a correction within a week. | "
              "Both departments go through the same figures in a weekly meeting. | "
              "Marketing learns what became of each lead it handed over. | "
              "An action that both departments decided on is done by its due date."},
             {"=TEAM.LOW(Log)", "#DIV/0!"}},
            team_low};
}

Function perception_function() {
    return {
        "TEAM.PERCEPTION",
        "0.2.0",
        Returns::number,
        {"What is said against what is counted: the answers to a statement against the acceptance of leads.",
         "認識と実測の差、つまりある項目の回答と実際のリード受け入れ率の差を返します。"},
        {"(Mean answer of all respondents − 1) ÷ 4 − acceptance, which is accepted ÷ (accepted + rejected) "
         "as in LEAD.HANDOFF. Above 0: it is said to be better than it is. Meant for statement 11.",
         "（回答者全員の平均 − 1）÷ 4 − 受け入れ率。受け入れ率は LEAD.HANDOFF と同じ、受け入れ ÷（受け入れ "
         "+ 却下）です。正なら認識が実測を上回っています。項目 11 での利用を想定しています。"},
        {survey_parameter(), statement_parameter(), parameters::leads()},
        // (3.6 − 1) ÷ 4 − 6 ÷ 7.
        {{"=TEAM.PERCEPTION(Survey;11;Leads)", "-0.207142857142857"},
         {"=TEAM.PERCEPTION(Survey;\"We are friends.\";Leads)", "#N/A"}},
        team_perception};
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
    return {statements_function(), alignment_function(),  level_function(), gap_function(),
            low_function(),        perception_function(), next_function()};
}

}  // namespace kakehashi
