#include "core/functions/funnel_arguments.hpp"

#include "core/functions/parameters.hpp"
#include "core/funnel/figures.hpp"

namespace kakehashi {

Result<FunnelContext> funnel_context(const Call& call) {
    const auto leads = call.leads(0);
    if (!leads) return error_of(leads);
    const auto stages = (*leads)->stages();
    if (!stages) return error_of(stages);
    return FunnelContext{*leads, *stages, &(*leads)->derived<Funnel>()};
}

Result<std::size_t> stage_argument(const Call& call, const FunnelContext& context, std::size_t i) {
    const auto name = call.required_text(i);
    if (!name) return error_of(name);
    return context.stages->index(*name);
}

Result<std::shared_ptr<const Bitmap>> where_argument(const Call& call, const FunnelContext& context,
                                                     std::size_t i) {
    const auto expression = call.text(i);
    if (!expression) return error_of(expression);
    return context.leads->where(*expression);
}

Result<Window> window_argument(const Call& call, std::size_t i) {
    const auto days = call.number(i);
    if (!days) return error_of(days);
    if (!*days) return Window{};
    if (!(**days > 0.0))
        return illegal_argument({"The days must be more than 0.", "日数は0より大きくなければなりません。"});
    return window_of(**days);
}

Result<Passage> passage_arguments(const Call& call, std::size_t period_argument) {
    const auto here = funnel_context(call);
    if (!here) return error_of(here);
    const auto from = stage_argument(call, *here, 1);
    if (!from) return error_of(from);
    const auto to = stage_argument(call, *here, 2);
    if (!to) return error_of(to);
    const auto period = call.period(period_argument);
    if (!period) return error_of(period);
    const auto where = where_argument(call, *here, period_argument + 2);
    if (!where) return error_of(where);
    return Passage{*here, *from, *to, *period, *where};
}

Result<LeadsOfPeriod> leads_of_period(const Call& call) {
    const auto leads = call.leads(0);
    if (!leads) return error_of(leads);
    const auto period = call.period(1);
    if (!period) return error_of(period);
    const auto expression = call.text(3);
    if (!expression) return error_of(expression);
    const auto where = (*leads)->where(*expression);
    if (!where) return error_of(where);
    return LeadsOfPeriod{*leads, *period, *where};
}

Value value_of(const Result<double>& figure) {
    return figure ? Value(*figure) : Value(figure.error());
}

namespace parameters {

Parameter from_stage() {
    return stage("fromStage", {"from stage", "開始ステージ"},
                 {"Stage where the leads start", "起点となるステージ"});
}

Parameter to_stage() {
    return stage("toStage", {"to stage", "到達ステージ"},
                 {"Stage they are to reach", "到達したかどうかを見るステージ"});
}

}  // namespace parameters
}  // namespace kakehashi
