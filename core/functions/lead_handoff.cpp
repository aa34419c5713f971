// LEAD.*: what became of the leads that marketing handed off.
#include "core/functions/call.hpp"
#include "core/functions/catalogue.hpp"
#include "core/functions/parameters.hpp"
#include "core/handoff/hand_off.hpp"

namespace kakehashi {
namespace {

Value lead_handoff(const Call& call) {
    const auto leads = call.leads(0);
    if (!leads) return leads.error();
    const auto name = call.required_text(1);
    if (!name) return name.error();
    const auto measure = parse_hand_off_measure(*name);
    if (!measure) return measure.error();
    const auto period = call.period(2);
    if (!period) return period.error();
    const auto where = call.text(4);
    if (!where) return where.error();
    const auto figure = (*leads)->derived<HandOffs>().figure(*measure, *period, *where);
    if (!figure) return figure.error();
    return *figure;
}

Parameter measure_parameter() {
    return {"measure",
            ArgumentKind::text,
            false,
            {"measure", "指標"},
            {"offered, accepted, rejected, pending, acceptance, rejection, on time, response median, "
             "response p90 (working hours), unready or unready won rate",
             "offered（引き渡し）、accepted（受け入れ）、rejected（却下）、pending（未判断）、acceptance（受"
             "け入れ率）"
             "、rejection（却下率）、on time（期限内率）、response median（応答時間の中央値）、response "
             "p90（応答時間の90%点、営業時間）、unready（条件未達）、unready won rate（条件未達の受注率）"}};
}

}  // namespace

std::vector<Function> lead_handoff_functions() {
    using namespace parameters;
    return {
        {"LEAD.HANDOFF",
         "0.2.0",
         Returns::number,
         {"What became of the leads handed off to sales: how many were accepted or rejected, and how soon "
          "sales responded.",
          "営業へ引き渡したリードの結果（受け入れ・却下の件数と率）と、営業の応答の速さを返します。"},
         {"Offered: the role handed off has a date in the period, not after the as-of date. Each is "
          "rejected, "
          "else accepted (also if won, or in a stage of sales after its first one), else pending, also if it "
          "was lost or disqualified, unless a row of [outcomes] such as `accepted | reached [SQL]` says that "
          "it was accepted. Acceptance = "
          "accepted ÷ (accepted + rejected). Response times run from hand-off to the role responded in "
          "working "
          "hours; a response dated before the hand-off is left out. On time = responded within the within "
          "hours of the first stage owned by sales ÷ (responded + limit passed without a response); equal "
          "to the limit is on time, and a lead rejected without a response date is left out. Unready: did "
          "not "
          "meet the playbook's first definition when handed off.",
          "引き渡し（offered）は、役割 handed off "
          "の日付が期間内にあり、基準日より後でないリードです。却下されたものは却下、それ以外で受け入れ済み（"
          "受注、"
          "または営業の2番目以降のステージに入ったものを含む）なら受け入れ、残りは失注や対象外のものも含めて"
          "未判断です。ただし [outcomes] に「accepted | reached [SQL]」のような行"
          "があれば、当てはまるものは受け入れです。受け入れ率＝受"
          "け入れ÷（受け入れ＋却下）。"
          "応答時間は引き渡しから役割 responded "
          "までの営業時間で、引き渡しより前の応答は除きます。期限内率＝営業が担当する最初のステージの within "
          "hours "
          "以内の応答÷（応答＋応答のないまま期限を過ぎたもの）で、期限ちょうどは期限内、応答日なしで却下され"
          "たリードは除きます。"
          "条件未達は、引き渡し時点でプレイブックの最初の定義を満たさなかったリードです。"},
         {leads(), measure_parameter(), from(), to(), where()},
         {{"=LEAD.HANDOFF(Leads;\"offered\")", "8"},
          {"=LEAD.HANDOFF(Leads;\"acceptance\")", "0.857142857142857"},
          {"=LEAD.HANDOFF(Leads;\"response median\")", "5.5"},
          {"=LEAD.HANDOFF(Leads;\"on time\")", "0.571428571428571"},
          {"=LEAD.HANDOFF(Leads;\"on time\";\"2026-02-01\";\"2026-02-28\")", "0.5"},
          {"=LEAD.HANDOFF(Leads;\"unready\";;;\"Owner = Tanaka\")", "3"},
          {"=LEAD.HANDOFF(Leads;\"rejection\";;;\"Source = Radio\")", "#DIV/0!"},
          {"=LEAD.HANDOFF(LeadRows;\"on time\")", "#N/A"},
          {"=LEAD.HANDOFF(Leads;\"delay\")", "Err:502"}},
         lead_handoff},
    };
}

}  // namespace kakehashi
