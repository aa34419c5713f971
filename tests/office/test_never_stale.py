"""Never a stale number: after each of many random edits every formula shows what the cells say now.

The figures to compare with are computed by lead_model.py from the cells. A failure names seed and edit; the same seed
makes the same edits again: KAKEHASHI_SEED, KAKEHASHI_EDITS (300).
"""

import os
import random
import unittest

from material import OXT
from office import Office
from stale_edits import Edits
from stale_workbook import Workbook

EDITS = int(os.environ.get("KAKEHASHI_EDITS", "300"))
SEED = int(os.environ.get("KAKEHASHI_SEED", "20260730"))


class NeverStale(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = cls.enterClassContext(Office(oxt=OXT, seconds=1100 + EDITS))

    def test_every_formula_follows_every_edit(self):
        rng = random.Random(SEED)
        self.history = []
        written = Workbook.new(self.office, rng)
        self.compare([written], "as written")
        # Two documents with equal sheet names; loaded, so that undo does not take away the formulas.
        files = [written.document.store(self.office.directory / name) for name in ("first.ods", "second.ods")]
        written.document.close()
        books = [Workbook(self.office.load(file, hidden=False)) for file in files]
        self.compare(books, "opened twice")
        for number in range(1, EDITS + 1):
            book = rng.choice(books)
            edits = Edits(rng, self.office, book)
            edits.check_within = lambda what: self.compare(books, f"edit {number}, {what}")
            done = f"edit {number} in document {books.index(book) + 1}: {edits.any()}"
            self.history.append(done)
            self.compare(books, done)
        for book in books:
            book.document.close()

    def compare(self, books, done):
        for number, book in enumerate(books, 1):
            wrong = book.stale_figures()
            if wrong:
                last = "\n  ".join(self.history[-8:])
                self.fail(f"seed {SEED}, {done}\ndocument {number}:\n  " + "\n  ".join(wrong)
                          + f"\nlast edits:\n  {last}")


if __name__ == "__main__":
    unittest.main()
