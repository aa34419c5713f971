// The funnel of the period against the one before, and where leads are now. The first is about cohorts, the
// second a snapshot: they never share a table.
#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "core/report/sections.hpp"

namespace kakehashi::report {
namespace {

using sheet::Format;
using sheet::Refresh;
using sheet::Style;

std::string reached(const Weekly& weekly, std::size_t stage, const std::string& from, const std::string& to) {
    const Facts& facts = weekly.facts;
    const std::size_t first = weekly.first_stage();
    // FUNNEL.TABLE begins with the first stage; where that has no dates, nobody entered it in a period.
    if (first == 0)
        return fmt::format("IFERROR(INDEX(FUNNEL.TABLE({};{};{});{};1);0)", facts.leads, from, to, stage + 1);
    const std::string entered =
        call("FUNNEL.COUNT", {facts.leads, literal(facts.stages[first].name), from, to});
    if (stage == first) return fmt::format("IFERROR({};0)", entered);
    return fmt::format("IFERROR(ROUND({}*{});0)", entered,
                       call("FUNNEL.RATE", {facts.leads, literal(facts.stages[first].name),
                                            literal(facts.stages[stage].name), from, to}));
}

/// A rate under which fewer than five leads stand is no rate.
std::string rate(const std::string& part, const std::string& whole) {
    return fmt::format("IF({1}<5;\"–\";{0}/{1})", part, whole);
}

Row funnel_row(const Weekly& weekly, std::size_t stage, int row) {
    const bool first = row == 1;
    const std::string now = at(reached_column, row);
    const std::string before = at(reached_before_column, row);
    const auto share = [&](const std::string& part, const std::string& whole) {
        return first ? text_cell("", Style::result) : formula_cell(rate(part, whole), Format::percent);
    };
    const std::string young = first || weekly.first_stage() != 0
                                  ? ""
                                  : or_dash(fmt::format("INDEX(FUNNEL.TABLE({};{};{});{};8)",
                                                        weekly.facts.leads, from_day(), to_day(), stage + 1));
    const std::string change = fmt::format(
        "IF(AND(ISNUMBER({0});ISNUMBER({1}));IF({0}>={1};\"+\";\"−\")&FIXED(100*ABS({0}-{1});1)&{2};\"–\")",
        at(2, row), at(6, row), literal(weekly.draft.say({" pt", " pt"})));
    return {text_cell(weekly.facts.stages[stage].name, Style::label),
            formula_cell(reached(weekly, stage, from_day(), to_day()), Format::integer),
            share(now, at(reached_column, row - 1)),
            share(now, at(reached_column, 1)),
            young.empty() ? text_cell("", Style::result) : formula_cell(young, Format::integer),
            formula_cell(reached(weekly, stage, before_from(), before_to()), Format::integer),
            share(before, at(reached_before_column, row - 1)),
            first ? text_cell("", Style::result) : formula_cell(change, Format::number)};
}

Row funnel_header(const Draft& draft) {
    const auto head = [&](Text text, Text note) {
        return noted(text_cell(draft.say(text), Style::heading), draft.say(note));
    };
    return {
        text_cell(draft.say({"Stage", "ステージ"}), Style::heading),
        head({"Reached", "到達"},
             {"Leads that entered the first stage in the period, and of them those that have come this far, "
              "later steps included",
              "期間内に最初のステージに入ったリードのうち、ここまで達した件数（期間後の進行も含む）"}),
        head({"% of previous", "直前比"},
             {"Of those that reached the stage before; no rate for fewer than five leads",
              "直前のステージに達したリードに対する割合。5件未満では表示しません"}),
        head({"% of first", "最初比"},
             {"Of all that entered in the period", "期間内に入ったリード全体に対する割合"}),
        head({"Too young", "判断前"},
             {"Reached the stage before and may still come: not to be counted as lost",
              "直前のステージに達し、まだ進む可能性があるリード。失注とはみなしません"}),
        head({"Before", "前期間"}, {"The same for the period before", "前の期間の同じ数値"}),
        head({"% of prev.", "直前比"}, {"% of previous in the period before", "前の期間の直前比"}),
        head({"Change", "変化"},
             {"% of previous, this period less the one before, in percentage points. The newer cohort has "
              "had less time.",
              "直前比の差（ポイント）。新しい期間ほど経過時間が短いことに注意してください。"}),
    };
}

}  // namespace

std::size_t Weekly::first_stage() const {
    const auto found = std::ranges::find_if(facts.stages, &StageFact::dated);
    return static_cast<std::size_t>(found - facts.stages.begin());
}

bool Weekly::has_funnel() const {
    return has_leads() && first_stage() + 1 < facts.stages.size();
}

std::vector<std::size_t> funnel_stages(const Weekly& weekly) {
    std::vector<std::size_t> stages;
    for (std::size_t stage = weekly.first_stage(); stage < weekly.facts.stages.size(); ++stage)
        stages.push_back(stage);
    return stages;
}

void add_funnel(Weekly& weekly) {
    Draft& draft = weekly.draft;
    const Text title{"Funnel against the period before", "ファネル（前期間との比較）"};
    const Text cohorts{"Cohorts: who entered in the period, and how far they have come since",
                       "コホート：期間内に入ったリードと、その後の到達状況"};
    Text note;
    if (!weekly.has_leads())
        note = {"No leads yet: import them or fill in the lead list, then run Weekly Summary again.",
                "リードはまだありません。取り込むか入力し、再度実行してください。"};
    else if (!weekly.has_funnel())
        note = {"The playbook needs two stages with a date column at least.",
                "日付の列を持つステージが2つ以上必要です（プレイブック）。"};
    if (weekly.has_funnel())
        draft.heading("funnelheading", title, cohorts,
                      {fmt::format("N({})+N({})=0", at("funnel", reached_column, 1),
                                   at("funnel", reached_before_column, 1)),
                       {"No lead came in during this period or the one before.",
                        "この期間と前期間に入ったリードはありません。"}});
    else
        draft.heading("funnelheading", title, note);
    std::vector<Row> rows{funnel_header(draft)};
    if (weekly.has_funnel())
        for (const std::size_t stage : funnel_stages(weekly)) {
            const int row = static_cast<int>(rows.size());
            rows.push_back(funnel_row(weekly, stage, row));
            draft.frozen.push_back({draft.say({"Funnel", "ファネル"}),
                                    weekly.facts.stages[stage].name,
                                    "",
                                    "funnel",
                                    {reached_column, row}});
        }
    draft.add("funnel", Refresh::table, std::move(rows));
}

void add_snapshot(Weekly& weekly) {
    Draft& draft = weekly.draft;
    draft.heading("nowheading", {"Where leads are now", "現在の所在"},
                  {"A snapshot: as it is today, whatever the period", "期間に関係なく、今の状態"});
    const auto head = [&](Text text, Text note) {
        return noted(text_cell(draft.say(text), Style::heading), draft.say(note));
    };
    std::vector<Row> rows{{text_cell(draft.say({"Stage", "ステージ"}), Style::heading),
                           head({"Now", "現在"}, {"Open leads whose furthest stage this is",
                                                  "このステージにいる進行中のリード"}),
                           head({"Too long", "期限超過"}, {"There longer than the playbook allows",
                                                           "プレイブックの期限を超えて滞留しているリード"}),
                           head({"Share", "割合"}, {"Too long ÷ now", "期限超過÷現在"})}};
    const std::span<const StageFact> stages(weekly.facts.stages.data(),
                                            weekly.has_leads() ? weekly.facts.stages.size() : 0);
    for (const StageFact& stage : stages) {
        const int row = static_cast<int>(rows.size());
        const std::string name = literal(stage.name);
        rows.push_back(
            {text_cell(stage.name, Style::label),
             formula_cell(or_dash(call("FUNNEL.NOW", {weekly.facts.leads, name})), Format::integer),
             stage.limit
                 ? formula_cell(or_dash(call("FUNNEL.STUCK", {weekly.facts.leads, name})), Format::integer)
                 : sign_cell("–", Format::integer),
             formula_cell(fmt::format("IFERROR(IF({0}<5;\"–\";{1}/{0});\"–\")", at(1, row), at(2, row)),
                          Format::percent)});
    }
    draft.add("now", Refresh::table, std::move(rows));
}

}  // namespace kakehashi::report
