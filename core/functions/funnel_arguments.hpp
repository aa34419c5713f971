// The arguments that functions over the funnel have in common, read in their order.
#pragma once

#include <cstddef>
#include <memory>

#include "core/functions/call.hpp"
#include "core/functions/function.hpp"
#include "core/funnel/funnel.hpp"

namespace kakehashi {

/// What most functions here begin with: the leads, their stages, and the funnel over them.
struct FunnelContext {
    std::shared_ptr<const Leads> leads;
    const Stages* stages;
    const Funnel* funnel;
};

/// Of argument 0.
Result<FunnelContext> funnel_context(const Call& call);
/// #N/A if the playbook has no such stage.
Result<std::size_t> stage_argument(const Call& call, const FunnelContext& context, std::size_t i);
Result<std::shared_ptr<const Bitmap>> where_argument(const Call& call, const FunnelContext& context,
                                                     std::size_t i);
/// So many days, more than 0; no window if missing.
Result<Window> window_argument(const Call& call, std::size_t i);

/// From one stage to another: the arguments leads, from stage, to stage, and from `period` on [from], [to],
/// [where].
struct Passage {
    FunnelContext here;
    std::size_t from;
    std::size_t to;
    DateRange period;
    std::shared_ptr<const Bitmap> where;
};
Result<Passage> passage_arguments(const Call& call, std::size_t period);

/// Figures that need no stages: the arguments leads, [from], [to], [where].
struct LeadsOfPeriod {
    std::shared_ptr<const Leads> leads;
    DateRange period;
    std::shared_ptr<const Bitmap> where;
};
Result<LeadsOfPeriod> leads_of_period(const Call& call);

Value value_of(const Result<double>& figure);

namespace parameters {

Parameter from_stage();
Parameter to_stage();

}  // namespace parameters
}  // namespace kakehashi
