"""The Maven CRM data in sheets as a user opens it: cells give the figures that others computed from the same file."""

import json
import unittest

from compare import same
from material import DATA, OXT, needs_data
from office import Office

FOLDER = DATA / "maven-crm"
CSV = {"FilterName": "Text - txt - csv (StarCalc)", "FilterOptions": "44,34,76,1,,1033,false,true"}
PLAYBOOK = [
    ["[playbook]"],
    ["key", "value"],
    ["name", "Maven"],
    ["as of", "2017-12-31"],
    [],
    ["[columns]"],
    ["role", "header"],
    ["id", "opportunity_id"],
    ["amount", "close_value"],
    ["closed", "close_date"],
    [],
    ["[stages]"],
    ["stage", "column", "when"],
    ["Prospecting", None, "deal_stage is not empty"],
    ["Engaging", "engage_date"],
    ["Won", "won_date"],
    [],
    ["[outcomes]"],
    ["outcome", "when"],
    ["won", "deal_stage = Won"],
    ["lost", "deal_stage = Lost"],
]
ROWS = 8800
QUARTERS = {
    "2017 Q1": ("2017-01-01", "2017-03-31"),
    "2017 Q2": ("2017-04-01", "2017-06-30"),
    "2017 Q3": ("2017-07-01", "2017-09-30"),
    "2017 Q4": ("2017-10-01", "2017-12-31"),
}


@needs_data("maven-crm")
class Maven(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.truth = json.loads((FOLDER / "truth.json").read_text(encoding="utf-8"))
        cls.office = cls.enterClassContext(Office(oxt=OXT))
        cls.document = cls.enterClassContext(cls.office.load(FOLDER / "sales_pipeline.csv", **CSV))
        with cls.office.load(FOLDER / "sales_teams.csv", **CSV) as teams:
            name = teams.sheet().object.Name
            cls.document.component.Sheets.importSheet(teams.component, name, 1)
        cls.pipeline, cls.teams = cls.document.sheet(0), cls.document.sheet(1)
        cls.teams.object.setName("Teams")
        cls.pipeline.object.setName("Pipeline")
        cls.add_columns()
        cls.document.add_sheet("Playbook").put("A1", PLAYBOOK)
        cls.figures = cls.document.add_sheet("Figures")
        cls.figures.formula("A1", "=PLAYBOOK.READ($Playbook.$A$1:$C$21)")
        cls.figures.formula("A2", f"=LEAD.TABLE($Pipeline.$A$1:$J${ROWS + 1};$A$1)")
        cls.leads = "$A$2"

    @classmethod
    def add_columns(cls):
        """The office of the agent, looked up in the other sheet, and the day a deal was won."""
        cls.pipeline.put("I1", [["regional_office", "won_date"]])
        rows = range(2, ROWS + 2)
        cls.pipeline.formulas(f"I2:J{ROWS + 1}", [
            [f"=INDEX($Teams.$C$2:$C$36;MATCH(B{row};$Teams.$A$2:$A$36;0))", f'=IF(E{row}="Won";G{row};"")']
            for row in rows])

    def value(self, formula):
        self.figures.formula("C1", formula)
        return self.figures.result("C1")

    def check(self, formula, expected):
        with self.subTest(formula):
            result = self.value(formula)
            self.assertTrue(same(result, expected), f"{formula} gives {result!r}, the truth is {expected!r}")

    def test_the_file_arrived_with_its_dates_as_dates(self):
        self.assertEqual(self.pipeline.results("A2:H2"), [["1C1I7A6R", "Moses Frase", "GTX Plus Basic", "Cancity", "Won",
                                                           42663.0, 42795.0, 1054.0]])
        self.check(f"=LEAD.COUNT({self.leads})", ROWS)

    def test_the_playbook_has_no_problems(self):
        self.check("=PLAYBOOK.PROBLEMS($A$1)", "ok")

    def test_counts_per_stage(self):
        for stage, count in self.truth["stage_counts"].items():
            self.check(f'=LEAD.COUNT({self.leads};"deal_stage = {stage}")', count)
            self.check(f'=LEAD.COUNT($Pipeline.$A$1:$J${ROWS + 1};"deal_stage = {stage}")', count)
        self.check(f'=FUNNEL.NOW({self.leads};"Prospecting")', self.truth["stage_counts"]["Prospecting"])
        self.check(f'=FUNNEL.NOW({self.leads};"Engaging")', self.truth["stage_counts"]["Engaging"])
        self.check(f'=FUNNEL.COUNT({self.leads};"Won")', self.truth["stage_counts"]["Won"])

    def test_stage_counts_as_groups(self):
        counts = sorted(self.truth["stage_counts"].items(), key=lambda stage: -stage[1])
        self.figures.array_formula("E1:E4", f'=LEAD.GROUPS({self.leads};"deal_stage")')
        self.figures.array_formula("F1:F4", f'=LEAD.GROUPCOUNTS({self.leads};"deal_stage")')
        self.assertEqual([tuple(row) for row in self.figures.results("E1:F4")], counts)

    def test_win_rate_overall(self):
        self.check(f"=FUNNEL.WINRATE({self.leads})", self.rounded("win_rate_won_over_closed"))

    def test_win_rate_per_office(self):
        for office, truth in self.truth["by_regional_office"].items():
            where = f'"regional_office = {office}"'
            self.check(f"=LEAD.COUNT({self.leads};{where})", truth["rows"])
            with self.subTest(office):
                result = self.value(f"=FUNNEL.WINRATE({self.leads};;;{where})")
                self.assertAlmostEqual(result, truth["win_rate"], places=9)

    def test_won_count_and_value_per_closing_quarter(self):
        for quarter, (first, last) in QUARTERS.items():
            count = self.truth["won_count_by_close_quarter"][quarter]
            value = self.truth["won_value_by_close_quarter"][quarter]
            self.check(f'=FUNNEL.COUNT({self.leads};"Won";DATEVALUE("{first}");DATEVALUE("{last}"))', count)
            self.check(f'=FUNNEL.VALUE({self.leads};"Won";DATEVALUE("{first}");DATEVALUE("{last}"))', value)
            where = f'"won and close_date between {first} and {last}"'
            self.check(f"=LEAD.COUNT({self.leads};{where})", count)
            self.check(f'=LEAD.STAT({self.leads};"close_value";"sum";{where})', value)

    def test_the_median_cycle_of_won_deals(self):
        median = self.truth["sales_cycle_days_won"]["median"]
        self.check(f'=FUNNEL.DAYS({self.leads};"Engaging";"Won")', median)
        for office, truth in self.truth["by_regional_office"].items():
            self.check(f'=FUNNEL.DAYS({self.leads};"Engaging";"Won";;;;"regional_office = {office}")',
                       truth["median_cycle_won"])
        self.check(f'=FUNNEL.DAYS({self.leads};"Engaging";"Won";0.9)', self.truth["sales_cycle_days_won"]["p90"])

    def test_another_agents_office_moves_the_figures_at_once(self):
        where = '"regional_office = East"'
        east = self.truth["by_regional_office"]["East"]["rows"]
        self.figures.formula("C3", f"=LEAD.COUNT({self.leads};{where})")
        self.assertEqual(self.figures.result("C3"), east)
        agent = next(row for row, line in enumerate(self.teams.results("A1:A36"), 1) if line == ["Anna Snelling"])
        self.teams.put(f"C{agent}", [["East"]])
        self.assertEqual(self.figures.result("C3"), east + self.truth["by_agent"]["Anna Snelling"]["rows"])
        self.teams.put(f"C{agent}", [["Central"]])
        self.assertEqual(self.figures.result("C3"), east)

    def rounded(self, key):
        """The truth is written with ten decimals."""
        truth = self.truth[key]
        exact = self.truth["stage_counts"]["Won"] / (self.truth["stage_counts"]["Won"] + self.truth["stage_counts"]["Lost"])
        self.assertAlmostEqual(exact, truth, places=9)
        return exact


if __name__ == "__main__":
    unittest.main()
