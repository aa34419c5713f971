"""LEAD.DISCOVER against an exhaustive search over every value of every column, and against decision trees."""
import re
import unittest

import numpy as np
import pandas as pd
from sklearn.tree import DecisionTreeClassifier

import bank
import independent

MINIMUM = 30
CONDITION = re.compile(r'(\[[^\]]+\]|\S+) (=|>=|<=) ("[^"]*"|\S+)')
MOST_DIFFERENT_NUMBERS = 20  # up to here `=` is tried on numbers, too


def conditions(frame):
    """Every `column = value`, `column >= value` and `column <= value` that selects enough leads, but not all."""
    for column in frame.columns:
        values, cells = frame[column].unique(), frame[column]
        is_number = pd.api.types.is_numeric_dtype(cells)
        for value in values:
            if not is_number or len(values) <= MOST_DIFFERENT_NUMBERS:
                yield (cells == value).to_numpy()
            if is_number:
                yield (cells >= value).to_numpy()
                yield (cells <= value).to_numpy()


def distinct(selections):
    kept = {}
    for rows in selections:
        if MINIMUM <= rows.sum():
            kept.setdefault(rows.tobytes(), rows)
    return np.array(list(kept.values()))


def bounds(tp, n):
    """Wilson's lower bound, elementwise."""
    z2 = 1.959963984540054 ** 2
    p = tp / n
    return (p + z2 / (2 * n) - np.sqrt(z2 * (p * (1 - p) / n + z2 / (4 * n * n)))) / (1 + z2 / n)


def exhaustive(frame, won, best):
    """The lower bound and support of the best rules of one or two conditions, each selection once."""
    single = distinct(conditions(frame)).astype(np.float32)
    n = single @ single.T
    tp = (single * won.to_numpy(np.float32)) @ single.T
    bound = np.where(n >= MINIMUM, bounds(tp, np.maximum(n, 1)), -1)
    order = np.dstack(np.unravel_index(np.argsort(-bound, axis=None)[:5000], bound.shape))[0]
    seen = {}
    for a, b in order:
        seen.setdefault((single[a] * single[b]).astype(bool).tobytes(), (bound[a, b], n[a, b]))
        if len(seen) == best + 1:  # one more: the last may be tied
            break
    return sorted(seen.values(), reverse=True)[:best]


def rows_of_rule(frame, rule):
    rows = pd.Series(True, index=frame.index)
    for column, operator, value in CONDITION.findall(rule):
        cells, value = frame[column.strip("[]")], value.strip('"')
        if pd.api.types.is_numeric_dtype(cells):
            value = float(value)
        rows &= {"=": cells == value, ">=": cells >= value, "<=": cells <= value}[operator]
    return rows


def best_leaf(frame, won, held_out, held_out_won, terms, support):
    """What a decision tree of that depth finds: its leaf with the best bound, and the leaf's precision later on."""
    both = pd.get_dummies(pd.concat([frame, held_out]))
    learnt, later = both[:len(frame)], both[len(frame):]
    tree = DecisionTreeClassifier(max_depth=terms, min_samples_leaf=support, random_state=0).fit(learnt, won)
    leaves, later_leaves = tree.apply(learnt), tree.apply(later)
    leaf = max(np.unique(leaves), key=lambda l: independent.bounded_rule(leaves == l, won.to_numpy()))
    rows, later_rows = leaves == leaf, later_leaves == leaf
    return rows.sum(), won[rows].mean(), later_rows.sum(), held_out_won[later_rows].mean()


class Discovery(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.frame = bank.load()
        cls.won = cls.frame.y == "yes"
        cls.features = cls.frame.drop(columns=["y", bank.KNOWN_TOO_LATE])

    def test_two_terms_are_those_of_an_exhaustive_search(self):
        formula = f'=LEAD.DISCOVER(Leads;"y = yes";10;2;{MINIMUM};;"{bank.KNOWN_TOO_LATE}")'
        (ours,) = bank.figures(self.frame, [formula])
        theirs = exhaustive(self.features, self.won, 10)
        print()
        for (rule,), (bound, support) in zip(ours, theirs):
            rows = rows_of_rule(self.frame, rule)
            low = independent.bounded_rule(rows, self.won)
            print(f"  {low:.6f} {rows.sum():4d}  against {bound:.6f} {support:4.0f}  {rule}")
            with self.subTest(rule=rule):
                self.assertAlmostEqual(low, bound, delta=1e-6)  # theirs is in single precision
                self.assertEqual(rows.sum(), support)

    def test_beside_decision_trees(self):
        """No verdict is asserted here: which is better on leads that neither has seen is printed."""
        cut = len(self.frame) - len(self.frame) // 3
        learnt, later = self.features[:cut], self.features[cut:]
        won, later_won = self.won[:cut], self.won[cut:]
        print(f"\n  base rate: learnt {won.mean():.4f}, held out {later_won.mean():.4f}")
        for terms in (1, 2, 3):
            formula = f'=LEAD.DISCOVER(Leads;"y = yes";1;{terms};{MINIMUM};;"{bank.KNOWN_TOO_LATE}")'
            (((rule,),),) = bank.figures(self.frame, [formula], created=True)
            quoted = rule.replace('"', '""')
            n, precision = bank.figures(self.frame, [f'=LEAD.HOLDOUT(Leads;"{quoted}";"{measure}";"y = yes")'
                                                     for measure in ("qualified", "precision")], created=True)
            rows = rows_of_rule(self.frame, rule)
            self.assertEqual(n, rows[cut:].sum())
            self.assertAlmostEqual(precision, later_won[rows[cut:]].mean(), delta=1e-12)
            support = int(rows[:cut].sum())
            print(f"  {terms} terms: {rule}\n    learnt {won[rows[:cut]].mean():.4f} of {support},"
                  f" held out {precision:.4f} of {n:.0f}")
            for least in (MINIMUM, support):
                tree = best_leaf(learnt, won, later, later_won, terms, least)
                print(f"    tree, leaves of at least {least}: learnt {tree[1]:.4f} of {tree[0]},"
                      f" held out {tree[3]:.4f} of {tree[2]} (ours is better by {precision - tree[3]:+.4f})")


if __name__ == "__main__":
    unittest.main()
