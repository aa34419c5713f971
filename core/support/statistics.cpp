#include "core/support/statistics.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/normal.hpp>

namespace kakehashi {

Interval wilson_interval(double successes, double trials) {
    static const double z = boost::math::quantile(boost::math::normal(), 0.975);
    const double p = successes / trials;
    const double z2 = z * z;
    const double centre = p + z2 / (2.0 * trials);
    const double spread = z * std::sqrt(p * (1.0 - p) / trials + z2 / (4.0 * trials * trials));
    const double scale = 1.0 + z2 / trials;
    // At the ends the formula is exactly 0 and 1; rounding must not push it beyond.
    return {successes == 0.0 ? 0.0 : (centre - spread) / scale,
            successes == trials ? 1.0 : (centre + spread) / scale};
}

double quantile(std::vector<double>& values, double quantile) {
    const double position = quantile * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::ptrdiff_t>(std::floor(position));
    const auto low = values.begin() + below;
    std::nth_element(values.begin(), low, values.end());
    const double fraction = position - std::floor(position);
    if (fraction == 0.0) return *low;
    const double next = *std::min_element(low + 1, values.end());
    return *low + fraction * (next - *low);
}

void Sum::add(double value) {
    const double next = sum_ + value;
    correction_ += std::abs(sum_) >= std::abs(value) ? (sum_ - next) + value : (value - next) + sum_;
    sum_ = next;
}

double sum(std::span<const double> values) {
    Sum total;
    for (const double value : values) total.add(value);
    return total.total();
}

double sample_deviation(std::span<const double> values) {
    const double n = static_cast<double>(values.size());
    const double mean = sum(values) / n;
    Sum squares;
    for (const double value : values) squares.add((value - mean) * (value - mean));
    return std::sqrt(squares.total() / (n - 1.0));
}

}  // namespace kakehashi
