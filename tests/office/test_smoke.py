"""The package installs, Calc knows its functions, and a formula through a handle gives a figure."""

import unittest

from calc import CalcError
from material import OXT
from office import Office

LEADS = [
    ["ID", "Source", "Employees"],
    ["L-1", "Web", 240],
    ["L-2", "Ｗｅｂ", 80],
    ["L-3", "Trade show", 500],
]


class Smoke(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = cls.enterClassContext(Office(oxt=OXT))
        with cls.office.new_document() as document:
            document.sheet().formula("A1", "=1+1")
            cls.loaded_without_need = cls.office.has_loaded("libkakehashi.so")

    def setUp(self):
        self.document = self.enterContext(self.office.new_document())
        self.sheet = self.document.sheet()
        self.sheet.put("A1", LEADS)

    def test_calc_knows_the_functions_of_every_group(self):
        known = self.office.function_descriptions()
        for name in ("PLAYBOOK.READ", "LEAD.COUNT", "FUNNEL.RATE", "GOAL.PERIOD"):
            self.assertIn(name, known)

    def test_the_library_is_loaded_when_it_is_first_needed(self):
        self.assertFalse(self.loaded_without_need)
        self.sheet.formula("E1", "=LEAD.COUNT(A1:C4)")
        self.assertTrue(self.office.has_loaded("libkakehashi.so"))

    def test_the_file_format_name_is_the_service_and_the_method(self):
        self.sheet.formula("E1", "=LEAD.COUNT(A1:C4)")
        tokens = self.sheet.cells("E1").getTokens()
        self.assertIn("org.kakehashi.Functions.leadCount", [token.Data for token in tokens])

    def test_a_count_follows_its_handle(self):
        self.sheet.formula("E1", "=LEAD.TABLE(A1:C4)")
        self.sheet.formula("E2", '=LEAD.COUNT(E1;"Source = Web")')
        self.assertEqual(self.sheet.result("E2"), 2)
        self.sheet.put("B4", [["web"]])
        self.assertEqual(self.sheet.result("E2"), 3)

    def test_an_unknown_column_is_not_available(self):
        self.sheet.formula("E1", '=LEAD.COUNT(A1:C4;"Region = East")')
        result = self.sheet.result("E1")
        self.assertIsInstance(result, CalcError)
        self.assertEqual(result, "#N/A")


if __name__ == "__main__":
    unittest.main()
