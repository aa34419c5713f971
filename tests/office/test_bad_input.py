"""Bad input gives the error that the contract names, with a reason; nothing crashes, nothing hangs."""

import unittest

from bad_input_cases import CASES, LEADS, LOG, PLAYBOOK
from compare import same
from material import OXT
from office import Office

CONTROL = '=LEAD.COUNT(K2;"Source = Web")'


class Workbook:
    """The workbook that a case alters; saved, so that it has a folder."""

    def __init__(self, office):
        self.office = office
        self.document = office.new_document()
        self.sheet().put("A1", LEADS)
        self.document.add_sheet("Playbook").put("A1", PLAYBOOK)
        self.document.add_sheet("Log").put("A1", LOG)
        self.sheet().formula("K1", "=PLAYBOOK.READ($Playbook.$A$1:$D$40)")
        self.sheet().formula("K2", "=LEAD.TABLE(A1:I9;K1)")
        self.sheet().formula("K3", "=LEAD.HISTORY($Log.$A$1:$C$3)")
        self.document = self.document.reopen()

    def sheet(self, which=0):
        return self.document.sheet(which)

    def result(self, formula, rows=1):
        if rows > 1:
            self.sheet().array_formula(f"M1:M{rows}", formula)
            return [row[0] for row in self.sheet().results(f"M1:M{rows}")]
        self.sheet().formula("M1", formula)
        return self.sheet().result("M1")


class BadInput(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = cls.enterClassContext(Office(oxt=OXT))

    def newest_message(self):
        messages = self.office.service("org.kakehashi.Messages")
        return messages.getByIndex(0) if messages.getCount() else ""

    def check(self, case):
        book = Workbook(self.office)
        with self.office.time_limit(case.seconds + 20):
            if case.change:
                case.change(book)
            result = book.result(case.formula, case.rows)
            message = self.newest_message() if case.message else ""
            book.document.close()
        possible = case.expected if isinstance(case.expected, tuple) else (case.expected,)
        self.assertTrue(any(same(result, one) for one in possible),
                        f"{case.formula} gives {result!r}, not {case.expected!r}; {self.newest_message()}")
        self.assertIn(case.message, message)

    def test_there_are_enough_cases(self):
        self.assertGreaterEqual(len(CASES), 60)
        self.assertEqual(len({case.name for case in CASES}), len(CASES))

    def test_every_case_gives_its_error(self):
        for case in CASES:
            with self.subTest(case.name):
                self.restart_if_needed()
                try:
                    self.check(case)
                except AssertionError:
                    raise
                except Exception as failure:  # the bridge breaks when soffice dies
                    self.fail(f"{case.name}: soffice is {'alive' if self.office.alive() else 'gone'}: {failure!r}")
        self.assertTrue(self.office.alive())
        self.assertEqual(Workbook(self.office).result(CONTROL), 3.0)

    def restart_if_needed(self):
        if not self.office.alive():
            self.office.restart()

    def test_messages_are_in_the_language_of_the_office(self):
        book = Workbook(self.office)
        book.result('=LEAD.COUNT(K2;"Region = East")')
        self.assertRegex(self.newest_message(), r"^LEAD\.COUNT: #N/A: .*Region")
        book.document.close()


class BadInputInJapanese(unittest.TestCase):
    def test_the_reason_is_japanese(self):
        with Office(oxt=OXT, ui_language="ja") as office:
            book = Workbook(office)
            self.assertEqual(book.result('=LEAD.COUNT(K2;"Source = ")'), "Err:502")
            message = office.service("org.kakehashi.Messages").getByIndex(0)
            self.assertIn("10文字目", message)
            self.assertIn("必要です", message)


if __name__ == "__main__":
    unittest.main()
