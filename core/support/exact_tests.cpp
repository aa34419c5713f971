#include "core/support/exact_tests.hpp"

#include <algorithm>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/hypergeometric.hpp>

namespace kakehashi {
namespace {

/// How many of `drawn` are special, if `special` of `total` are.
class Hypergeometric {
  public:
    Hypergeometric(std::size_t special, std::size_t drawn, std::size_t total)
        : special_(special),
          drawn_(drawn),
          total_(total),
          distribution_(narrow(special), narrow(drawn), narrow(total)) {}

    std::size_t least() const { return special_ + drawn_ > total_ ? special_ + drawn_ - total_ : 0; }
    std::size_t most() const { return std::min(special_, drawn_); }
    double probability(std::size_t x) const { return boost::math::pdf(distribution_, narrow(x)); }

    /// P(x) and all below it, for x below the mode: terms only shrink.
    double lower_tail(std::size_t x) const {
        double term = probability(x);
        double sum = term;
        for (; x > least() && term > sum * negligible; --x) {
            term *= ratio(x) * static_cast<double>(total_ - special_ - drawn_ + x) /
                    static_cast<double>(special_ - x + 1);
            sum += term;
        }
        return sum;
    }
    /// P(x) and all above it, for x above the mode.
    double upper_tail(std::size_t x) const {
        double term = probability(x);
        double sum = term;
        for (; x < most() && term > sum * negligible; ++x) {
            term *= static_cast<double>(special_ - x) /
                    (ratio(x + 1) * static_cast<double>(total_ - special_ - drawn_ + x + 1));
            sum += term;
        }
        return sum;
    }

  private:
    static constexpr double negligible = 1e-18;
    /// Counts of leads: sheets have far fewer rows than this holds.
    static constexpr unsigned narrow(std::size_t count) { return static_cast<unsigned>(count); }
    double ratio(std::size_t x) const { return static_cast<double>(x) / static_cast<double>(drawn_ - x + 1); }

    std::size_t special_;
    std::size_t drawn_;
    std::size_t total_;
    boost::math::hypergeometric_distribution<double> distribution_;
};

}  // namespace

double fisher_exact(std::size_t a, std::size_t b, std::size_t c, std::size_t d) {
    const Hypergeometric tables(a + c, a + b, a + b + c + d);
    const std::size_t least = tables.least();
    const std::size_t most = tables.most();
    if (least == most) return 1.0;
    // Tables as likely as the observed one differ by rounding only; R's allowance.
    const double limit = tables.probability(a) * (1.0 + 1e-7);
    const auto likelier = [&](std::size_t x) { return tables.probability(x) > limit; };
    // Probabilities rise to the mode and fall behind it.
    const double total = static_cast<double>(a + b + c + d);
    const auto mode = static_cast<std::size_t>(static_cast<double>(a + c + 1) *
                                               (static_cast<double>(a + b + 1) / (total + 2.0)));
    const std::size_t top = std::clamp(mode, least, most);
    if (!likelier(top)) return 1.0;
    double p = 0.0;
    if (!likelier(least)) {
        std::size_t in = least;  // the last one that counts
        for (std::size_t out = top; out - in > 1;) {
            const std::size_t middle = in + (out - in) / 2;
            (likelier(middle) ? out : in) = middle;
        }
        p += tables.lower_tail(in);
    }
    if (!likelier(most)) {
        std::size_t in = most;
        for (std::size_t out = top; in - out > 1;) {
            const std::size_t middle = out + (in - out) / 2;
            (likelier(middle) ? out : in) = middle;
        }
        p += tables.upper_tail(in);
    }
    return std::min(1.0, p);
}

double mcnemar_exact(std::size_t b, std::size_t c) {
    if (b + c == 0) return 1.0;
    const boost::math::binomial_distribution<double> even(static_cast<double>(b + c), 0.5);
    return std::min(1.0, 2.0 * boost::math::cdf(even, static_cast<double>(std::min(b, c))));
}

}  // namespace kakehashi
