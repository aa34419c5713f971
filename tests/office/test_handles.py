"""Handles survive what their registration does not: reopening, copies, other documents; and say so where they cannot."""

import unittest

from calc import CalcError
from material import OXT
from office import Office

LEADS = [["ID", "Source", "Amount"], ["L-1", "Web", 10], ["L-2", "web", 20], ["L-3", "Show", 5]]
PLAYBOOK = [["[playbook]", None], ["key", "value"], ["name", "Ours"], ["version", "2"], ["fiscal year starts", 4]]
PERIOD = '=GOAL.PERIOD(46348;"quarter";{})'


class Handles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = cls.enterClassContext(Office(oxt=OXT))

    def setUp(self):
        self.document = self.enterContext(self.office.new_document())
        self.sheet = self.document.sheet()
        self.sheet.put("A1", LEADS)
        self.sheet.put("E1", PLAYBOOK)
        self.sheet.formula("H1", "=LEAD.TABLE(A1:C4)")
        self.sheet.formula("H2", '=LEAD.COUNT(H1;"Source = Web")')

    def reopened(self):
        path = self.office.directory / f"{self.id()}.ods"
        self.office.store(self.document, path)
        return self.enterContext(self.office.load(path))

    def message(self):
        return self.office.service("org.kakehashi.Messages").getByIndex(0)

    def test_a_reopened_file_is_recalculated_without_a_trace(self):
        before = self.sheet.result("H1")
        document = self.reopened()
        self.assertNotEqual(document.sheet().result("H1"), before)
        self.assertFalse(document.component.isModified())
        self.assertFalse(document.component.getUndoManager().isUndoPossible())

    def test_a_reopened_file_has_its_own_figures(self):
        sheet = self.reopened().sheet()
        sheet.put("B4", [["Web"]])
        self.assertEqual(sheet.result("H2"), 3)
        self.assertEqual(self.sheet.result("H2"), 2)

    def test_a_protected_sheet_opens_with_its_figures(self):
        self.document.component.Sheets.getByIndex(0).protect("secret")
        self.assertEqual(self.reopened().sheet().result("H2"), 2)

    def test_a_handle_in_an_array_formula_is_recalculated_too(self):
        self.sheet.cells("H1:H1").setArrayFormula("=LEAD.TABLE(A1:C4)")
        sheet = self.reopened().sheet()
        self.assertEqual(sheet.result("H2"), 2)
        self.assertTrue(sheet.cells("H1").getFormula().startswith("{"))

    def test_a_copied_sheet_counts_its_own_leads(self):
        sheets = self.document.component.Sheets
        sheets.copyByName(sheets.getByIndex(0).Name, "Copy", 1)
        copy = self.document.sheet(1)
        copy.put("B2", [["Phone"]])
        self.assertEqual(copy.result("H2"), 1)
        self.assertEqual(self.sheet.result("H2"), 2)

    def test_a_cell_may_refer_to_a_handle_in_any_way(self):
        self.sheet.formula("I1", "=H1")
        for argument in ("I1", 'INDIRECT("H1")', "OFFSET(H1;0;0)", "$H$1"):
            self.sheet.formula("I2", f"=LEAD.COUNT({argument})")
            self.assertEqual(self.sheet.result("I2"), 3, argument)

    def test_the_mere_text_of_a_handle_is_refused(self):
        self.sheet.put("I1", [[self.sheet.result("H1")]])
        self.sheet.formula("I2", "=LEAD.COUNT(I1)")
        self.assertEqual(self.sheet.result("I2"), CalcError(502))
        self.assertIn("text of a handle", self.message())

    def test_the_error_of_a_handle_is_the_error_of_its_figures(self):
        self.sheet.formula("H1", "=LEAD.TABLE(A1:C4;5/0)")
        self.assertEqual(self.sheet.result("H2"), CalcError(532))

    def test_a_lead_that_asks_for_a_figure_of_its_own_table_is_circular(self):
        self.sheet.formula("C2", '=LEAD.COUNT(H1;"Amount > 1")')
        self.assertEqual(self.sheet.result("C2"), CalcError(522))
        self.sheet.put("C2", [[10]])
        self.assertEqual(self.sheet.result("H2"), 2)

    def test_a_playbook_is_followed_through_its_cell_and_through_its_text(self):
        self.sheet.formula("H3", "=PLAYBOOK.READ(E1:F5)")
        self.sheet.formula("H4", PERIOD.format("H3"))
        self.sheet.formula("H5", "=PLAYBOOK.STATUS(H3)")
        self.assertEqual(self.sheet.result("H4"), "FY2026 Q3")
        self.assertEqual(self.sheet.result("H5"), "draft")
        self.sheet.put("F5", [[1]])
        self.assertEqual(self.sheet.result("H4"), "2026 Q4")

    def test_two_different_playbooks_with_one_name_are_refused(self):
        self.sheet.put("E11", PLAYBOOK[:4] + [["fiscal year starts", 7]])
        self.sheet.formula("H3", "=PLAYBOOK.READ(E1:F5)")
        self.sheet.formula("H4", "=PLAYBOOK.READ(E11:F15)")
        self.sheet.formula("H5", PERIOD.format("H3"))
        self.assertEqual(self.sheet.result("H5"), CalcError(502))
        self.assertIn("two different playbooks", self.message())
        self.sheet.put("F14", [["3"]])
        self.document.component.calculateAll()
        self.assertEqual(self.sheet.result("H5"), "FY2026 Q3")

    def test_a_playbook_file_beside_the_document_is_read_again_when_it_opens(self):
        document = self.reopened()
        sheet = document.sheet()
        (self.office.directory / "ours.json").write_text('{"playbook": {"name": "File", "version": "1"}}')
        sheet.put("I1", [["ours.json"]])
        sheet.formula("I2", "=PLAYBOOK.READ(I1)")
        self.assertEqual(sheet.result("I2"), "File v1 · draft")
        (self.office.directory / "ours.json").write_text('{"playbook": {"name": "File", "version": "2"}}')
        path = self.office.directory / "beside.ods"
        self.office.store(document, path)
        again = self.enterContext(self.office.load(path))
        self.assertEqual(again.sheet().result("I2"), "File v2 · draft")

    def test_a_playbook_file_elsewhere_is_refused(self):
        sheet = self.reopened().sheet()
        sheet.put("I1", [["/etc/elsewhere.json"]])
        sheet.formula("I2", "=PLAYBOOK.READ(I1)")
        self.assertEqual(sheet.result("I2"), CalcError(502))
        self.assertIn("neither beside the document", self.message())


if __name__ == "__main__":
    unittest.main()
