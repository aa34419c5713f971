"""The BPI 2012 loan applications: one funnel from date columns and again from the event log, as cells of a real Calc."""

import json
import unittest

from calc import CalcError
from material import DATA, OXT, needs_data
from office import Office

FOLDER = DATA / "bpi2012"
CSV = {"FilterName": "Text - txt - csv (StarCalc)", "FilterOptions": "44,34,76,1,,1033,false,true"}
STAGES = ["A_SUBMITTED", "A_PREACCEPTED", "A_ACCEPTED", "A_FINALIZED", "O_SENT", "O_SENT_BACK", "A_ACTIVATED"]
PLAYBOOK = [
    ["[playbook]"], ["key", "value"], ["as of", "2012-03-14"], [],
    ["[columns]"], ["role", "header"], ["id", "case_id"], ["amount", "amount_requested"], [],
    ["[stages]"], ["stage", "column"], *[[stage, stage] for stage in STAGES], [],
    ["[outcomes]"], ["outcome", "when"],
    ["won", "A_ACTIVATED is not empty"],
    ["lost", "A_DECLINED is not empty or A_CANCELLED is not empty"],
]


@needs_data("bpi2012")
class LoanApplications(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.truth = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))
        cls.office = cls.enterClassContext(Office(oxt=OXT))
        cls.document = cls.enterClassContext(cls.office.load(FOLDER / "cases_first_stage_times.csv", **CSV))
        cls.cases = cls.document.sheet(0)
        cls.cases.object.setName("Cases")
        cls.import_log()
        cls.document.add_sheet("Playbook").put("A1", PLAYBOOK)
        cls.figures = cls.document.add_sheet("Figures")
        cases, events = cls.truth["cases"] + 1, cls.truth["events_A_O"] + 1
        for address, formula in {
            "A1": f"=PLAYBOOK.READ($Playbook.$A$1:$B${len(PLAYBOOK)})",
            "A2": f"=LEAD.TABLE($Cases.$A$1:$Q${cases};$A$1)",
            "A3": f"=LEAD.HISTORY($Log.$A$1:$C${events})",
            "A4": f"=LEAD.TABLE($Cases.$A$1:$Q${cases};$A$1;$A$3)",
        }.items():
            cls.figures.formula(address, formula)

    @classmethod
    def import_log(cls):
        """With the columns a history needs left: case, activity, time."""
        with cls.office.load(FOLDER / "events_A_O.csv", **CSV) as log:
            name = log.sheet().object.Name
            cls.document.component.Sheets.importSheet(log.component, name, 1)
        sheet = cls.document.sheet(1)
        sheet.object.setName("Log")
        for column in (3, 1):  # lifecycle, amount_requested
            sheet.object.Columns.removeByIndex(column, 1)

    def value(self, formula):
        self.figures.formula("C1", formula)
        return self.figures.result("C1")

    def check_funnel(self, leads):
        self.figures.array_formula("E1:L7", f"=FUNNEL.TABLE({leads})")
        table = self.figures.results("E1:L7")
        for k, step in enumerate(self.truth["funnel_ever_reached"]):
            stage = STAGES[k]
            with self.subTest(stage):
                self.assertEqual(stage, step["stage"])
                self.assertEqual(self.value(f'=FUNNEL.COUNT({leads};"{stage}")'), step["cases"])
                self.assertEqual(table[k][0], step["cases"])
                self.assertAlmostEqual(table[k][1], step["from_first"], places=9)
                if k == 0:
                    self.assertEqual(table[0][2:7], [CalcError(32767)] * 5)
                    continue
                self.assertAlmostEqual(table[k][2], step["from_previous"], places=9)
                lag = self.truth["lags"][f"{STAGES[k - 1]} -> {stage}"]
                median = self.value(f'=FUNNEL.DAYS({leads};"{STAGES[k - 1]}";"{stage}")')
                self.assertAlmostEqual(median, lag["median_elapsed_days"], delta=0.01)
                self.assertAlmostEqual(table[k][5], lag["median_elapsed_days"], delta=0.01)
                self.assertAlmostEqual(table[k][6], lag["p90_elapsed_days"], delta=0.01)
        whole = self.truth["lags"]["A_SUBMITTED -> A_ACTIVATED"]["median_elapsed_days"]
        self.assertAlmostEqual(self.value(f'=FUNNEL.DAYS({leads};"A_SUBMITTED";"A_ACTIVATED")'), whole, delta=0.01)

    def test_the_dates_arrived_as_dates(self):
        self.assertIsInstance(self.cases.result("C2"), float)
        self.assertEqual(self.value("=LEAD.COUNT($A$2)"), self.truth["cases"])
        self.assertEqual(self.value("=PLAYBOOK.PROBLEMS($A$1)"), "ok")

    def test_the_funnel_from_date_columns(self):
        self.check_funnel("$A$2")

    def test_the_funnel_from_the_event_log(self):
        self.check_funnel("$A$4")

    def test_outcomes(self):
        self.assertEqual(self.value('=LEAD.COUNT($A$2;"won")'), self.truth["outcome"]["activated"])
        self.assertEqual(self.value('=LEAD.COUNT($A$2;"lost")'),
                         self.truth["outcome"]["declined"] + self.truth["outcome"]["cancelled"])
        self.assertEqual(self.value('=LEAD.COUNT($A$2;"open")'), self.truth["outcome"]["open"])

    def test_submissions_per_month(self):
        for month, truth in self.truth["by_submission_month"].items():
            period = f'DATEVALUE("{month}-01");EOMONTH(DATEVALUE("{month}-01");0)'
            with self.subTest(month):
                self.assertEqual(self.value(f'=FUNNEL.COUNT($A$2;"A_SUBMITTED";{period})'), truth["n"])
                rate = self.value(f'=FUNNEL.RATE($A$2;"A_SUBMITTED";"A_ACTIVATED";{period})')
                self.assertAlmostEqual(rate, truth["rate"], places=9)


if __name__ == "__main__":
    unittest.main()
