// The last page: the leads behind the numbers.
#include <fmt/format.h>

#include "core/report/sections.hpp"

namespace kakehashi::report {
namespace {

using sheet::Format;
using sheet::Refresh;
using sheet::Style;

constexpr int longest = 15;

struct ListColumn {
    Text header;
    std::string role;  // as LEAD.VALUE takes it
    Format format;
    int columns;
};

/// One line per lead: its id from `ids` (a formula that gives them all), the rest looked up by it. Without
/// `ids` only the headings.
void add_list(Weekly& weekly, const std::string& id, const std::string& ids,
              const std::vector<ListColumn>& columns) {
    Draft& draft = weekly.draft;
    std::vector<Row> rows{{text_cell("ID", Style::heading)}};
    const auto add = [](Row& row, sheet::Cell cell, int wide) {
        cell.columns = wide;
        row.push_back(std::move(cell));
        row.resize(row.size() + static_cast<std::size_t>(wide) - 1);
    };
    for (const ListColumn& column : columns)
        add(rows[0], text_cell(draft.say(column.header), Style::heading), column.columns);
    for (int rank = 1; rank <= longest && !ids.empty(); ++rank) {
        Row row{
            formula_cell(fmt::format("IFERROR(INDEX({};{});\"\")", ids, rank), Format::text, Style::label)};
        for (const ListColumn& column : columns)
            add(row,
                formula_cell(fmt::format("IF({0}=\"\";\"\";IFERROR(LEAD.VALUE({1};{0};{2});\"–\"))",
                                         at(0, rank), weekly.facts.leads, literal(column.role)),
                             column.format),
                column.columns);
        rows.push_back(std::move(row));
    }
    draft.add(id, Refresh::cells, std::move(rows));
}

void add_not_converted(Weekly& weekly) {
    const Facts& facts = weekly.facts;
    const Text title{"Handed off, no opportunity", "引き渡し済み・未商談化"};
    const Text note{"The first 15 of the period", "期間内の先頭15件"};
    if (weekly.has_hand_offs())
        weekly.draft.heading(
            "idsheading", title, note,
            {at("ids", 0, 1) + "=\"\"", {"None in this period.", "この期間にはありません。"}});
    else
        weekly.draft.heading("idsheading", title, note);
    const std::string where =
        fmt::format("\"[handed off] between \"&{}&\" and \"&{}&{}", iso_day(from_day()), iso_day(to_day()),
                    literal(" and not reached " + bracketed(facts.opportunity)));
    std::vector<ListColumn> columns;
    if (facts.company) columns.push_back({{"Company", "会社名"}, "company", Format::general, 2});
    columns.push_back({{"Outcome", "結果"}, "[outcome]", Format::general, 1});
    if (facts.reason) columns.push_back({{"Reason", "理由"}, "reason", Format::general, 2});
    if (facts.owner) columns.push_back({{"Owner", "担当者"}, "owner", Format::general, 1});
    columns.push_back({{"Handed off", "引き渡し日"}, "handed off", Format::date, 1});
    add_list(weekly, "ids",
             !weekly.has_hand_offs()
                 ? std::string()
                 : fmt::format("LEAD.LIST({};\"id\";{};\"[handed off]\";{})", facts.leads, where, longest),
             columns);
}

void add_longest_waiting(Weekly& weekly) {
    const Facts& facts = weekly.facts;
    weekly.draft.heading("waitingheading", {"Longest at their stage", "滞留の長いリード"},
                         {"Open leads; the 15 that have been where they are longest",
                          "進行中のリードのうち、同じステージに最も長くいる15件"});
    std::vector<ListColumn> columns;
    if (facts.company) columns.push_back({{"Company", "会社名"}, "company", Format::general, 2});
    columns.push_back({{"Stage", "ステージ"}, "[stage now]", Format::general, 1});
    columns.push_back({{"Days there", "滞留日数"}, "[days in stage]", Format::integer, 1});
    if (facts.owner) columns.push_back({{"Owner", "担当者"}, "owner", Format::general, 2});
    add_list(
        weekly, "waiting",
        !weekly.has_funnel()
            ? std::string()
            : fmt::format("LEAD.LIST({};\"id\";\"open and [days in stage] > 0\";\"[days in stage] desc\";{})",
                          facts.leads, longest),
        columns);
}

void add_near_misses(Weekly& weekly) {
    const Facts& facts = weekly.facts;
    const bool known = weekly.has_leads() && !facts.definition.empty();
    weekly.draft.heading(
        "nearheading", {"Near misses", "あと一歩のリード"},
        known ? Text{fmt::format("Open leads one criterion short of {}; the best 15", facts.definition),
                     fmt::format("進行中で「{}」まであと1条件の上位15件", facts.definition)}
              : Text{"A definition in the playbook will show here who just misses it.",
                     "プレイブックの定義にあと一歩のリードを表示します。"});
    std::vector<ListColumn> columns;
    if (facts.company) columns.push_back({{"Company", "会社名"}, "company", Format::general, 2});
    columns.push_back({{"Stage", "ステージ"}, "[stage now]", Format::general, 1});
    columns.push_back({{"Score", "スコア"}, fmt::format("[score {}]", facts.definition), Format::integer, 1});
    if (facts.owner) columns.push_back({{"Owner", "担当者"}, "owner", Format::general, 2});
    add_list(weekly, "near",
             !known ? std::string()
                    : fmt::format("LEAD.NEARMISS({};{};;;\"open\")", facts.leads, literal(facts.definition)),
             columns);
}

}  // namespace

void add_lists(Weekly& weekly) {
    add_not_converted(weekly);
    add_longest_waiting(weekly);
    add_near_misses(weekly);
}

}  // namespace kakehashi::report
