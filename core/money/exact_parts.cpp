#include "core/money/exact_parts.hpp"

#include <algorithm>
#include <cmath>

#include "core/support/statistics.hpp"

namespace kakehashi {

void settle(std::span<double> parts, double total) {
    double magnitude = 0.0;
    for (const double part : parts) magnitude += std::abs(part);
    magnitude = std::max(magnitude, std::abs(total));
    if (parts.empty() || !std::isfinite(magnitude) || !std::isnormal(magnitude)) return;
    // Whole multiples of one step, fewer than 2^53 together: their sums have no rounding. A double has 53
    // bits; one is to spare for partial sums beyond the total.
    const double step = std::ldexp(1.0, std::ilogb(magnitude) - 51);
    if (!std::isnormal(step)) return;
    const double smallest_moved = std::ldexp(step, 32);  // smaller parts would lose digits that count
    for (double& part : parts)
        if (std::abs(part) >= smallest_moved) part = std::nearbyint(part / step) * step;
    const auto largest =
        std::ranges::max_element(parts, {}, [](double part) { return std::abs(part); }) - parts.begin();
    Sum others;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (i != static_cast<std::size_t>(largest)) others.add(parts[i]);
    double& rest = parts[static_cast<std::size_t>(largest)];
    rest = total - others.total();
    // Where the total has finer digits than the step: what a plain sum in their order is off by.
    for (int i = 0; i < 4; ++i) {
        double sum = 0.0;
        for (const double part : parts) sum += part;
        if (sum == total) return;
        rest += total - sum;
    }
}

}  // namespace kakehashi
