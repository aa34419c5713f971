// FUNNEL.*: how leads move through the stages.
#include "core/functions/catalogue.hpp"
#include "core/functions/funnel_arguments.hpp"
#include "core/functions/parameters.hpp"
#include "core/funnel/figures.hpp"
#include "core/support/statistics.hpp"

namespace kakehashi {
namespace {

double ratio(std::size_t part, std::size_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
}

Value funnel_stages(const Call& call) {
    const auto leads = call.leads(0);
    if (!leads) return leads.error();
    std::vector<std::string> names;
    for (const PlaybookStage& stage : (*leads)->playbook().stages) names.push_back(stage.stage);
    if (!names.empty()) return text_column(std::move(names));
    const auto stages = (*leads)->stages();
    return stages ? (*stages)->check_all().error() : stages.error();
}

using Cell = std::variant<double, ErrorCode>;

/// % of first, % of previous, Wilson low and high, median and P90 days: the columns behind `reached`.
void add_rates(const FunnelRow& first, const FunnelRow& previous, FunnelRow& row, std::vector<Cell>& cells) {
    const auto share = [&](std::size_t whole) -> Cell {
        return whole == 0 ? Cell(ErrorCode::division_by_zero) : Cell(ratio(row.reached, whole));
    };
    cells.push_back(share(first.reached));
    cells.push_back(share(previous.reached));
    if (previous.reached == 0) {
        cells.insert(cells.end(), 2, ErrorCode::division_by_zero);
    } else {
        const Interval wilson =
            wilson_interval(static_cast<double>(row.reached), static_cast<double>(previous.reached));
        cells.insert(cells.end(), {wilson.low, wilson.high});
    }
    for (const double at : {0.5, 0.9})
        cells.push_back(row.days.empty() ? Cell(ErrorCode::not_available) : Cell(quantile(row.days, at)));
}

Value funnel_table(const Call& call) {
    const auto here = funnel_context(call);
    if (!here) return here.error();
    const auto period = call.period(1);
    if (!period) return period.error();
    const auto where = where_argument(call, *here, 3);
    if (!where) return where.error();
    const auto window = window_argument(call, 4);
    if (!window) return window.error();
    if (const auto sound = here->stages->check_all(); !sound) return sound.error();
    auto rows = here->funnel->table(**where, *period, *window);
    if (!rows) return rows.error();

    NumberMatrix matrix{rows->size(), 8, {}};
    for (std::size_t stage = 0; stage < rows->size(); ++stage) {
        FunnelRow& row = (*rows)[stage];
        matrix.cells.emplace_back(static_cast<double>(row.reached));
        if (stage == 0) {
            matrix.cells.push_back(row.reached == 0 ? Cell(ErrorCode::division_by_zero) : Cell(1.0));
            matrix.cells.insert(matrix.cells.end(), 5, ErrorCode::not_available);
        } else {
            add_rates(rows->front(), (*rows)[stage - 1], row, matrix.cells);
        }
        matrix.cells.emplace_back(static_cast<double>(row.too_young));
    }
    return matrix;
}

/// The leads of the arguments stage, [from], [to], [where].
Result<std::pair<FunnelContext, Bitmap>> asked_entries(const Call& call) {
    const auto here = funnel_context(call);
    if (!here) return error_of(here);
    const auto stage = stage_argument(call, *here, 1);
    if (!stage) return error_of(stage);
    const auto period = call.period(2);
    if (!period) return error_of(period);
    const auto where = where_argument(call, *here, 4);
    if (!where) return error_of(where);
    return std::pair{*here, entries(*here->leads, *stage, *period, **where)};
}

Value funnel_count(const Call& call) {
    const auto entered = asked_entries(call);
    if (!entered) return entered.error();
    return static_cast<double>(entered->second.count());
}

Value funnel_value(const Call& call) {
    const auto entered = asked_entries(call);
    if (!entered) return entered.error();
    return value_of(amount_of(*entered->first.leads, entered->second));
}

Value funnel_rate(const Call& call) {
    const auto asked = passage_arguments(call, 3);
    if (!asked) return asked.error();
    const auto window = window_argument(call, 6);
    if (!window) return window.error();
    return value_of(
        conversion_rate(*asked->here.leads, asked->from, asked->to, asked->period, *window, *asked->where));
}

Value funnel_days(const Call& call) {
    const auto asked = passage_arguments(call, 4);
    if (!asked) return asked.error();
    const auto at = call.number(3, false);
    if (!at) return at.error();
    if (*at && !(**at >= 0.0 && **at <= 1.0))
        return CellError{ErrorCode::illegal_argument,
                         {"The quantile must be between 0 and 1.", "分位は0～1の範囲で指定してください。"}};
    return value_of(days_quantile(*asked->here.leads, asked->from, asked->to, at->value_or(0.5),
                                  asked->period, *asked->where));
}

Value funnel_now(const Call& call) {
    const auto here = funnel_context(call);
    if (!here) return here.error();
    const auto stage = stage_argument(call, *here, 1);
    if (!stage) return stage.error();
    const auto where = where_argument(call, *here, 2);
    if (!where) return where.error();
    const auto at = here->funnel->at(*stage);
    if (!at) return at.error();
    return static_cast<double>((**at & **where).count());
}

Value funnel_winrate(const Call& call) {
    const auto asked = leads_of_period(call);
    if (!asked) return asked.error();
    return value_of(win_rate(*asked->leads, asked->period, *asked->where));
}

Parameter quantile_parameter() {
    return {"quantile",
            ArgumentKind::number,
            true,
            {"quantile", "分位"},
            {"0 … 1; default 0.5, the median", "0～1。省略時は 0.5（中央値）"}};
}

const Text cohort_definition = {
    "Cohort: the period bounds the entry into the starting stage, the earliest one inside it; later steps "
    "may fall after "
    "the period. Reaching a later stage implies the earlier ones unless the playbook says strict.",
    "コホート: "
    "期間は起点ステージに入った日（期間内の最初の日）だけを区切り、その後の進行は期間後でも数えます。後のステ"
    "ージに"
    "達したリードは、プレイブックが strict でない限り、前のステージも通過したとみなします。"};

}  // namespace

std::vector<Function> funnel_functions() {
    using namespace parameters;
    return {
        {"FUNNEL.STAGES",
         "0.1.0",
         Returns::text_matrix,
         {"The names of the stages, in order.", "ステージ名を順に返します。"},
         {"As the playbook's block [stages] lists them.", "プレイブックの [stages] の順です。"},
         {leads()},
         {{"=FUNNEL.STAGES(Leads)", "Lead | MQL | SQL | Won"}, {"=FUNNEL.STAGES(LeadRows)", "#N/A"}},
         funnel_stages},
        {"FUNNEL.TABLE",
         "0.1.0",
         Returns::number_matrix,
         {"The whole funnel: one row per stage with reached, % of first, % of previous, Wilson low and high, "
          "median and "
          "P90 days from the previous stage, too young to judge.",
          "ファネル全体を返します。ステージごとに、到達数、最初からの率、直前からの率、その95%"
          "区間（Wilson）の下限と上限、直前からの日数の"
          "中央値と90%点、まだ判断できない件数を返します。"},
         cohort_definition,
         {leads(), from(), to(), where(), within_days()},
         {{"=FUNNEL.TABLE(Leads;;;\"Source = Referral\")",
           "2; 1; #N/A; #N/A; #N/A; #N/A; #N/A; 0 | 2; 1; 1; 0.342380227506653; 1; 3.5; 4.7; 0 | "
           "2; 1; 1; 0.342380227506653; 1; 15; 16.6; 0 | "
           "1; 0.5; 0.5; 0.0945312057342307; 0.905468794265769; 23; 23; 0"},
          {"=FUNNEL.TABLE(LeadRows)", "#N/A"}},
         funnel_table},
        {"FUNNEL.COUNT",
         "0.1.0",
         Returns::number,
         {"How many leads entered a stage in a period.", "期間中にステージに入ったリードの件数を返します。"},
         {"Each lead counts once; passages implied by a later stage are included, on the date of the next "
          "stage really "
          "entered.",
          "リードは1回だけ数えます。後のステージから推定される通過も、実際に入った次のステージの日付で数えま"
          "す。"},
         {leads(), stage(), from(), to(), where()},
         {{"=FUNNEL.COUNT(Leads;\"MQL\")", "9"},
          {"=FUNNEL.COUNT(Leads;\"MQL\";\"2026-04-01\";\"2026-06-30\")", "2"},
          {"=FUNNEL.COUNT(Leads;\"Demo\")", "#N/A"}},
         funnel_count},
        {"FUNNEL.VALUE",
         "0.1.0",
         Returns::number,
         {"The amount of the leads that entered a stage in a period.",
          "期間中にステージに入ったリードの金額の合計を返します。"},
         {"The same leads as FUNNEL.COUNT; the amount is the column of the role amount, blank amounts count "
          "0.",
          "FUNNEL.COUNT と同じリードについて、役割 amount の列を合計します。空の金額は 0 です。"},
         {leads(), stage(), from(), to(), where()},
         {{"=FUNNEL.VALUE(Leads;\"Won\")", "4900000"},
          {"=FUNNEL.VALUE(Leads;\"Won\";\"2026-03-01\";\"2026-03-31\")", "1600000"}},
         funnel_value},
        {"FUNNEL.RATE",
         "0.1.0",
         Returns::number,
         {"Which share of the leads that entered one stage in a period reached another.",
          "期間中にあるステージに入ったリードのうち、別のステージに達した割合を返します。"},
         cohort_definition,
         {leads(), from_stage(), to_stage(), from(), to(), where(), within_days()},
         {{"=FUNNEL.RATE(Leads;\"Lead\";\"MQL\")", "0.75"},
          {"=FUNNEL.RATE(Leads;\"Lead\";\"MQL\";\"2026-01-01\";\"2026-01-31\";\"Source = Web\")", "1"},
          {"=FUNNEL.RATE(Leads;\"MQL\";\"SQL\";;;;10)", "0.222222222222222"},
          {"=FUNNEL.RATE(Leads;\"Won\";\"SQL\")", "0"},
          {"=FUNNEL.RATE(Leads;\"Lead\";\"Won\";;;\"Source = Radio\")", "#DIV/0!"}},
         funnel_rate},
        {"FUNNEL.DAYS",
         "0.1.0",
         Returns::number,
         {"How many days it takes from one stage to another: the median, or another quantile.",
          "あるステージから別のステージまでの日数（中央値、または指定した分位）を返します。"},
         {"Of the leads that really entered both stages in this order; from the first entry in the period. "
          "Linear "
          "interpolation, as PERCENTILE.",
          "両方のステージに実際にこの順で入ったリードが対象で、期間内の最初の日から数えます。PERCENTILE "
          "と同じ線形補間です。"},
         {leads(), from_stage(), to_stage(), quantile_parameter(), from(), to(), where()},
         {{"=FUNNEL.DAYS(Leads;\"Lead\";\"Won\")", "60.5"},
          {"=FUNNEL.DAYS(Leads;\"Lead\";\"Won\";1)", "88"},
          {"=FUNNEL.DAYS(Leads;\"MQL\";\"SQL\";0)", "10"},
          {"=FUNNEL.DAYS(Leads;\"MQL\";\"SQL\";2)", "Err:502"},
          {"=FUNNEL.DAYS(Leads;\"Lead\";\"Won\";;;;\"Source = Radio\")", "#N/A"}},
         funnel_days},
        {"FUNNEL.NOW",
         "0.1.0",
         Returns::number,
         {"How many leads are at a stage now.", "現在そのステージにいるリードの件数を返します。"},
         {"Snapshot: the latest stage entered and not left. Won leads stand "
          "at the last one; lost, rejected and disqualified leads at no open "
          "stage. Never compare it with the cohort figures.",
          "現時点の値: "
          "最後に入り、まだ出ていないステージです。受注したリードは最後のステージにいます。失注・却下・対象外"
          "のリードは進行中のステージにはいま"
          "せん。"
          "コホートの値とは比べないでください。"},
         {leads(), stage(), where()},
         {{"=FUNNEL.NOW(Leads;\"Lead\")", "2"},
          {"=FUNNEL.NOW(Leads;\"MQL\")", "2"},
          {"=FUNNEL.NOW(Leads;\"SQL\")", "1"}},
         funnel_now},
        {"FUNNEL.WINRATE",
         "0.1.0",
         Returns::number,
         {"Won leads out of won and lost ones.", "受注件数 ÷（受注＋失注件数）を返します。"},
         {"By the date of closing, if a period is given. Open leads are in neither number.",
          "期間を指定した場合は完了日（受注日・失注日）で区切ります。進行中のリードはどちらにも含みません。"},
         {leads(), from(), to(), where()},
         {{"=FUNNEL.WINRATE(Leads)", "0.571428571428571"},
          {"=FUNNEL.WINRATE(Leads;\"2026-03-01\";\"2026-03-31\")", "0.666666666666667"},
          {"=FUNNEL.WINRATE(Leads;\"2025-01-01\";\"2025-12-31\")", "#DIV/0!"}},
         funnel_winrate},
    };
}

}  // namespace kakehashi
