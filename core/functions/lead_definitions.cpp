// LEAD.*: the definitions of the playbook, lead by lead.
#include <fmt/format.h>

#include "core/functions/call.hpp"
#include "core/functions/catalogue.hpp"
#include "core/functions/parameters.hpp"
#include "core/leads/explanation.hpp"
#include "core/leads/figures.hpp"
#include "core/leads/grade.hpp"
#include "core/leads/near_misses.hpp"
#include "core/leads/qualification.hpp"

namespace kakehashi {
namespace {

/// The arguments leads, definition, id, [as of].
struct Question {
    std::shared_ptr<const Leads> leads;
    std::string definition;
    std::size_t row;
    Instant as_of;
};

Result<Question> question(const Call& call) {
    const auto leads = call.leads(0);
    if (!leads) return error_of(leads);
    const auto definition = call.required_text(1);
    if (!definition) return error_of(definition);
    const auto id = call.required_text(2);
    if (!id) return error_of(id);
    const auto as_of = call.date(3);
    if (!as_of) return error_of(as_of);
    const auto row = (*leads)->row_of(*id);
    if (!row) return error_of(row);
    return Question{*leads, *definition, *row, *as_of == no_instant ? (*leads)->as_of() : *as_of};
}

Value lead_qualifies(const Call& call) {
    const auto asked = question(call);
    if (!asked) return asked.error();
    const auto rows = asked->leads->predicate({PredicateKind::definition, asked->definition}, asked->as_of);
    if (!rows) return rows.error();
    return rows->test(asked->row) ? 1.0 : 0.0;
}

Value lead_score(const Call& call) {
    const auto asked = question(call);
    if (!asked) return asked.error();
    const auto score =
        asked->leads->derived<Qualification>().score(asked->definition, asked->row, asked->as_of);
    if (!score) return score.error();
    return *score;
}

Value lead_why(const Call& call) {
    const auto asked = question(call);
    if (!asked) return asked.error();
    const auto explanation = explain(*asked->leads, asked->definition, asked->row, asked->as_of);
    if (!explanation) return explanation.error();
    std::vector<std::string> lines = lines_of(*explanation, call.caller().language);
    if (lines.empty())
        return CellError{ErrorCode::not_available,
                         {fmt::format("\"{}\" has no rules.", asked->definition),
                          fmt::format("「{}」にはルールがありません。", asked->definition)}};
    return text_column(std::move(lines));
}

Value lead_grade(const Call& call) {
    const auto asked = question(call);
    if (!asked) return asked.error();
    auto grade = asked->leads->derived<Grades>().grade(asked->definition, asked->row, asked->as_of);
    if (!grade) return grade.error();
    return std::move(*grade);
}

/// How many criteria may be unmet: 1 if unsaid.
Result<double> unmet_of(const Call& call, std::size_t i) {
    const auto unmet = call.number(i);
    if (!unmet) return error_of(unmet);
    if (*unmet && !(**unmet >= 1.0))
        return illegal_argument({"The number of unmet criteria must be at least 1.",
                                 "未達の条件数は 1 以上でなければなりません。"});
    return unmet->value_or(1.0);
}

Value lead_nearmiss(const Call& call) {
    const auto leads = call.leads(0);
    if (!leads) return leads.error();
    const auto definition = call.required_text(1);
    if (!definition) return definition.error();
    const auto unmet = unmet_of(call, 2);
    if (!unmet) return unmet.error();
    const auto given = call.date(3);
    if (!given) return given.error();
    const Instant as_of = *given == no_instant ? (*leads)->as_of() : *given;
    const auto expression = call.text(4);
    if (!expression) return expression.error();
    const auto candidates = (*leads)->where(*expression, as_of);
    if (!candidates) return candidates.error();
    const auto ids = ShownColumn::find(**leads, "id");
    if (!ids) return ids.error();
    const auto rows = near_misses(**leads, *definition, *unmet, as_of, *candidates);
    if (!rows) return rows.error();
    if (rows->empty())
        return CellError{ErrorCode::not_available,
                         {fmt::format("No lead only just fails \"{}\".", *definition),
                          fmt::format("「{}」にあと少しで届くリードはありません。", *definition)}};
    std::vector<std::string> texts;
    for (const std::size_t row : *rows) texts.push_back(ids->text(row));
    return text_column(std::move(texts));
}

}  // namespace

std::vector<Function> lead_definition_functions() {
    using namespace parameters;
    return {
        {"LEAD.QUALIFIES",
         "0.1.0",
         Returns::number,
         {"Whether a lead meets a definition of the playbook: 1 or 0.",
          "リードがプレイブックの定義を満たすかどうかを 1 か 0 で返します。"},
         {"Every must rule holds, at least `at least` rules hold if given, and the score reaches the "
          "threshold if given. "
          "The version valid at the as-of date is used. Personas and segments can be asked, too.",
          "必須ルールがすべて成り立ち、at least があればその数以上のルールが成り立ち、threshold "
          "があれば得点がそれに達する"
          "ことが条件です。基準日に有効な版を使います。ペルソナとセグメントも指定できます。"},
         {leads(), definition(), id(), as_of()},
         {{"=LEAD.QUALIFIES(Leads;\"Hot lead\";\"L-04\")", "1"},
          {"=LEAD.QUALIFIES(Leads;\"Hot lead\";\"L-01\")", "0"},
          {"=LEAD.QUALIFIES(Leads;\"Hot lead\";\"L-01\";\"2026-03-10\")", "1"},
          {"=LEAD.QUALIFIES(Leads;\"Mid-size\";\"L-01\")", "1"},
          {"=LEAD.QUALIFIES(Leads;\"Cold lead\";\"L-01\")", "#N/A"}},
         lead_qualifies},
        {"LEAD.SCORE",
         "0.1.0",
         Returns::number,
         {"The points a lead has under a definition.", "定義によるリードの得点を返します。"},
         {"Per group the sum of the points of the rules that hold, within the group's floor and cap; then "
          "the sum of the "
          "groups. Nothing is rounded.",
          "グループごとに、成り立つルールの点を合計して下限・上限に収め、それを合計します。丸めは行いません"
          "。"},
         {leads(), definition(), id(), as_of()},
         {{"=LEAD.SCORE(Leads;\"Hot lead\";\"L-04\")", "80"},
          {"=LEAD.SCORE(Leads;\"Hot lead\";\"L-06\")", "70"},
          {"=LEAD.SCORE(Leads;\"Hot lead\";\"L-12\")", "0"}},
         lead_score},
        {"LEAD.WHY",
         "0.1.0",
         Returns::text_matrix,
         {"Why a lead has its score: one line per rule, with what the lead has and the points.",
          "得点の内訳を、ルールごとに1行で返します。"},
         {"✓ the rule holds, ✗ it does not. Where a group's floor or cap changes the sum, a line says so: "
          "the points of "
          "all lines always add up to the score.",
          "✓ は成立、✗ "
          "は不成立です。グループの下限・上限で変わる分も1行で示すので、各行の点の合計は常に得点と一致します"
          "。"},
         {leads(), definition(), id(), as_of()},
         {{"=LEAD.WHY(Leads;\"Hot lead\";\"L-04\")",
           "✓ Employees >= 100 (150) +40 | ✓ Source in (Web, Referral) (Web) +20 | "
           "✓ [Last visit] within 30 days (2026-06-20) +30 | ✓ Employees is not empty (150) must 0 | "
           "fit: at most 50 -10"},
          {"=LEAD.WHY(Leads;\"Hot lead\";\"L-99\")", "#N/A"}},
         lead_why},
        {"LEAD.GRADE",
         "0.2.0",
         Returns::text,
         {"A lead's grade under a definition, A1 to D4: the letter says how well it fits, the digit how "
          "engaged "
          "it is.",
          "定義によるリードの等級（A1～D4）。英字は適合度、数字は関心度を表します。"},
         {"Points of the group fit (letter) and of engagement (digit), after decay and clamping, divided by "
          "the "
          "group's cap, without a cap by the sum of its positive points: from 0.75 A or 1, from 0.5 B or 2, "
          "from "
          "0.25 C or 3, else D or 4. #N/A for a definition without these two groups.",
          "グループ fit（適合度）と "
          "engagement（関心度）の点（減衰・上限下限の適用後）を上限で、上限がなければ正の"
          "点の合計で割った値が、0.75 以上なら A・1、0.5 以上なら B・2、0.25 以上なら C・3、それ未満は D・4 "
          "です。"
          "どちらかのグループがない定義では #N/A です。"},
         {leads(), definition(), id(), as_of()},
         // L-02: fit 20 of 50, the visit is too long ago.
         {{"=LEAD.GRADE(Leads;\"Hot lead\";\"L-04\")", "A1"},
          {"=LEAD.GRADE(Leads;\"Hot lead\";\"L-02\")", "C4"},
          {"=LEAD.GRADE(Leads;\"Mid-size\";\"L-04\")", "#N/A"}},
         lead_grade},
        {"LEAD.NEARMISS",
         "0.2.0",
         Returns::text_matrix,
         {"Ids of the leads that only just fail a definition, best score first.",
          "定義にあと少しで届かないリードの ID を、得点の高い順に返します。"},
         {"Unmet criteria: each must rule that does not hold, each rule missing of `at least`, and 1 if the "
          "score "
          "is below the threshold, by however much: any distance is one criterion. Leads that qualify are "
          "left out; equal scores stand as in the table. #N/A "
          "if "
          "there is no such lead.",
          "未達の条件とは、成り立たない必須ルール、at least に足りないルールの数、得点が threshold "
          "に達しないこと"
          "（差の大きさによらず 1 "
          "と数える）です。定義を満たすリードは除きます。同点は表の順です。該当がなければ #N/A です。"},
         {leads(),
          definition(),
          {"unmet",
           ArgumentKind::number,
           true,
           {"unmet", "未達数"},
           {"At most so many criteria unmet; default 1", "未達の条件の最大数。省略時は 1"}},
          as_of(),
          where()},
         // Below 60: three with 50, one with 40, four with 20. L-12 also lacks the must rule.
         {{"=LEAD.NEARMISS(Leads;\"Hot lead\")", "L-01 | L-08 | L-09 | L-03 | L-02 | L-05 | L-07 | L-10"},
          {"=LEAD.NEARMISS(Leads;\"Hot lead\";2)",
           "L-01 | L-08 | L-09 | L-03 | L-02 | L-05 | L-07 | L-10 | L-12"},
          {"=LEAD.NEARMISS(Leads;\"Hot lead\";;;\"open\")", "L-10"},
          {"=LEAD.NEARMISS(Leads;\"Cold lead\")", "#N/A"}},
         lead_nearmiss},
    };
}

}  // namespace kakehashi
