// LEAD.*: one agreed figure under one name.
#include "core/functions/call.hpp"
#include "core/functions/catalogue.hpp"
#include "core/functions/parameters.hpp"
#include "core/metrics/metric.hpp"

namespace kakehashi {
namespace {

Value lead_metric(const Call& call) {
    const auto leads = call.leads(0);
    if (!leads) return leads.error();
    const auto metric = call.required_text(1);
    if (!metric) return metric.error();
    const auto period = call.period(2);
    if (!period) return period.error();
    const auto where = call.text(4);
    if (!where) return where.error();
    const auto value = metric_value(**leads, *metric, *period, *where);
    if (!value) return value.error();
    return *value;
}

Parameter metric_parameter() {
    return {"metric",
            ArgumentKind::text,
            false,
            {"metric", "指標"},
            {"Name of a metric in the playbook's [metrics]", "プレイブックの [metrics] にある指標名"}};
}

}  // namespace

std::vector<Function> lead_metric_functions() {
    using namespace parameters;
    return {
        {"LEAD.METRIC",
         "0.2.0",
         Returns::number,
         {"A figure that both departments agreed on, by its name in the playbook.",
          "両部門で取り決めた指標の値を、プレイブックの指標名で返します。"},
         {"Formulas in [metrics]: count, sum Amount, mean Amount, median Amount, entered [MQL], value [Won], "
          "rate [MQL] to [Won] within 90 days (or weeks), days [MQL] to [Won] (the median), win rate, "
          "acceptance, "
          "each with where and a condition if need be; two of them joined by /, *, + or - between blanks. "
          "Each "
          "figure is that of LEAD.COUNT, LEAD.STAT, FUNNEL.COUNT, VALUE, RATE, DAYS and WINRATE, and "
          "LEAD.HANDOFF; the period bounds what it bounds there, for the first four the created date. The "
          "formula's condition and that of the call both apply.",
          "[metrics] の式: 件数、合計 金額、平均 金額、中央値 金額、到達 [MQL]、金額 [受注]、転換率 [MQL] "
          "から "
          "[受注] 90日以内（週も可）、日数 [MQL] から "
          "[受注]（中央値）、受注率、受け入れ率。それぞれ後に「条件 "
          "…」を付けられ、空白で区切った ÷ × ＋ － "
          "で2つまで組み合わせられます。英語でも書けます（count、sum、rate … to … within … days、where "
          "など）。各数値は LEAD.COUNT、LEAD.STAT、FUNNEL.COUNT・VALUE・RATE・DAYS・WINRATE、LEAD.HANDOFF "
          "と同じで、期間もそれぞれと同じものを区切ります（件数・合計・平均・中央値は作成日）。式の条件と引数"
          "の条件の両方が適用されます。"},
         {leads(), metric_parameter(), from(), to(), where()},
         {{"=LEAD.METRIC(Leads;\"Win rate\")", "0.571428571428571"},
          {"=LEAD.METRIC(Leads;\"Acceptance\")", "0.857142857142857"},
          {"=LEAD.METRIC(Leads;\"Value per MQL\")", "544444.444444444"},
          {"=LEAD.METRIC(Leads;\"value per mql\";\"2026-03-01\";\"2026-03-31\")", "800000"},
          {"=LEAD.METRIC(Leads;\"Win rate\";;;\"Source = Radio\")", "#DIV/0!"},
          {"=LEAD.METRIC(Leads;\"Speed\")", "#N/A"}},
         lead_metric},
    };
}

}  // namespace kakehashi
