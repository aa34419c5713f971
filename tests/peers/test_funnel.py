"""FUNNEL.* against R (survfit, fisher.test, quantile type 7, prop.test) on a bank's loan applications."""
import collections
import unittest

import bpi
from kakehashi import text

TOLERANCE = 1e-9
# Where R has tested groups: where and period of ours.
GROUPS = {"all": (None, ""), "small": ("amount_requested < 10000", ""), "large": ("amount_requested >= 10000", ""),
          "november": (None, '"2011-11-01";"2011-11-30"')}
TESTED = {"amount": ("amount_requested < 10000", "amount_requested >= 10000"),
          "tiny": ("amount_requested < 1000", "amount_requested >= 50000"),
          "some": ("amount_requested >= 5000 and amount_requested < 7000",
                   "amount_requested >= 7000 and amount_requested < 9000"),
          "overlapping": ("", "amount_requested > 25000")}


def formula(source, target, group, measure, parameter):
    passage = f"(Leads;{text(source)};{text(target)};"
    if measure == "fisher":
        return f"=FUNNEL.PVALUE{passage}{';'.join(text(where) for where in TESTED[parameter])})"
    where, period = GROUPS[group]
    narrowed = f"{period or ';'};{text(where) if where else ''}"
    if measure == "rate":
        return f"=FUNNEL.RATE{passage}{narrowed};{parameter})"
    function = {"incidence": "FUNNEL.INCIDENCE", "days": "FUNNEL.DAYS"}[measure]
    return f"={function}{passage}{parameter};{narrowed})"


class Funnel(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.frame = bpi.load()
        cls.theirs = collections.defaultdict(dict)  # as of -> key -> number
        for (as_of, *key), value in bpi.figures_of_r().items():
            cls.theirs[as_of][tuple(key)] = value

    def compare(self, measures):
        compared = collections.Counter()
        for as_of, theirs in self.theirs.items():
            wanted = {key: value for key, value in theirs.items() if len(key) == 5 and key[3] in measures}
            ours = bpi.figures(self.frame, as_of, [formula(*key) for key in wanted])
            for (key, value), figure in zip(wanted.items(), ours):
                compared[key[3]] += 1
                with self.subTest(as_of=as_of, key=key):
                    self.assertIsInstance(figure, float, f"{formula(*key)}: {figure}")
                    self.assertLessEqual(abs(figure - value), TOLERANCE * max(1.0, abs(value)))
                    if value > 0 and key[3] == "fisher":  # small ones are to be right as well
                        self.assertLessEqual(abs(figure / value - 1), TOLERANCE)
        for measure in measures:
            self.assertGreater(compared[measure], 50)
        print(", ".join(f"{count} × {measure}" for measure, count in compared.items()), end=" … ")

    def test_incidence(self):
        self.compare({"incidence"})

    def test_rates(self):
        self.compare({"rate"})

    def test_quantiles_of_days(self):
        self.compare({"days"})

    def test_fisher(self):
        self.compare({"fisher"})

    def test_wilson(self):
        compared = 0
        for as_of, theirs in self.theirs.items():
            formulas = [f"=FUNNEL.TABLE(Leads;{period or ';'};{text(where) if where else ''})"
                        for where, period in GROUPS.values()]
            tables = bpi.figures(self.frame, as_of, formulas)
            for group, table in zip(GROUPS, tables):
                for k in range(2, len(bpi.STAGES) + 1):
                    for column, end in [(3, "low"), (4, "high")]:
                        expected = theirs.get(("table", "", group, end, str(k)))
                        if expected is None:  # nobody came to the stage before
                            self.assertEqual(table[k - 1][column], {"error": "#DIV/0!"})
                            continue
                        compared += 1
                        with self.subTest(as_of=as_of, group=group, stage=bpi.STAGES[k - 1], end=end):
                            self.assertLessEqual(abs(table[k - 1][column] - expected), TOLERANCE)
        self.assertGreater(compared, 100)
        print(f"{compared} × wilson", end=" … ")

    def test_cohorts(self):
        for as_of, theirs in self.theirs.items():
            for unit in ["week", "month"]:
                matrix, = bpi.figures(self.frame, as_of,
                                      [f'=FUNNEL.COHORTS(Leads;"A_SUBMITTED";"A_ACTIVATED";"{unit}")'])
                cells = {(row, column): cell for row, line in enumerate(matrix, 1)
                         for column, cell in enumerate(line, 1)}
                expected = {(int(key[3]), int(key[4])): value for key, value in theirs.items()
                            if key[:2] == ("cohorts", unit)}
                # R goes on to the as-of date; the last cohort is the last one with a lead.
                expected = {place: value for place, value in expected.items() if place[0] <= len(matrix)}
                numbers = {place: cell for place, cell in cells.items() if isinstance(cell, float)}
                with self.subTest(as_of=as_of, unit=unit):
                    self.assertEqual(numbers.keys(), expected.keys())
                    for place, value in expected.items():
                        self.assertLessEqual(abs(numbers[place] - value), TOLERANCE, f"{place}")
                    self.assertTrue(all(cell == {"error": "#N/A"} for place, cell in cells.items()
                                        if place not in expected))


if __name__ == "__main__":
    unittest.main()
