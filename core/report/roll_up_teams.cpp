// The teams side by side.
#include <fmt/format.h>

#include "core/report/roll_up_sections.hpp"

namespace kakehashi::report {
namespace {

using sheet::Format;
using sheet::Refresh;
using sheet::Style;

Row team_row(const TeamFigures& team, int row) {
    const std::string decided = fmt::format("{}+{}", at(team_accepted, row), at(team_rejected, row));
    return {
        noted(text_cell(team.team, Style::label),
              team.file + (team.playbook.empty() ? "" : "\n" + team.playbook)),
        number(team.leads, Format::integer),
        number(team.offered, Format::integer),
        number(team.accepted, Format::integer),
        number(team.rejected, Format::integer),
        number(team.pending, Format::integer),
        number(team.opportunities, Format::integer),
        formula_cell(fmt::format("IFERROR(IF({0}<5;\"–\";{1}/({0}));\"–\")", decided, at(team_accepted, row)),
                     Format::percent),
        number(team.won, Format::integer),
        number(team.won_value, Format::money)};
}

Row total_row(const RollUp& roll_up, int last) {
    const int row = last + 1;
    const auto sum = [&](int column, Format format) {
        return formula_cell(fmt::format("SUM({}:{})", at(column, 1), at(column, last)), format);
    };
    const std::string decided = fmt::format("{}+{}", at(team_accepted, row), at(team_rejected, row));
    return {text_cell(roll_up.draft.say({"All teams", "全チーム"}), Style::heading),
            sum(team_leads, Format::integer),
            sum(team_offered, Format::integer),
            sum(team_accepted, Format::integer),
            sum(team_rejected, Format::integer),
            sum(team_pending, Format::integer),
            sum(team_opportunities, Format::integer),
            formula_cell(fmt::format("IF({0}<5;\"–\";{1}/({0}))", decided, at(team_accepted, row)),
                         Format::percent),
            sum(team_won, Format::integer),
            roll_up.one_currency() ? sum(team_value, Format::money)
                                   : noted(sign_cell("–", Format::money),
                                           roll_up.draft.say({"The teams count in different currencies",
                                                              "チームによって通貨が異なります"}))};
}

}  // namespace

void add_teams(RollUp& roll_up) {
    Draft& draft = roll_up.draft;
    roll_up.heading(
        "teamsheading", {"Teams", "チーム"},
        {"Counts of the week as the workbooks had them when this was made; rates are sums over sums",
         "作成時点での各ブックの週の数値。率は合計同士の比"});
    std::vector<Row> rows{{
        roll_up.head({"Team", "チーム"}),
        roll_up.head({"New leads", "新規リード"},
                     {"Entries into the first stage in the week", "週内に最初のステージに入った件数"}),
        roll_up.head({"Offered", "引き渡し"},
                     {"Handed off to sales in the week", "週内に営業へ引き渡した件数"}),
        roll_up.head({"Accepted", "受け入れ"}),
        roll_up.head({"Rejected", "却下"}),
        roll_up.head({"Pending", "未判断"}),
        roll_up.head({"Opportunities", "商談化"}, {"Of those offered in the week, by now",
                                                   "週内に引き渡したうち、現在までに商談になった件数"}),
        roll_up.head({"Acceptance", "受け入れ率"},
                     {"Accepted ÷ (accepted + rejected); no rate for fewer than five",
                      "受け入れ÷（受け入れ＋却下）。5件未満では表示しません"}),
        roll_up.head({"Won", "受注"}, {"Closed as won in the week", "週内に受注した件数"}),
        roll_up.head({"Won value", "受注額"}, {"Their amounts", "その金額"}),
    }};
    for (const TeamFigures& team : roll_up.teams)
        rows.push_back(team_row(team, static_cast<int>(rows.size())));
    if (!roll_up.teams.empty()) rows.push_back(total_row(roll_up, static_cast<int>(roll_up.teams.size())));
    draft.add("teams", Refresh::cells, std::move(rows));
}

}  // namespace kakehashi::report
