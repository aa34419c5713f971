#include "core/funnel/incidence.hpp"

#include "core/leads/leads.hpp"
#include "core/support/exact_tests.hpp"
#include "core/support/survival.hpp"

namespace kakehashi {
namespace {

tl::unexpected<CellError> nobody_entered() {
    return division_by_zero(
        {"No lead entered the stage in the period.", "期間中にこのステージに入ったリードがありません。"});
}

}  // namespace

Result<double> incidence(const Leads& leads, std::size_t from, std::size_t to, Instant within,
                         const DateRange& period, const Bitmap& where) {
    const Arrivals& arrivals = leads.derived<Funnel>().arrivals(from, to, period);
    const Instant as_of = inclusive_end(leads.as_of());
    std::vector<Observation> observations;
    bool any_arrived = false;
    where.for_each([&](std::size_t row) {
        const Instant start = arrivals.start[row];
        if (start == no_instant || arrivals.undated.test(row)) return;
        const bool arrived = arrivals.end[row] != no_instant;
        observations.push_back({(arrived ? arrivals.end[row] : as_of) - start, arrived});
        any_arrived = any_arrived || arrived;
    });
    // Nought would be a wrong answer where everybody who came did so on an unknown day.
    if (!any_arrived && !(arrivals.undated & where).none())
        return not_available({"The leads reached the stage without a date, so nobody can say when.",
                              "ステージに達した日付がないため、いつ達したか分かりません。"});
    if (observations.empty()) return nobody_entered();
    return cumulative_incidence(observations, within);
}

Result<double> conversion_p_value(const Leads& leads, std::size_t from, std::size_t to,
                                  const DateRange& period, const Bitmap& group_a, const Bitmap& group_b) {
    const Conversion& conversion = leads.derived<Funnel>().conversion(from, to, period, {});
    const std::size_t entered_a = (conversion.entered & group_a).count();
    const std::size_t entered_b = (conversion.entered & group_b).count();
    if (entered_a == 0 || entered_b == 0) return nobody_entered();
    const std::size_t converted_a = (conversion.converted & group_a).count();
    const std::size_t converted_b = (conversion.converted & group_b).count();
    return fisher_exact(converted_a, entered_a - converted_a, converted_b, entered_b - converted_b);
}

}  // namespace kakehashi
