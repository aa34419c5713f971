"""What the README shows is what Calc gives, in both languages."""

import csv
import re
import unittest

from calc import CalcError
from material import OXT, PROJECT
from office import Office

SHEET = re.compile(r"<!-- sheet (\w+) -->\n```csv\n(.*?)```", re.S)
HANDLE = re.compile(r"^\| `([A-Z]+\d+)` \| `(=.*)` \|$", re.M)
CHECK = re.compile(r"^\| `(=.*)` \| `(.*)` \|$", re.M)


class Readme(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = cls.enterClassContext(Office(oxt=OXT))

    def test_the_english_examples_give_what_they_say(self):
        self.check("README.md")

    def test_the_japanese_examples_give_what_they_say(self):
        self.check("README.ja.md")

    def check(self, name):
        text = (PROJECT / name).read_text(encoding="utf-8")
        document = self.enterContext(self.office.new_document())
        for sheet, table in SHEET.findall(text):
            document.add_sheet(sheet).formulas(*typed(table))
        handles, checks = HANDLE.findall(text), CHECK.findall(text)
        self.assertEqual(len(handles), 3)
        self.assertGreater(len(checks), 10)
        figures = document.sheet()
        for cell, formula in handles:
            figures.formula(cell, formula)
            self.assertNotIsInstance(figures.result(cell), CalcError, formula)
        for formula, expected in checks:
            with self.subTest(formula):
                figures.formula("C1", formula)
                result = figures.result("C1")
                self.assertEqual(f"{result:.10g}" if isinstance(result, float) else result, expected)


def typed(table):
    """(address, rows): a CSV text as if typed into cells from A1 on."""
    rows = list(csv.reader(table.splitlines()))
    width = max(map(len, rows))
    return f"A1:{chr(ord('A') + width - 1)}{len(rows)}", [row + [""] * (width - len(row)) for row in rows]


if __name__ == "__main__":
    unittest.main()
