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


class Views(unittest.TestCase):
    """A year of a Japanese company: from April, in Japanese, with a joint project and three kinds of actuals."""

    PLAYBOOK = [["[プレイブック]", None], ["項目", "値"], ["基準日", 46155], ["期首月", 4], ["営業日", "月-金"]]  # 2026-05-13
    GOALS = [["目標", "親目標", "部門", "単位", "種別", "開始", "終了", "目標値", "実績"],
             ["売上", None, "マーケティング, 営業", "円", "合計", None, None, None, None],
             ["4月", "売上", "営業", "円", "合計", 46113, 46142, 30, 33],
             ["5月", "売上", "営業", "円", "合計", 46143, 46173, 62, None],
             ["訪問", None, "営業", "件", "合計", None, None, 365, None],
             ["展示会", "売上", "マーケティング, 営業", "円", "合計", 46150, 46160, 11, 5]]
    LOG = [["日付", "担当者", "活動", "件数"], [46113, "佐藤", "訪問", 20], [46153, "佐藤", "訪問", 2],
           [46155, "田中", "訪問", 1], [46156, "田中", "訪問", 64]]

    @classmethod
    def setUpClass(cls):
        cls.office = cls.enterClassContext(Office(oxt=OXT))

    def setUp(self):
        self.sheet = self.enterContext(self.office.new_document()).sheet()
        self.sheet.put("A1", self.PLAYBOOK)
        self.sheet.put("A11", self.GOALS)
        self.sheet.put("A21", self.LOG)
        for row in (12, 15):  # the fiscal year
            self.sheet.formula(f"F{row}", '=GOAL.START("2026-05-13";"年度";L1)')
            self.sheet.formula(f"G{row}", '=GOAL.END("2026-05-13";"年度";L1)')
        self.sheet.formula("I14", "=12+8")
        self.sheet.formula("L1", "=PLAYBOOK.READ(A1:B5)")
        self.sheet.formula("L2", "=GOAL.TABLE(A11:I16;L1;A21:D25)")
        self.sheet.put("L3", [["月"]])

    def ask(self, formula):
        self.sheet.formula("N1", formula)
        return self.sheet.result("N1")

    def board(self, goal):
        return [self.ask(f'=GOAL.{figure}(L2;"{goal}";;L3)')
                for figure in ("TARGET", "ACTUAL", "EXPECTED", "STATUS")]

    def test_one_cell_turns_the_board_from_month_to_quarter_and_year(self):
        self.assertEqual(self.board("訪問"), [31, 3, 13, "at risk"])
        # The joint project of both departments counts once: 20 + 5, of 62 + 11.
        self.assertEqual(self.board("売上")[:2], [73, 25])
        self.sheet.put("L3", [["四半期"]])
        self.assertEqual(self.board("訪問"), [91, 23, 43, "at risk"])
        self.assertEqual(self.board("売上")[:2], [103, 58])
        self.sheet.put("L3", [["週"]])
        self.assertEqual(self.board("訪問"), [7, 3, 3, "ahead"])
        self.assertEqual(self.board("売上")[1], CalcError(32767))
        self.sheet.put("L3", [[None]])
        self.assertEqual(self.board("訪問")[:3], [365, 23, 43])
        self.assertEqual(self.board("売上")[:2], [103, 58])

    def test_a_joint_project_stands_in_the_list_of_both(self):
        for department in ("marketing", "営業"):
            self.assertEqual(self.ask(f'=ISNUMBER(MATCH("展示会";GOAL.LIST(L2;;"{department}";;L3);0))+0'), 1)
        self.assertEqual(self.ask('=INDEX(GOAL.LIST(L2;;"営業";;L3);2)'), "5月")  # April is over

    def test_problems_are_named_with_their_row(self):
        self.assertEqual(self.ask("=INDEX(GOAL.PROBLEMS(L2);1)"), "ok")
        self.sheet.put("B13", [["売り上げ"]])
        self.assertIn("row 3:", self.ask("=INDEX(GOAL.PROBLEMS(L2);1)"))

    def test_a_plan_reaches_back_to_activities(self):
        self.sheet.put("A31", [["ID", "流入元", "リード", "受注", "金額"], ["1", "訪問", 46114, 46124, 100],
                               ["2", "訪問", 46115, None, None], ["3", "Web", 46150, 46152, 300]])
        self.sheet.put("F31", [["[ステージ]", None], ["ステージ", "列"], ["リード", "リード"], ["受注", "受注"], [None, None],
                               ["[結果]", None], ["結果", "条件"], ["受注", "受注 != 空"], [None, None], ["[プレイブック]", None],
                               ["項目", "値"], ["基準日", 46155]])
        self.sheet.formula("L4", "=LEAD.TABLE(A31:E34;F31:G42)")
        # 2 of 3 leads won, 200 each: 9 leads for 1200; 3 leads came with 23 visits.
        self.assertAlmostEqual(self.ask('=GOAL.PLAN(L4;"リード";1200)'), 9)
        self.assertAlmostEqual(self.ask('=GOAL.PLANACTIVITY(L4;A21:D25;"訪問";"リード";1200)'), 69)
        # Median 6 days to won; 1, 2 and 37 days after a visit.
        self.assertEqual(self.ask('=GOAL.PLANACTIVITYDATE(L4;A21:D25;"訪問";"リード";46200)'), 46192)


if __name__ == "__main__":
    unittest.main()
