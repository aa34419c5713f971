"""LEAD.BACKTEST and LEAD.COMPARE against scikit-learn, scipy and exact arithmetic, on the bank's calls."""
import unittest

import numpy as np
from sklearn import metrics

import bank
import independent
from kakehashi import text

MEASURES = ["leads", "qualified", "won", "tp", "fp", "fn", "tn", "precision", "recall", "base rate", "lift", "low",
            "high", "p value"]

# As an expression of ours, and as pandas has it.
RULES = {
    "poutcome = success": lambda f: f.poutcome == "success",
    "euribor3m <= 1.3 and contact = cellular": lambda f: (f.euribor3m <= 1.3) & (f.contact == "cellular"),
    "job in (student, retired) or age >= 60": lambda f: f.job.isin(["student", "retired"]) | (f.age >= 60),
    "not (month = may) and [nr.employed] < 5100": lambda f: (f.month != "may") & (f["nr.employed"] < 5100),
    "previous between 1 and 3": lambda f: f.previous.between(1, 3),
    "campaign > 5": lambda f: f.campaign > 5,
    "education starts with basic": lambda f: f.education.str.startswith("basic"),
    "job = admin.": lambda f: f.job == "admin.",
}

# A definition with points: fit and engagement, capped, one must.
BLOCKS = [
    ["[definitions]"], ["definition", "threshold", "at least"],
    ["Ready", 45, 2], [],
    ["[rules]"], ["definition", "group", "rule", "points", "must"],
    ["Ready", "fit", "age >= 55", 20], ["Ready", "fit", "job in (student, retired)", 30],
    ["Ready", "fit", "default = no", 15, "yes"],
    ["Ready", "engagement", "poutcome = success", 40], ["Ready", "engagement", "contact = cellular", 10],
    ["Ready", "engagement", "campaign >= 4", -25], [],
    ["[groups]"], ["definition", "group", "floor", "cap"],
    ["Ready", "fit", None, 40], ["Ready", "engagement", -10, 45],
]


def ready(f):
    fit = 20 * (f.age >= 55) + 30 * f.job.isin(["student", "retired"]) + 15 * (f.default == "no")
    heat = 40 * (f.poutcome == "success") + 10 * (f.contact == "cellular") - 25 * (f.campaign >= 4)
    held = sum(x.astype(int) for x in [f.age >= 55, f.job.isin(["student", "retired"]), f.default == "no",
                                       f.poutcome == "success", f.contact == "cellular", f.campaign >= 4])
    score = np.minimum(fit, 40) + np.clip(heat, -10, 45)
    return (f.default == "no") & (held >= 2) & (score >= 45)


def expected(rows, won):
    tn, fp, fn, tp = metrics.confusion_matrix(won, rows).ravel().tolist()
    precision = metrics.precision_score(won, rows)
    base = won.mean()
    low, high = independent.wilson(tp, tp + fp)
    return [len(won), tp + fp, tp + fn, tp, fp, fn, tn, precision, metrics.recall_score(won, rows), base,
            precision / base, low, high, independent.fisher(tp, fp, fn, tn)]


class BackTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.frame = bank.load()
        cls.won = cls.frame.y == "yes"

    def assert_equal(self, ours, theirs, what):
        for measure, a, b in zip(MEASURES, ours, theirs):
            with self.subTest(what=what, measure=measure):
                self.assertIsInstance(a, float, f"{what}, {measure}: {a}")
                self.assertLessEqual(abs(a - b), 1e-9 * max(1.0, abs(b)))
                self.assertTrue(b == 0 or abs(a / b - 1) <= 1e-9, f"{a!r} against {b!r}")

    def test_expressions(self):
        formulas = [f"=LEAD.BACKTEST(Leads;{text(rule)};{text(measure)};\"y = yes\")"
                    for rule in RULES for measure in MEASURES]
        results = iter(bank.figures(self.frame, formulas))
        for rule, rows in RULES.items():
            self.assert_equal([next(results) for _ in MEASURES], expected(rows(self.frame), self.won), rule)

    def test_a_definition_with_points(self):
        formulas = [f"=LEAD.BACKTEST(Leads;\"Ready\";{text(measure)};\"y = yes\")" for measure in MEASURES]
        results = bank.figures(self.frame, formulas, blocks=BLOCKS)
        self.assert_equal(results, expected(ready(self.frame), self.won), "Ready")

    def test_where(self):
        part = self.frame.marital == "single"
        formulas = [f"=LEAD.BACKTEST(Leads;\"poutcome = success\";{text(measure)};\"y = yes\";\"marital = single\")"
                    for measure in MEASURES]
        rows = self.frame.poutcome == "success"
        self.assert_equal(bank.figures(self.frame, formulas), expected(rows[part], self.won[part]), "single")

    def test_comparison(self):
        names = list(RULES)
        pairs = [(a, b) for i, a in enumerate(names) for b in names[i + 1:]]
        measures = ["both", "only a", "only b", "won both", "won only a", "won only b", "p value"]
        formulas = [f"=LEAD.COMPARE(Leads;{text(a)};{text(b)};{text(measure)};\"y = yes\")"
                    for a, b in pairs for measure in measures]
        results = iter(bank.figures(self.frame, formulas))
        for a, b in pairs:
            one, other, won = RULES[a](self.frame), RULES[b](self.frame), self.won
            right, also_right = one == won, other == won
            theirs = [(one & other).sum(), (one & ~other).sum(), (other & ~one).sum(), (one & other & won).sum(),
                      (one & ~other & won).sum(), (other & ~one & won).sum(),
                      independent.mcnemar(int((right & ~also_right).sum()), int((also_right & ~right).sum()))]
            for measure, theirs_one in zip(measures, theirs):
                ours = next(results)
                with self.subTest(a=a, b=b, measure=measure):
                    self.assertLessEqual(abs(ours - theirs_one), 1e-9 * max(abs(theirs_one), 1e-300))


if __name__ == "__main__":
    unittest.main()
