// The few statistics that figures share. Sizes are counts; nothing is rounded.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace kakehashi {

struct Interval {
    double low;
    double high;
};

/// Wilson's 95 % score interval of a proportion, without continuity correction (Wilson 1927). `trials` > 0.
Interval wilson_interval(double successes, double trials);

/// The quantile with linear interpolation between order statistics: R's type 7, Calc's PERCENTILE. Reorders
/// `values`, which must not be empty; `quantile` 0 … 1.
double quantile(std::vector<double>& values, double quantile);

/// Compensated (Neumaier 1974): the sum of a million amounts does not depend on their order.
class Sum {
  public:
    void add(double value);
    /// What another one has added up.
    void add(const Sum& part) {
        add(part.sum_);
        correction_ += part.correction_;
    }
    double total() const { return sum_ + correction_; }

  private:
    double sum_ = 0.0;
    double correction_ = 0.0;
};

double sum(std::span<const double> values);
/// Standard deviation of the sample (n − 1). At least two values.
double sample_deviation(std::span<const double> values);

}  // namespace kakehashi
