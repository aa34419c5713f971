#include "core/support/exact_tests.hpp"

#include <catch2/catch.hpp>

using kakehashi::fisher_exact;
using kakehashi::mcnemar_exact;

namespace {

Approx close_to(double value) {
    return Approx(value).epsilon(1e-12);
}

}  // namespace

TEST_CASE("Fisher's test sums all tables that are no likelier", "[statistics]") {
    // The lady tasting tea (Fisher 1935): C(4,k)² ÷ C(8,4); 3 of 4 right: (16 + 1 + 1 + 16) ÷ 70.
    CHECK(fisher_exact(3, 1, 1, 3) == close_to(34.0 / 70.0));
    CHECK(fisher_exact(4, 0, 0, 4) == close_to(2.0 / 70.0));
    CHECK(fisher_exact(2, 2, 2, 2) == close_to(1.0));
    // Margins 3 and 7 by 2 and 8: P(0) = 21/45, P(1) = 21/45, P(2) = 3/45. Tables as likely as it count.
    CHECK(fisher_exact(0, 3, 2, 5) == close_to(1.0));
    CHECK(fisher_exact(2, 1, 0, 7) == close_to(3.0 / 45.0));
    CHECK(fisher_exact(0, 0, 5, 7) == 1.0);
    CHECK(fisher_exact(0, 0, 0, 0) == 1.0);
}

TEST_CASE("Fisher's test does not depend on how the table is turned", "[statistics]") {
    const double p = fisher_exact(31'000, 469'000, 30'000, 470'000);
    CHECK(p == close_to(fisher_exact(469'000, 31'000, 470'000, 30'000)));
    CHECK(p == close_to(fisher_exact(30'000, 470'000, 31'000, 469'000)));
    CHECK(p == Approx(fisher_exact(31'000, 30'000, 469'000, 470'000)).epsilon(1e-9));
    CHECK(p > 0.0);
    CHECK(p < 0.001);
}

TEST_CASE("McNemar's exact test is the binomial's tail, twice", "[statistics]") {
    CHECK(mcnemar_exact(0, 0) == 1.0);
    CHECK(mcnemar_exact(5, 5) == 1.0);
    CHECK(mcnemar_exact(0, 5) == close_to(2.0 / 32.0));
    CHECK(mcnemar_exact(5, 0) == close_to(2.0 / 32.0));
    CHECK(mcnemar_exact(1, 5) == close_to(2.0 * 7.0 / 64.0));
}
