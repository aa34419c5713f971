// FUNNEL.*: cohorts followed over time, leads that stay too long, companies that come back.
#include "core/functions/catalogue.hpp"
#include "core/functions/funnel_arguments.hpp"
#include "core/functions/parameters.hpp"
#include "core/funnel/cohorts.hpp"
#include "core/funnel/figures.hpp"
#include "core/funnel/incidence.hpp"
#include "core/funnel/repeat.hpp"
#include "core/funnel/stuck.hpp"

namespace kakehashi {
namespace {

Value funnel_incidence(const Call& call) {
    const auto asked = passage_arguments(call, 4);
    if (!asked) return asked.error();
    const auto days = call.number(3, false);
    if (!days) return days.error();
    if (!*days || !(**days >= 0.0))
        return CellError{ErrorCode::illegal_argument,
                         {"The days must be 0 or more.", "日数は0以上で指定してください。"}};
    return value_of(incidence(*asked->here.leads, asked->from, asked->to, *window_of(**days), asked->period,
                              *asked->where));
}

Value funnel_implied(const Call& call) {
    const auto here = funnel_context(call);
    if (!here) return here.error();
    const auto stage = stage_argument(call, *here, 1);
    if (!stage) return stage.error();
    const auto period = call.period(2);
    if (!period) return period.error();
    const auto where = where_argument(call, *here, 4);
    if (!where) return where.error();
    return static_cast<double>((here->funnel->implied(*stage, *period) & **where).count());
}

Value funnel_repeat(const Call& call) {
    const auto asked = leads_of_period(call);
    if (!asked) return asked.error();
    return value_of(repeat_share(*asked->leads, asked->period, *asked->where));
}

Value funnel_stuck(const Call& call) {
    const auto here = funnel_context(call);
    if (!here) return here.error();
    const auto stage = stage_argument(call, *here, 1);
    if (!stage) return stage.error();
    const auto days = window_argument(call, 2);
    if (!days) return days.error();
    const auto where = where_argument(call, *here, 3);
    if (!where) return where.error();
    // Stays end at the next entry into any stage.
    if (const auto sound = here->stages->check_all(); !sound) return sound.error();
    const auto limit =
        *days ? StayLimit{StayLimit::Runs::always, **days} : agreed_limit(*here->leads, *stage);
    if (!limit)
        return CellError{ErrorCode::not_available,
                         {"No limit is agreed for this stage: give the days, or set within days or within "
                          "hours in [stages].",
                          "このステージには期限が決められていません。日数を指定するか、[stages] の within "
                          "days か within hours を設定してください。"}};
    const auto rows = stuck(*here->leads, *stage, *limit, **where);
    if (!rows) return rows.error();
    return static_cast<double>(rows->count());
}

Value funnel_pvalue(const Call& call) {
    const auto asked = passage_arguments(call, 5);
    if (!asked) return asked.error();
    const auto group_a = where_argument(call, asked->here, 3);
    if (!group_a) return group_a.error();
    const auto group_b = where_argument(call, asked->here, 4);
    if (!group_b) return group_b.error();
    return value_of(
        conversion_p_value(*asked->here.leads, asked->from, asked->to, asked->period, **group_a, **group_b));
}

std::variant<double, ErrorCode> share_of(const Cohorts& cohorts, std::size_t cohort, std::size_t k) {
    if (!cohorts.observable(cohort, k)) return ErrorCode::not_available;
    if (cohorts.sizes[cohort] == 0) return ErrorCode::division_by_zero;
    return static_cast<double>(cohorts.reached[cohort * cohorts.columns + k]) /
           static_cast<double>(cohorts.sizes[cohort]);
}

Value funnel_cohorts(const Call& call) {
    const auto asked = passage_arguments(call, 4);
    if (!asked) return asked.error();
    const auto name = call.required_text(3);
    if (!name) return name.error();
    const auto unit = parse_period_unit(*name);
    if (!unit) return unit.error();
    const auto found =
        cohorts(*asked->here.leads, asked->from, asked->to, *unit, asked->period, *asked->where);
    if (!found) return found.error();
    NumberMatrix matrix{found->sizes.size(), found->columns + 1, {}};
    matrix.cells.reserve(matrix.rows * matrix.columns);
    for (std::size_t cohort = 0; cohort < found->sizes.size(); ++cohort) {
        matrix.cells.emplace_back(static_cast<double>(found->sizes[cohort]));
        for (std::size_t k = 0; k < found->columns; ++k) matrix.cells.push_back(share_of(*found, cohort, k));
    }
    return matrix;
}

Parameter days_parameter() {
    return {"days",
            ArgumentKind::number,
            false,
            {"days", "日数"},
            {"So many days after the entry, the end included; 0 or more",
             "ステージに入ってからの日数（最後を含む）。0以上"}};
}
Parameter stuck_days() {
    return {
        "days",
        ArgumentKind::number,
        true,
        {"days", "日数"},
        {"Longer than so many days; default the limit agreed in [stages], within days or else within hours",
         "この日数を超えて滞留。省略時は [stages] で決めた期限（within days、なければ within hours）"}};
}
Parameter group(std::string_view id, Text name) {
    return {id,
            ArgumentKind::text,
            false,
            std::move(name),
            {"Which leads, for example \"Source = Web\"; empty text: all",
             "対象のリード。例: \"流入元 = Web\"。空の文字列はすべて"}};
}
Parameter unit_parameter() {
    return {"unit",
            ArgumentKind::text,
            false,
            {"unit", "単位"},
            {"day, week, month, quarter, half or year (fiscal year); quarters, halves and years follow the "
             "playbook's fiscal year",
             "day（日）、week（週）、month（月）、quarter（四半期）、half（半期）、year（年度）。四半期・半期"
             "・年度はプレイブックの会計年度に従う"}};
}

}  // namespace

std::vector<Function> funnel_cohort_functions() {
    using namespace parameters;
    return {
        {"FUNNEL.INCIDENCE",
         "0.2.0",
         Returns::number,
         {"Which share gets from one stage to another within so many days, corrected for the leads that have "
          "not had the time.",
          "ある日数以内に次のステージへ達する割合。まだ日数の経っていないリードの分を補正します。"},
         {"Cumulative incidence: 1 − Kaplan–Meier. Subjects are the leads of FUNNEL.RATE that entered with a "
          "date; whoever is not there, lost and rejected leads included, stays at risk until the as-of date. "
          "An implied passage bears the date of the next stage really entered. Behind the last observed day "
          "the share stays as it is.",
          "累積発生率（1 − カプラン・マイヤー推定）です。対象は FUNNEL.RATE と同じで、日付のあるリードです。"
          "まだ達していないリードは、失注・却下も含めて基準日まで観察中とみなします。推定される通過には、"
          "実際に入った次のステージの日付を使います。最後に観察した日より後は値が変わりません。"},
         {leads(), from_stage(), to_stage(), days_parameter(), from(), to(), where()},
         {{"=FUNNEL.INCIDENCE(Leads;\"Lead\";\"MQL\";10)", "0.583333333333333"},
          {"=FUNNEL.INCIDENCE(Leads;\"Lead\";\"Won\";60)", "0.181818181818182"},
          {"=FUNNEL.INCIDENCE(Leads;\"Lead\";\"MQL\";-1)", "Err:502"},
          {"=FUNNEL.INCIDENCE(Leads;\"Lead\";\"Won\";60;;;\"Source = Radio\")", "#DIV/0!"}},
         funnel_incidence},
        {"FUNNEL.REPEAT",
         "0.2.0",
         Returns::number,
         {"Which share of the companies won in a period had been won before.",
          "期間中に受注した会社のうち、以前にも受注したことのある会社の割合を返します。"},
         {"A company (role company, compared as text) has been won before if one of its wins in the period "
          "follows an earlier one, in or before the period, by closing date. Without a period: companies won "
          "at least twice. Two wins on one day without times do not follow one another.",
          "会社は役割 company の列で、文字列として比べます。期間中の受注のうちどれかより前に（期間内でも）"
          "受注日があれば「以前にも受注」です。期間を指定しなければ、2回以上受注した会社の割合です。"
          "時刻のない同じ日の受注どうしに前後はありません。"},
         {leads(), from(), to(), where()},
         {{"=FUNNEL.REPEAT(Orders)", "0.5"},
          {"=FUNNEL.REPEAT(Orders;\"2026-01-01\";\"2026-01-31\")", "0"},
          {"=FUNNEL.REPEAT(Leads)", "0"},
          {"=FUNNEL.REPEAT(Orders;\"2025-01-01\";\"2025-12-31\")", "#DIV/0!"}},
         funnel_repeat},
        {"FUNNEL.STUCK",
         "0.2.0",
         Returns::number,
         {"How many leads are at a stage now for longer than agreed, or than so many days.",
          "現在そのステージに、決められた期限（または指定した日数）を超えて滞留しているリードの件数を返します"
          "。"},
         {"Snapshot, as FUNNEL.NOW. The time in the stage is the sum of all stays, the running one included; "
          "equal to the limit is not longer. Limits in hours run in the playbook's working hours. Leads "
          "without a date of entry, and those that have ended, are not stuck.",
          "FUNNEL.NOW "
          "と同じ現時点の値です。滞留時間は、続いている分も含めたそのステージでの滞在の合計で、期限ちょうどは"
          "超過に含みません。時間の期限は営業時間で数えます。入った日の分からないリードと、終了したリードは"
          "含みません。"},
         {leads(), stage(), stuck_days(), where()},
         {{"=FUNNEL.STUCK(Leads;\"MQL\")", "2"},
          {"=FUNNEL.STUCK(Leads;\"MQL\";100)", "1"},
          {"=FUNNEL.STUCK(Leads;\"Lead\")", "#N/A"}},
         funnel_stuck},
        {"FUNNEL.IMPLIED",
         "0.2.0",
         Returns::number,
         {"How many of the entries that FUNNEL.COUNT counts were never made, but are implied by a later "
          "stage.",
          "FUNNEL.COUNT の件数のうち、そのステージには入らず、後のステージから推定した件数を返します。"},
         {"An implied passage bears the date of the next stage really entered. 0 where the playbook says "
          "skipped stages = strict.",
          "推定される通過には、実際に入った次のステージの日付を使います。プレイブックの skipped stages が "
          "strict なら 0 です。"},
         {leads(), stage(), from(), to(), where()},
         // L-09 came to SQL on 2026-04-01 without having been MQL.
         {{"=FUNNEL.IMPLIED(Leads;\"MQL\")", "1"},
          {"=FUNNEL.IMPLIED(Leads;\"MQL\";\"2026-03-01\";\"2026-03-31\")", "0"},
          {"=FUNNEL.IMPLIED(Leads;\"Demo\")", "#N/A"}},
         funnel_implied},
        {"FUNNEL.PVALUE",
         "0.2.0",
         Returns::number,
         {"Whether two groups of leads differ in a conversion rate by more than chance: Fisher's exact test.",
          "2つのグループの転換率の差が偶然で説明できるかを、フィッシャーの正確検定で返します。"},
         {"Two-sided: the sum of the probabilities of all tables no likelier than the observed one, as in R. "
          "The rates are those of FUNNEL.RATE; a lead of both groups counts in both.",
          "両側検定: 観測された表と同じかそれより起こりにくい表の確率の合計です（R と同じ）。割合は "
          "FUNNEL.RATE のもので、両方のグループに入るリードは両方で数えます。"},
         {leads(), from_stage(), to_stage(), group("whereA", {"where a", "条件A"}),
          group("whereB", {"where b", "条件B"}), from(), to()},
         {{"=FUNNEL.PVALUE(Leads;\"Lead\";\"SQL\";\"Employees >= 100\";\"Employees < 100\")",
           "0.242424242424242"},
          {"=FUNNEL.PVALUE(Leads;\"Lead\";\"Won\";\"Source = Web\";\"Source = Radio\")", "#DIV/0!"}},
         funnel_pvalue},
        {"FUNNEL.COHORTS",
         "0.2.0",
         Returns::number_matrix,
         {"One row per cohort: its size, then the share that had reached a stage by the end of its own and "
          "each following period.",
          "コホートごとに1行。件数と、その期間の末日およびその後の各期間の末日までに到達した割合を返します"
          "。"},
         {"Cohort: the calendar period of the starting entry (FUNNEL.RATE's); rows from the first to the "
          "last "
          "cohort, empty ones with size 0 and #DIV/0!. Column k + 2: by the end of the k-th period after the "
          "cohort's own; #N/A if that end is after the as-of date. As many columns as the first cohort has "
          "seen periods end.",
          "コホートは、起点ステージに入った日（FUNNEL.RATE と同じ）の属する期間です。行は最初から最後の"
          "コホートまでで、空のコホートは件数 0、割合は #DIV/0! です。k + 2 列目は k 期後の末日までの割合で、"
          "その末日が基準日より後なら #N/A です。列数は最初のコホートについて終わった期間の数です。"},
         {leads(), from_stage(), to_stage(), unit_parameter(), from(), to(), where()},
         {{"=FUNNEL.COHORTS(Leads;\"Lead\";\"Won\";\"quarter\")",
           "9; 0.222222222222222; 0.444444444444444 | "
           "3; 0; #N/A"},
          {"=FUNNEL.COHORTS(Leads;\"Lead\";\"Won\";\"month\";;\"2026-03-31\";\"Source = Referral\")",
           "1; 0; 1; 1; 1; 1 | 1; 0; 0; 0; 0; #N/A"},
          {"=FUNNEL.COHORTS(Leads;\"Lead\";\"Won\";\"fortnight\")", "Err:502"}},
         funnel_cohorts},
    };
}

}  // namespace kakehashi
