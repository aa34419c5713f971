// TEAM.*: where the two departments see it differently, and where both differ from what is counted.
#include "core/functions/catalogue.hpp"
#include "core/functions/parameters.hpp"
#include "core/functions/team_arguments.hpp"
#include "core/handoff/hand_off.hpp"

namespace kakehashi {
namespace {

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

Function gap_function() {
    return {"TEAM.GAP",
            "0.2.0",
            Returns::number,
            {"How much higher sales answers to a statement than marketing.",
             "ある項目について、営業の平均がマーケティングの平均をどれだけ上回るかを返します。"},
            {"Mean answer of sales − mean answer of marketing, −4 to 4, of respondents with at least 15 "
             "answers.",
             "営業の平均 − マーケティングの平均（−4～4）。15項目以上に答えた人が対象です。"},
            {parameters::survey(), parameters::statement()},
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
            {parameters::survey()},
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
        {parameters::survey(), parameters::statement(), parameters::leads()},
        // (3.6 − 1) ÷ 4 − 6 ÷ 7.
        {{"=TEAM.PERCEPTION(Survey;11;Leads)", "-0.207142857142857"},
         {"=TEAM.PERCEPTION(Survey;\"We are friends.\";Leads)", "#N/A"}},
        team_perception};
}

}  // namespace

std::vector<Function> team_gap_functions() {
    return {gap_function(), low_function(), perception_function()};
}

}  // namespace kakehashi
