// The hand-off: what sales did with what it was given, and what became of every lead that is no opportunity.
#include <algorithm>

#include <fmt/format.h>

#include "core/report/sections.hpp"

namespace kakehashi::report {
namespace {

using sheet::Format;
using sheet::Refresh;
using sheet::Style;

constexpr int most_shown = 8;

std::string hand_off(const Weekly& weekly, std::string_view measure, bool before,
                     std::string_view where = {}) {
    const std::string from = before ? before_from() : from_day();
    const std::string to = before ? before_to() : to_day();
    if (where.empty()) return call("LEAD.HANDOFF", {weekly.facts.leads, literal(measure), from, to});
    return call("LEAD.HANDOFF", {weekly.facts.leads, literal(measure), from, to, literal(where)});
}

std::string opportunity(const Weekly& weekly) {
    return "reached " + bracketed(weekly.facts.opportunity);
}

Row figures(const Weekly& weekly, bool before, int row) {
    const Facts& facts = weekly.facts;
    const auto count = [&](std::string_view measure, std::string_view where = {}) {
        return formula_cell(fmt::format("IFERROR({};0)", hand_off(weekly, measure, before, where)),
                            Format::integer);
    };
    const std::string decided = fmt::format("{}+{}", at(2, row), at(3, row));
    const bool timed = facts.responded && facts.response_limit;
    return {
        text_cell(weekly.draft.say(before ? Text{"Period before", "前期間"} : Text{"This period", "今期間"}),
                  Style::label),
        count("offered"),
        count("accepted"),
        count("rejected"),
        count("pending"),
        timed ? formula_cell(or_dash(hand_off(weekly, "on time", before)), Format::percent)
              : sign_cell("–", Format::percent),
        formula_cell(fmt::format("IF({}<5;\"–\";{}/({}))", decided, at(2, row), decided), Format::percent),
        count("offered", opportunity(weekly))};
}

Row header(const Weekly& weekly) {
    const Draft& draft = weekly.draft;
    const auto head = [&](Text text, Text note) {
        return noted(text_cell(draft.say(text), Style::heading), draft.say(note));
    };
    return {
        text_cell("", Style::heading),
        head({"Offered", "引き渡し"},
             {"Handed off to sales in the period", "期間内に営業へ引き渡したリード"}),
        head({"Accepted", "受け入れ"}, {"Not rejected, and accepted, won or in a later stage of sales",
                                        "却下されず、受け入れ済み・受注・営業の後のステージにあるもの"}),
        head({"Rejected", "却下"}, {"Turned down before contact", "接触前に差し戻されたもの"}),
        head({"Pending", "未判断"}, {"Neither accepted nor rejected", "受け入れも却下もされていないもの"}),
        head({"On time", "期限内率"},
             {"Responded within the agreed working hours ÷ (responded + limit passed)",
              "合意した営業時間内の応答÷（応答＋期限を過ぎたもの）"}),
        head({"Acceptance", "受け入れ率"}, {"Accepted ÷ (accepted + rejected); no rate for fewer than five",
                                            "受け入れ÷（受け入れ＋却下）。5件未満では表示しません"}),
        head({"Opportunities", "商談化"},
             {fmt::format("Of those offered, how many have reached {}", weekly.facts.opportunity),
              fmt::format("引き渡したリードのうち「{}」に達した件数", weekly.facts.opportunity)}),
    };
}

/// The leads that are no opportunity, in parts that exclude one another.
struct Part {
    Text label;
    std::string where;
};

std::vector<Part> parts(const Weekly& weekly) {
    const Facts& facts = weekly.facts;
    const std::string base = "not " + opportunity(weekly);
    std::vector<Part> result;
    for (const std::string& reason : facts.reasons)
        result.push_back({{reason, reason}, base + " and [reason] = " + quoted_value(reason)});
    // Without a reason the outcome speaks; the order says which, where several hold.
    std::string left = facts.reason ? base + " and [reason] is empty" : base;
    const auto add = [&](Text label, const std::string& condition) {
        result.push_back({std::move(label), left + " and " + condition});
        left += " and not (" + condition + ")";
    };
    add({"Rejected, no reason given", "却下（理由なし）"}, "rejected");
    add({"Disqualified, no reason given", "対象外（理由なし）"}, "disqualified");
    add({"Lost, no reason given", "失注（理由なし）"}, "lost");
    add({"Back to marketing", "マーケティングへ差し戻し"}, "recycled");
    add({"Accepted, in work", "受け入れ済み・対応中"}, "accepted");
    if (facts.owner) add({"No owner", "担当者なし"}, "[owner] is empty");
    if (facts.responded) add({"No answer yet", "未応答"}, "[responded] is empty");
    result.push_back({{"Answered, not decided", "応答済み・未判断"}, left});
    return result;
}

}  // namespace

std::string offered(const Weekly& weekly, std::string_view where, bool before) {
    return hand_off(weekly, "offered", before, where);
}

void add_hand_offs(Weekly& weekly) {
    Draft& draft = weekly.draft;
    const Text title{"Hand-off", "引き渡し"};
    if (!weekly.has_hand_offs()) {
        draft.heading("handoffheading", title,
                      {"The lead list needs a column of the role handed off, with the date.",
                       "役割 handed off（引き渡し日）の列がリード一覧に必要です。"});
        draft.add("handoff", Refresh::table, {header(weekly)});
        draft.add("whynot", Refresh::cells, {row_of({empty_cell(Style::label, width)})});
        return;
    }
    draft.heading("handoffheading", title,
                  {"Leads handed off to sales in the period, and what became of them so far",
                   "期間内に営業へ引き渡したリードと、これまでの結果"},
                  {fmt::format("N({})+N({})=0", at("handoff", 1, 1), at("handoff", 1, 2)),
                   {"No lead was handed off in this period or the one before.",
                    "この期間と前期間に引き渡したリードはありません。"}});
    draft.add("handoff", Refresh::table,
              {header(weekly), figures(weekly, false, 1), figures(weekly, true, 2)});
    const Text section{"Hand-off", "引き渡し"};
    const Text names[] = {{"Offered", "引き渡し"},    {"Accepted", "受け入れ"}, {"Rejected", "却下"},
                          {"Pending", "未判断"},      {"On time", "期限内率"},  {"Acceptance", "受け入れ率"},
                          {"Opportunities", "商談化"}};
    for (int column = 0; column < 7; ++column)
        draft.frozen.push_back({draft.say(section),
                                draft.say(names[column]),
                                column == 4 || column == 5 ? "%" : "",
                                "handoff",
                                {column + 1, 1}});
    const std::string not_converted = at("outcomes", 1, 0);
    sheet::Block& line = draft.add(
        "whynot", Refresh::cells,
        {row_of({formula_cell(
            fmt::format("IF(N({6})=0;{7};IF({0}=0;{1};{2}&{3}&{4}&TEXTJOIN(\" · \";1;{5})))", not_converted,
                        literal(draft.say({"None of the period's hand-offs is left over.",
                                           "期間内の引き渡しで、商談になっていないものはありません。"})),
                        literal(draft.say({"What became of the ", "商談になっていない "})),
                        count_text(not_converted),
                        literal(draft.say({" that are no opportunity: ", " 件の内訳："})),
                        down("reasontexts", 0, 0, most_shown - 1), at("handoff", 1, 1),
                        literal(draft.say({"No lead was handed off in this period.",
                                           "この期間に引き渡したリードはありません。"}))),
            Format::text, Style::label, width)})});
    line.row_heights_mm = {9};
}

void add_reasons(Weekly& weekly) {
    Draft& draft = weekly.draft;
    const Text title{"Why not: hand-offs that are no opportunity", "商談になっていない引き渡しの内訳"};
    if (weekly.has_hand_offs())
        draft.heading("reasonsheading", title,
                      {"Each lead stands in one line, so that nothing is left over",
                       "1件のリードを1行にだけ数え、漏れのない内訳"},
                      {fmt::format("N({})=0", at("outcomes", 1, 0)),
                       {"None in this period.", "この期間にはありません。"}});
    else
        draft.heading("reasonsheading", title,
                      {"No hand-offs to be seen yet.", "引き渡しの記録がまだありません。"});
    const int all = static_cast<int>(parts(weekly).size());
    const int shown = most_shown;
    const std::string keys = down("outcomes", 2, 1, all);
    const std::string names = down("outcomes", 0, 1, all);
    const std::string total = at("outcomes", 1, 0);
    std::vector<Row> rows{{
        text_cell(draft.say({"Outcome or reason", "結果・理由"}), Style::heading),
        noted(text_cell(draft.say({"Leads", "件数"}), Style::heading),
              draft.say({"Handed off in the period and not an opportunity; each lead stands in one line: by "
                         "its reason, else by its outcome, else by what is missing",
                         "期間内に引き渡され商談になっていないリード。理由、なければ結果、なければ不足してい"
                         "るものにより1件ずつ1行に数えます"})),
        noted(text_cell(draft.say({"Share", "割合"}), Style::heading),
              draft.say({"Of all that are no opportunity", "商談になっていない全件に対する割合"})),
        noted(text_cell(draft.say({"Together", "累計"}), Style::heading),
              draft.say({"This line and those above", "この行までの合計の割合"})),
    }};
    if (!weekly.has_hand_offs()) {
        draft.add("reasons", Refresh::cells, std::move(rows));
        return;
    }
    for (int rank = 1; rank <= shown; ++rank) {
        const std::string largest = fmt::format("LARGE({};{})", keys, rank);
        const std::string name = at(0, rank);
        rows.push_back(
            {formula_cell(fmt::format("IFERROR(IF({0}<0.5;\"\";INDEX({1};MATCH({0};{2};0)));\"\")", largest,
                                      names, keys),
                          Format::text, Style::label),
             formula_cell(fmt::format("IF({}=\"\";\"\";ROUND({}))", name, largest), Format::integer),
             formula_cell(fmt::format("IF({}=\"\";\"\";{}/{})", name, at(1, rank), total), Format::percent),
             formula_cell(fmt::format("IF({}=\"\";\"\";SUM({}:{})/{})", name, at(1, 1), at(1, rank), total),
                          Format::percent)});
    }
    const int first_total = shown + 1;
    rows.push_back(
        {text_cell(draft.say({"Others", "その他"}), Style::label),
         formula_cell(fmt::format("{}-SUM({}:{})", total, at(1, 1), at(1, shown)), Format::integer)});
    rows.push_back({text_cell(draft.say({"All together", "合計"}), Style::label),
                    formula_cell(fmt::format("SUM({}:{})", at(1, 1), at(1, first_total)), Format::integer)});
    sheet::Chart chart;
    chart.id = "reasonschart";
    chart.kind = sheet::Chart::Kind::pareto;
    chart.title = draft.say({"Why not: largest first", "内訳（多い順）"});
    chart.alternative_text = draft.say(
        {"Columns: hand-offs that are no opportunity by reason, largest first; line: their share together",
         "棒：商談になっていない引き渡しの理由別件数（多い順）、線：累計の割合"});
    chart.categories = {"reasons", {0, 1}, {0, shown}};
    chart.series.push_back({draft.say({"Leads", "件数"}), {"reasons", {1, 1}, {1, shown}}, 0xD55E00});
    chart.series.push_back(
        {draft.say({"Together", "累計"}), {"reasons", {3, 1}, {3, shown}}, 0x595959, true});
    chart.value_axis = draft.say({"Leads", "件数"});
    chart.at = {4, draft.row()};
    chart.width_mm = 97;
    chart.height_mm = 5.0 * static_cast<double>(rows.size());
    draft.sheet.charts.push_back(chart);
    draft.add("reasons", Refresh::cells, std::move(rows));
}

void add_outcome_workings(Weekly& weekly) {
    Draft& draft = weekly.draft;
    if (!weekly.has_hand_offs()) {
        for (const char* id : {"outcomes", "reasontexts"}) {
            draft.add(id, Refresh::cells, {{text_cell("", Style::note)}});
        }
        return;
    }
    const std::vector<Part> all = parts(weekly);
    std::vector<Row> rows{
        {text_cell(draft.say({"Hand-offs that are no opportunity", "商談になっていない引き渡し"}),
                   Style::label),
         formula_cell(fmt::format("{}-{}", at("handoff", 1, 1), at("handoff", 7, 1)), Format::integer)}};
    int row = 1;
    for (const Part& part : all) {
        rows.push_back(
            {text_cell(draft.say(part.label), Style::note),
             formula_cell(fmt::format("IFERROR({};0)", offered(weekly, part.where)), Format::integer),
             // Equal counts keep their order.
             formula_cell(fmt::format("{}-{}", at(1, row), 0.0001 * row), Format::number)});
        ++row;
    }
    draft.add("outcomes", Refresh::cells, std::move(rows));
    std::vector<Row> texts;
    for (int rank = 1; rank <= most_shown; ++rank)
        texts.push_back({formula_cell(
            fmt::format("IF({0}=\"\";\"\";{0}&\" \"&{1})", at("reasons", 0, rank), at("reasons", 1, rank)),
            Format::text, Style::note)});
    draft.add("reasontexts", Refresh::cells, std::move(texts));
}

}  // namespace kakehashi::report
