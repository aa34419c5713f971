// Exact tests on counts: how likely a difference at least as large is by chance alone.
#pragma once

#include <cstddef>

namespace kakehashi {

/// Fisher's exact test of the table [a b; c d], two-sided: the sum of the probabilities of all tables with
/// the same margins that are no likelier than the observed one (R's fisher.test). 1 if a margin is 0.
double fisher_exact(std::size_t a, std::size_t b, std::size_t c, std::size_t d);

/// McNemar's exact test on the two counts of discordant pairs (Liddell 1983): twice the smaller tail of the
/// binomial distribution with p = ½, at most 1. 1 if there are none.
double mcnemar_exact(std::size_t b, std::size_t c);

}  // namespace kakehashi
