// LEAD.*: the definitions of the playbook, lead by lead.
#include <fmt/format.h>

#include "core/functions/call.hpp"
#include "core/functions/catalogue.hpp"
#include "core/functions/parameters.hpp"
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
    const auto scores = asked->leads->derived<Qualification>().scores(asked->definition, asked->as_of);
    if (!scores) return scores.error();
    return (*scores)[asked->row];
}

/// `+40`, `-10`, `0`
std::string signed_points(double points) {
    return (points > 0 ? "+" : "") + format_number(points);
}

std::string rule_line(const RuleLine& line, Language language) {
    std::string text = fmt::format("{} {}", line.holds ? "✓" : "✗", line.rule->rule);
    if (!line.value.empty()) text += fmt::format(" ({})", line.value);
    if (line.rule->must) text += language == Language::japanese ? " 必須" : " must";
    return fmt::format("{} {}", text, signed_points(line.points));
}

std::string clamp_line(const ClampLine& line, Language language) {
    const bool capped = line.points < 0;
    const std::string bound = format_number(capped ? *line.group->cap : *line.group->floor);
    if (language == Language::japanese)
        return fmt::format("{}: {} {} {}", line.group->group, capped ? "上限" : "下限", bound,
                           signed_points(line.points));
    return fmt::format("{}: {} {} {}", line.group->group, capped ? "at most" : "at least", bound,
                       signed_points(line.points));
}

Value lead_why(const Call& call) {
    const auto asked = question(call);
    if (!asked) return asked.error();
    const auto explanation =
        asked->leads->derived<Qualification>().explain(asked->definition, asked->row, asked->as_of);
    if (!explanation) return explanation.error();
    const Language language = call.caller().language;
    std::vector<std::string> lines;
    for (const RuleLine& line : explanation->rules) lines.push_back(rule_line(line, language));
    for (const ClampLine& line : explanation->clamps) lines.push_back(clamp_line(line, language));
    if (lines.empty())
        return CellError{ErrorCode::not_available,
                         {fmt::format("\"{}\" has no rules.", asked->definition),
                          fmt::format("「{}」にはルールがありません。", asked->definition)}};
    return text_column(std::move(lines));
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
    };
}

}  // namespace kakehashi
