// A definition held against past outcomes: of the leads whose end is known, which would it have picked, and
// which of those were won?
//
// precision = tp ÷ (tp + fp), recall = tp ÷ (tp + fn), base rate = won ÷ leads, lift = precision ÷ base rate;
// low and high: Wilson's 95 % interval of precision; p value: Fisher's exact test, two-sided.
#pragma once

#include <string>
#include <string_view>

#include "core/evidence/measures.hpp"
#include "core/evidence/population.hpp"
#include "core/support/bounded_cache.hpp"

namespace kakehashi {

struct BackTest {
    std::size_t leads;      // the population
    std::size_t qualified;  // of them, those that the definition selects
    std::size_t won;
    std::size_t true_positives;  // qualified and won
    Result<double> days;         // of the period, both ends included
};

/// leads, qualified, won, tp, fp, fn, tn, precision, recall, base rate, lift, low, high, per week, p value.
/// #DIV/0! where nothing stands below the line; per week is #N/A if nobody knows when leads were created.
std::span<const Measure<BackTest>> back_test_measures();

/// Which leads a definition is tested on.
struct Cohort {
    std::string outcome;
    std::string where;
    DateRange created = {};
};

/// Counts and selections are kept: fifteen cells cost one pass.
class BackTests {
  public:
    explicit BackTests(const Leads& leads);

    /// The period runs from `created.from` to `created.to`, where unbounded from the first or to the last
    /// created date of the population.
    Result<BackTest> back_test(std::string_view definition, const Cohort& cohort) const;
    /// The same on the latest third by created date; #N/A if no column says when leads were created.
    Result<BackTest> on_hold_out(std::string_view definition, const Cohort& cohort) const;
    /// As `kakehashi::selected`. Valid until the next call.
    Result<const Bitmap*> selected(std::string_view definition) const;

  private:
    Result<BackTest> count(std::string_view definition, const Cohort& cohort, bool held_out) const;
    Result<BackTest> kept_count(std::string_view definition, const Cohort& cohort, bool held_out) const;

    const Leads& leads_;
    mutable BoundedCache<Result<Bitmap>> selections_;
    mutable BoundedCache<Result<BackTest>> counts_;
};

}  // namespace kakehashi
