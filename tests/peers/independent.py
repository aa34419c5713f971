"""Statistics worked out anew: by the books' formulas, in exact arithmetic where that is possible."""
import math
from fractions import Fraction

from scipy import stats


def wilson(successes, trials):
    """Wilson's 95 % interval without continuity correction, as scipy has it."""
    interval = stats.binomtest(successes, trials).proportion_ci(0.95, method="wilson")
    return interval.low, interval.high


def fisher(a, b, c, d):
    """Two-sided Fisher test in whole numbers: tables that are no likelier than the observed one (allowing for R's
    one part in ten million)."""
    row, column, total = a + b, a + c, a + b + c + d
    ways = {x: math.comb(column, x) * math.comb(total - column, row - x)
            for x in range(max(0, row + column - total), min(row, column) + 1)}
    limit = Fraction(ways[a]) * (1 + Fraction(1, 10**7))
    return float(Fraction(sum(w for w in ways.values() if w <= limit), sum(ways.values())))


def mcnemar(b, c):
    """McNemar's exact test: the binomial test of the discordant pairs."""
    return stats.binomtest(min(b, c), b + c, 0.5).pvalue if b + c else 1.0


def bounded_rule(rows, won):
    """Precision's lower bound of a boolean selection."""
    n = int(rows.sum())
    return wilson(int((rows & won).sum()), n)[0] if n else 0.0
