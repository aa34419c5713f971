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

    def test_touches_are_followed_through_their_handle(self):
        """Edited, reopened, copied with their sheet; a handle and its range show the same."""
        self.sheet.put("A10", [["ID", "Closed", "Result"], ["L-1", 46100, "Won"], ["L-2", 46110, "Won"]])
        self.sheet.put("A20", [["ID", "Date", "Channel"], ["L-1", 46000, "Web"], ["L-1", 46050, "Mail"],
                               ["L-2", 46060, "Mail"], ["L-2", 46120, "Web"]])
        self.sheet.formula("K1", "=LEAD.TABLE(A10:C12)")
        self.sheet.formula("K2", "=FUNNEL.TOUCHES(A20:C24)")
        self.sheet.formula("K3", '=FUNNEL.ATTRIBUTION(K1;K2;"Web";"linear")')
        self.sheet.formula("K4", '=FUNNEL.ATTRIBUTION(K1;A20:C24;"Web";"linear")')

        def check(sheet, web):
            self.assertRegex(sheet.result("K2"), "^4 touches · r[0-9a-z]+$")
            for cell in ("K3", "K4"):
                self.assertAlmostEqual(sheet.result(cell), web, 12, cell)

        check(self.sheet, 0.5)
        self.sheet.put("C23", [["Web"]])  # one cell
        check(self.sheet, 1.5)
        self.sheet.put("A21", [["L-2", 46000, "Mail"], ["L-2", 46050, "Mail"]])  # pasted
        check(self.sheet, 1 / 3)
        self.sheet.put("B12", [[46055]])  # the leads alone: now the third touch comes after the close
        check(self.sheet, 0)
        self.sheet.put("B12", [[46110]])
        self.document.component.calculateAll()
        check(self.sheet, 1 / 3)
        sheets = self.document.component.Sheets
        sheets.copyByName(sheets.getByIndex(0).Name, "Copy", 1)
        copy = self.document.sheet(1)
        copy.put("C21", [["Web"]])
        check(copy, 2 / 3)
        check(self.sheet, 1 / 3)
        again = self.reopened().sheet()
        check(again, 1 / 3)
        again.put("C21", [["Web"]])
        check(again, 2 / 3)
        check(self.sheet, 1 / 3)

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

    def test_a_playbook_and_a_changed_copy_of_it_live_side_by_side(self):
        """As people try a rule change: copy the blocks, edit the copy, compare. Both bear the same title."""
        self.sheet.put("E11", PLAYBOOK[:4] + [["fiscal year starts", 7]])
        self.sheet.formula("H3", "=PLAYBOOK.READ(E1:F5)")
        self.sheet.formula("H4", "=PLAYBOOK.READ(E11:F15)")
        self.sheet.formula("H5", PERIOD.format("H3"))
        self.sheet.formula("H6", PERIOD.format("H4"))

        def check(sheet, first, second):
            self.assertEqual((sheet.result("H5"), sheet.result("H6")), (first, second))
            self.assertEqual(sheet.result("H3"), "Ours v2 · draft")
            self.assertRegex(sheet.result("H4"), "^Ours v2 · draft · [0-9a-f]{12}$")

        check(self.sheet, "FY2026 Q3", "FY2026 Q2")
        self.sheet.put("F5", [[10]])
        check(self.sheet, "FY2026 Q1", "FY2026 Q2")
        self.sheet.put("F15", [[4]])
        check(self.sheet, "FY2026 Q1", "FY2026 Q3")
        for sheet in (self.reopened().sheet(), self.sheet):
            check(sheet, "FY2026 Q1", "FY2026 Q3")
        self.document.component.calculateAll()
        check(self.sheet, "FY2026 Q1", "FY2026 Q3")
        # Alone again, the copy needs no mark.
        self.sheet.formula("H3", "")
        self.sheet.put("F15", [[7]])
        self.assertEqual(self.sheet.result("H4"), "Ours v2 · draft")
        self.assertEqual(self.sheet.result("H6"), "FY2026 Q2")

    def test_a_cell_that_reads_another_playbook_shows_the_bare_title(self):
        self.sheet.put("E11", PLAYBOOK[:4] + [["fiscal year starts", 7]])
        self.sheet.formula("H3", "=PLAYBOOK.READ(E1:F5)")
        self.sheet.formula("H5", PERIOD.format("H3"))
        self.sheet.formula("H3", "=PLAYBOOK.READ(E11:F15)")
        self.assertEqual(self.sheet.result("H3"), "Ours v2 · draft")
        self.assertEqual(self.sheet.result("H5"), "FY2026 Q2")

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
