#include <array>

#include "core/funnel/figures.hpp"
#include "core/leads/leads.hpp"
#include "core/money/exact_parts.hpp"
#include "core/money/money.hpp"
#include "core/money/wins.hpp"

namespace kakehashi {
namespace {

/// One period's won value and the four factors that it is the product of.
struct Level {
    double entries;
    double rate;
    double value;  // mean won value
    double speed;
    double won_value;
};

Result<Level> level(const Leads& leads, std::size_t last, const DateRange& period, const Bitmap& where) {
    const Conversion& conversion = leads.derived<Funnel>().conversion(0, last, period, Window{});
    const double entered = static_cast<double>((conversion.entered & where).count());
    const double converted = static_cast<double>((conversion.converted & where).count());
    if (entered == 0.0)
        return division_by_zero({"No lead entered the first stage in one of the periods.",
                                 "期間中に最初のステージに入ったリードがありません。"});
    if (converted == 0.0)
        return division_by_zero({"None of the leads that entered in one of the periods is won yet.",
                                 "期間中に入ったリードに、まだ受注がありません。"});
    const auto won = wins(leads, period, where);
    if (!won) return error_of(won);
    const auto value = amounts_of(leads, *won);
    if (!value) return error_of(value);
    if (value->count == 0)
        return division_by_zero(
            {"No lead with an amount was won in one of the periods, so there is no mean won value.",
             "期間中に金額のある受注がないため、平均受注額がありません。"});
    const double count = static_cast<double>(value->count);
    return Level{entered, converted / entered, value->total / count, count / converted, value->total};
}

std::array<double, 4> parts(const Level& a, const Level& b) {
    return {(b.entries - a.entries) * a.rate * a.value * a.speed,
            b.entries * (b.rate - a.rate) * a.value * a.speed,
            b.entries * b.rate * (b.value - a.value) * a.speed,
            b.entries * b.rate * b.value * (b.speed - a.speed)};
}

}  // namespace

Result<double> bridge(const Leads& leads, BridgePart part, const DateRange& a, const DateRange& b,
                      const Bitmap& where) {
    const auto stages = leads.stages();
    if (!stages) return error_of(stages);
    const auto count = (*stages)->check_all();
    if (!count) return error_of(count);
    const auto before = level(leads, *count - 1, a, where);
    if (!before) return error_of(before);
    const auto after = level(leads, *count - 1, b, where);
    if (!after) return error_of(after);
    std::array<double, 4> result = parts(*before, *after);
    settle(result, after->won_value - before->won_value);
    return result[static_cast<std::size_t>(part)];
}

}  // namespace kakehashi
