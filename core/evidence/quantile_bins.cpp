#include "core/evidence/quantile_bins.hpp"

namespace kakehashi {
namespace {

/// A bin is closed as soon as it holds `quota`, and before a value that does so alone.
std::vector<Bin> bins_of(std::span<const ValueCount> values, double quota) {
    std::vector<Bin> bins;
    double held = quota;  // the first value opens a bin
    for (const ValueCount& value : values) {
        const auto count = static_cast<double>(value.count);
        if (held >= quota || count >= quota) {
            bins.push_back({value.value, value.value});
            held = 0.0;
        }
        bins.back().high = value.value;
        held += count;
    }
    return bins;
}

}  // namespace

std::vector<Bin> quantile_bins(std::span<const ValueCount> values, std::size_t most) {
    if (values.size() <= most) return bins_of(values, 0.0);
    std::size_t total = 0;
    for (const ValueCount& value : values) total += value.count;
    // Heavy values leave less for the others, and cut short the bins before them: the quota that fills all
    // bins lies between those of twice as many and of a single one.
    double low = static_cast<double>(total) / static_cast<double>(2 * most);
    double high = static_cast<double>(total) + 1.0;
    for (int step = 0; step < 40; ++step) {
        const double middle = 0.5 * (low + high);
        (bins_of(values, middle).size() <= most ? high : low) = middle;
    }
    return bins_of(values, high);
}

}  // namespace kakehashi
