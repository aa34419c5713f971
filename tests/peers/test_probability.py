"""LEAD.PROBABILITY against scikit-learn's categorical naive Bayes, LEAD.PREDICTION against its measures."""
import unittest

import numpy as np
from sklearn import metrics
from sklearn.naive_bayes import CategoricalNB
from sklearn.preprocessing import OrdinalEncoder

import bank
from kakehashi import text

FIELDS = ["job", "marital", "education", "contact", "month", "poutcome", "previous"]
# Without the one that has a value in the latest third only: scikit-learn cannot leave out what it has not seen.
SEEN = [field for field in FIELDS if field != "education"]
SMOOTHING = 0.1


def fit(frame, won, fields):
    """The naive Bayes of semantics.md: 0.1 added to every count, prior included."""
    wins, losses = won.sum() + SMOOTHING, (~won).sum() + SMOOTHING
    encoder = OrdinalEncoder(dtype=int).fit(frame[fields])
    prior = [losses / (wins + losses), wins / (wins + losses)]
    model = CategoricalNB(alpha=SMOOTHING, class_prior=prior).fit(encoder.transform(frame[fields]), won)
    return lambda part: np.clip(model.predict_proba(encoder.transform(part[fields]))[:, 1], 0.0001, 0.9999)


class Probability(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.frame = bank.load()
        cls.won = cls.frame.y == "yes"

    def test_each_lead(self):
        theirs = fit(self.frame, self.won, FIELDS)(self.frame)
        rows = range(0, len(self.frame), 7)
        formulas = [f"=LEAD.PROBABILITY(Leads;{row + 1};{text(','.join(FIELDS))};\"y = yes\")" for row in rows]
        for row, ours in zip(rows, bank.figures(self.frame, formulas)):
            self.assertLessEqual(abs(ours - theirs[row]), 1e-9, f"row {row + 1}")

    def test_prediction_of_the_latest_third(self):
        cut = len(self.frame) - len(self.frame) // 3
        learnt, held_out = self.frame[:cut], self.frame[cut:]
        guess = fit(learnt, self.won[:cut], SEEN)(held_out)
        won = self.won[cut:]
        theirs = {"leads": len(won), "won": won.sum(), "base rate": won.mean(),
                  "log loss": metrics.log_loss(won, guess), "brier": metrics.brier_score_loss(won, guess),
                  "auc": metrics.roc_auc_score(won, guess)}
        formulas = [f"=LEAD.PREDICTION(Leads;{text(m)};{text(','.join(SEEN))};\"y = yes\")" for m in theirs]
        ours = bank.figures(self.frame, formulas, created=True)
        for (measure, value), one in zip(theirs.items(), ours):
            with self.subTest(measure=measure):
                self.assertLessEqual(abs(one - value), 1e-9 * max(1.0, abs(value)))
        print(f"\n  held out: {dict(zip(theirs, ours))}")


if __name__ == "__main__":
    unittest.main()
