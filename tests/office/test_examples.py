"""Every example of the catalogue gives in a real Calc what the reference page promises."""

import re
import unittest

from calc import CalcError
from compare import same, shown, shown_rows
from material import OXT, catalogue
from office import Office

RANGES = {"Leads": "LeadRows", "Playbook": "PlaybookBlocks"}  # handle cells and the ranges they stand for
MATRICES = ("numbers", "texts")


def build(document, ranges):
    """The example document: each named block on a sheet of its own."""
    for block in ranges:
        sheet = document.add_sheet(block["name"])
        rows = [[None if is_formula(cell) else cell for cell in row] for row in block["rows"]]
        address = sheet.put("A1", rows).AbsoluteName.split(".")[-1]
        document.name_range(block["name"], sheet, address.replace("$", ""))
    for block in ranges:
        for y, row in enumerate(block["rows"]):
            for x, cell in enumerate(row):
                if is_formula(cell):
                    document.sheet(block["name"]).object.getCellByPosition(x, y).setFormula(cell)


def is_formula(cell):
    return isinstance(cell, str) and cell.startswith("=")


def matrix(text):
    """`a; b | c; d` as rows of texts."""
    return [row.split("; ") for row in text.split(" | ")]


def as_formula(text):
    return text if text.startswith("=") else "=" + text


def agrees(result, expected):
    """A cell against the text the catalogue has: numbers as far as they are written out."""
    if not isinstance(result, float):
        return shown(result) == expected
    try:
        wanted = float(expected)
    except ValueError:
        return False
    decimals = len(expected.partition(".")[2])
    rounding = 0.5 * 10 ** -decimals if decimals >= 4 else 0.0
    return abs(result - wanted) <= rounding + 1e-9 * max(1.0, abs(wanted))


class Examples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.catalogue = catalogue()
        cls.office = cls.enterClassContext(Office(oxt=OXT))
        cls.document = cls.enterClassContext(cls.office.new_document())
        build(cls.document, cls.catalogue["document"])
        cls.sheet = cls.document.add_sheet("Examples")

    def setUp(self):
        self.sheet.cells("A1:Z200").clearContents(1 | 2 | 4 | 16)

    def returns(self, formula):
        """What the outermost function of a formula gives; "" if it is none of ours, or an operator."""
        call = re.fullmatch(r"=?([A-Z.]+)\([^()]*(\([^()]*\)[^()]*)*\)", formula)
        kinds = {function["name"]: function["returns"] for function in self.catalogue["functions"]}
        return kinds.get(call[1], "") if call else ""

    def evaluate(self, formula, rows, columns):
        """Rows of results, a matrix through an array formula of that size."""
        if self.returns(formula) in MATRICES:
            where = self.sheet.object.getCellRangeByPosition(0, 0, columns - 1, rows - 1)
            where.clearContents(1 | 2 | 4 | 16)
            where.setArrayFormula(as_formula(formula))
            results = self.sheet.results(where.AbsoluteName.split(".")[-1].replace("$", ""))
            where.setArrayFormula("")
            return results
        self.sheet.formula("A1", as_formula(formula))
        return [[self.sheet.result("A1")]]

    def check(self, formula, expected):
        wanted = self.shape(formula, expected)
        results = self.evaluate(formula, len(wanted), max(map(len, wanted)))
        if all(len(row) == len(line) and all(map(agrees, row, line)) for row, line in zip(results, wanted)):
            return
        # A text may hold the separators itself.
        self.assertEqual(shown_rows(results), expected)

    def shape(self, formula, expected):
        return matrix(expected) if self.returns(formula) in MATRICES else [[expected]]

    def test_every_function_has_an_example(self):
        without = [function["name"] for function in self.catalogue["functions"] if not function["examples"]]
        self.assertEqual(without, [])

    def test_examples_give_what_they_promise(self):
        for function in self.catalogue["functions"]:
            for example in function["examples"]:
                with self.subTest(example["formula"]):
                    self.check(example["formula"], example["expected"])

    def test_results_have_the_kind_they_promise(self):
        kinds = {"number": float, "numbers": float, "text": str, "texts": str}
        for function in self.catalogue["functions"]:
            for example in function["examples"]:
                kind = kinds.get(self.returns(example["formula"]))
                if function["name"] == "LEAD.VALUE" or not kind:  # gives the cell as it is
                    continue
                with self.subTest(example["formula"]):
                    shape = self.shape(example["formula"], example["expected"])
                    rows = self.evaluate(example["formula"], len(shape), len(shape[0]))
                    for value in (value for row in rows for value in row if not isinstance(value, CalcError)):
                        self.assertIsInstance(value, kind)

    def test_a_handle_and_its_range_give_the_same(self):
        """Where the playbook plays no part; with it the handle knows more than the range."""
        compared = 0
        for function in self.catalogue["functions"]:
            for example in function["examples"]:
                direct = re.sub(r"\b(Leads|Playbook)(?=[;)])", lambda name: RANGES[name[1]], example["formula"])
                if direct == example["formula"] or not self.range_suffices(example["formula"]) or \
                        example["expected"].startswith(("#", "Err:")):
                    continue
                with self.subTest(direct):
                    shape = self.shape(example["formula"], example["expected"])
                    size = len(shape), max(map(len, shape))
                    by_handle = self.evaluate(example["formula"], *size)
                    by_range = self.evaluate(direct, *size)
                    self.assertTrue(same(by_range, by_handle), f"{by_range} is not {by_handle}")
                    compared += 1
        self.assertGreater(compared, 15)

    @staticmethod
    def range_suffices(formula):
        plain = r"=?(PLAYBOOK\.|GOAL\.(PERIOD|START|END)|LEAD\.(TABLE|COUNT|STAT|VALUE|LIST|GROUPS|GROUPCOUNTS|DUPLICATES)\()"
        needs_playbook = r"reached|at \[|is \[|won|lost|open|stage|outcome|family|within|today|score"
        return bool(re.match(plain, formula)) and not re.search(needs_playbook, formula)


if __name__ == "__main__":
    unittest.main()
