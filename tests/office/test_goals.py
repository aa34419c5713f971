"""Goals in a real Calc: what they refer to, what refers to them, and a reopened file."""

import unittest

from calc import CalcError
from material import OXT
from office import Office

DAY = 46023  # 2026-01-01
LEADS = [["ID", "Source", "Lead"], ["L-1", "Web", DAY], ["L-2", "web", DAY + 40], ["L-3", "Show", DAY + 80]]
PLAYBOOK = [["[playbook]", None, None], ["key", "value", None], ["as of", DAY + 180, None], [None, None, None],
            ["[stages]", None, None], ["stage", "column", None], ["Lead", "Lead", None], [None, None, None],
            ["[metrics]", None, None], ["metric", "formula", None], ["New leads", "entered [Lead]", None]]
GOALS = [["goal", "parent", "metric", "unit", "start", "end", "target", "actual"],
         ["Leads", None, None, "leads", DAY, DAY + 364, None, None],
         ["Web leads", "Leads", None, "leads", DAY, DAY + 364, 4, None],
         ["All leads", None, "New leads", "leads", DAY, DAY + 364, 6, None],
         ["Visits", None, None, "visits", DAY, DAY + 364, 10, None]]
LOG = [["date", "person", "activity", "count"], [DAY + 5, "Sato", "Visits", 3], [DAY + 300, "Sato", "Visits", 4]]


class Goals(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = cls.enterClassContext(Office(oxt=OXT))

    def setUp(self):
        self.document = self.enterContext(self.office.new_document())
        self.sheet = self.document.sheet()
        self.sheet.put("A1", LEADS)
        self.sheet.put("E1", PLAYBOOK)
        self.sheet.put("A21", GOALS)
        self.sheet.put("A31", LOG)
        self.sheet.formula("J1", "=PLAYBOOK.READ(E1:G11)")
        self.sheet.formula("J2", "=LEAD.TABLE(A1:C4;J1)")
        self.sheet.formula("J3", "=GOAL.TABLE(A21:H25;J1;A31:D33;J2)")
        self.sheet.formula("J4", '=GOAL.ACTUAL(J3;"Leads")')
        self.sheet.formula("J5", '=GOAL.ACTUAL(J3;"All leads")')
        self.sheet.formula("J6", '=GOAL.ACTUAL(J3;"Visits")')
        self.sheet.formula("H23", '=FUNNEL.COUNT(J2;"Lead";;;"Source = Web")')

    def figures(self, sheet):
        return [sheet.result(f"J{row}") for row in (4, 5, 6)]

    def test_goals_count_what_their_cells_metrics_and_activities_say(self):
        self.assertTrue(self.sheet.result("J3").startswith("4 goals · r"))
        self.assertEqual(self.figures(self.sheet), [2, 3, 3])

    def test_an_actual_that_counts_the_same_leads_follows_them(self):
        self.sheet.put("B4", [["Web"]])
        self.assertEqual(self.figures(self.sheet), [3, 3, 3])
        self.sheet.put("C4", [[None]])
        self.assertEqual(self.figures(self.sheet), [2, 2, 3])
        self.document.component.calculateAll()
        self.assertEqual(self.figures(self.sheet), [2, 2, 3])

    def test_the_log_and_the_playbook_are_followed(self):
        self.sheet.put("D32", [[5]])
        self.assertEqual(self.sheet.result("J6"), 5)
        self.sheet.put("F3", [[DAY + 364]])
        self.assertEqual(self.sheet.result("J6"), 9)

    def test_a_reopened_file_has_its_figures(self):
        path = self.office.directory / "goals.ods"
        self.office.store(self.document, path)
        sheet = self.enterContext(self.office.load(path)).sheet()
        self.assertEqual(self.figures(sheet), [2, 3, 3])
        sheet.put("B4", [["Web"]])
        sheet.put("D32", [[7]])
        self.assertEqual(self.figures(sheet), [3, 3, 7])

    def test_a_goal_that_needs_its_own_tree_is_circular(self):
        self.sheet.formula("H25", '=GOAL.ACTUAL(J3;"Leads")')
        self.assertEqual(self.sheet.result("H25"), CalcError(522))
        self.sheet.put("H25", [[1]])
        self.assertEqual(self.figures(self.sheet), [2, 3, 1])

    def test_a_lead_that_needs_a_goal_of_its_own_table_is_circular(self):
        self.sheet.formula("C2", '=GOAL.ACTUAL(J3;"All leads")')
        self.assertEqual(self.sheet.result("C2"), CalcError(522))
        self.sheet.put("C2", [[DAY]])
        self.assertEqual(self.figures(self.sheet), [2, 3, 3])


if __name__ == "__main__":
    unittest.main()
