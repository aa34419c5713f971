"""Import: files of CRMs become rows of a team workbook, as texts, numbers and dates; again, and without loss."""

import csv
import json
import unittest

from material import DATA, OXT, needs_data
from office import Office
from commands import reason, run, snapshot

ROLES = {"ID", "Company", "Name", "Email", "Owner", "Amount", "Stage", "Created", "Closed", "Source"}
FIRST = 3  # the first row of headers on a sheet of the template, from 0: below title and purpose is row 2
CP932 = {"kintone_sjis.csv"}


class Team:
    """A document with the tables of a team, as the first import makes them."""

    def __init__(self, document):
        self.document = document

    def sheet(self, name):
        return self.document.sheet(name)

    def headers(self, name="Leads"):
        row = self.sheet(name).object.getCellRangeByPosition(0, 2, 1023, 2).getDataArray()[0]
        filled = [i for i, value in enumerate(row) if value != ""]
        return list(row[: filled[-1] + 1]) if filled else []

    def rows(self, name="Leads", count=None):
        sheet = self.sheet(name).object
        cursor = sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        end = cursor.RangeAddress.EndRow if count is None else 2 + count
        width = len(self.headers(name))
        if end < 3:
            return []
        rows = sheet.getCellRangeByPosition(0, 3, width - 1, end).getDataArray()
        while rows and not any(value != "" for value in rows[-1]):
            rows = rows[:-1]
        return list(rows)

    def column(self, header, name="Leads"):
        index = self.headers(name).index(header)
        return [row[index] for row in self.rows(name)]

    def figure(self, formula):
        cell = self.sheet("Start").object.getCellByPosition(25, 200)
        cell.setFormula(formula)
        return cell.getError() or cell.getDataArray()[0][0]


class Import(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = cls.enterClassContext(Office(oxt=OXT))

    def setUp(self):
        self.document = self.office.new_document(hidden=False)
        self.addCleanup(lambda: self.document.close())
        self.team = Team(self.document)

    def file(self, text, name="leads.csv", encoding="utf-8"):
        path = self.office.directory / name
        path.write_bytes(text.encode(encoding))
        return str(self.office.share(path))

    def bring(self, path, **arguments):
        return run(self.office, "import", self.document, **{"from": str(self.office.share(path)), **arguments})

    def test_texts_numbers_and_dates_arrive_as_what_they_are(self):
        outcome = self.bring(self.file(
            "ID,Company,Amount,Created,Note,Phone,Code\n"
            '007,=1+1,"$1,234,567",2026/11/21,+plus,0312345678,"two\nlines"\n'
            "008,@name,(500),2026-11-22,-none-,090-1234,x\n"))
        self.assertIn("2 rows, 2 of them new", outcome)
        self.assertEqual(self.team.column("ID"), ["007", "008"])
        self.assertEqual(self.team.column("Company"), ["=1+1", "@name"])
        self.assertEqual(self.team.column("Amount"), [1234567.0, -500.0])
        self.assertEqual(self.team.column("Created"), [46347.0, 46348.0])
        self.assertEqual(self.team.column("Note"), ["+plus", "-none-"])
        self.assertEqual(self.team.column("Phone"), ["0312345678", "090-1234"])
        self.assertEqual(self.team.column("Code"), ["two\nlines", "x"])
        cell = self.team.sheet("Leads").cells("B4")
        self.assertEqual(cell.getCellByPosition(0, 0).getFormula(), "=1+1")
        self.assertEqual(self.team.sheet("Leads").error("B4"), 0)

    def test_an_import_is_one_step_and_a_cancelled_one_leaves_nothing(self):
        path = self.file("ID,Company\n1,Alpha\n2,Beta\n")
        before = snapshot(self.document)
        for steps in (0, 3, 40):
            with self.subTest(steps):
                message = reason(self.office, "import", self.document, cancelAfter=str(steps), **{"from": path})
                self.assertEqual(message, "Cancelled; nothing was changed.")
                self.assertEqual(snapshot(self.document), before)
        self.bring(path)
        self.assertEqual(len(self.document.component.UndoManager.getAllUndoActionTitles()), 1)
        self.document.undo()
        self.assertEqual(snapshot(self.document), before)

    def test_what_people_added_stays(self):
        first = self.file("ID,Company,Amount,City\nA,Alpha,100,Tokyo\nB,Beta,200,Osaka\n")
        self.bring(first)
        sheet = self.team.sheet("Leads")
        width = len(self.team.headers())
        sheet.object.getCellByPosition(width, 2).setString("Mine")
        sheet.object.getCellByPosition(width, 3).setString("call back")
        amount = self.team.headers().index("Amount")
        sheet.object.getCellByPosition(amount, 4).setFormula("=2*100")
        sheet.object.getCellByPosition(width + 1, 2).setString("Double")
        sheet.object.getCellByPosition(width + 1, 3).setFormula("=ROW()")
        before = snapshot(self.document)
        outcome = self.bring(first)
        self.assertIn("2 unchanged", outcome)
        self.assertEqual(snapshot(self.document), before)
        outcome = self.bring(self.file("ID,Company,Amount,City\nB,Beta Inc,300,Osaka\nC,Gamma,1,Kobe\n", "next.csv"))
        self.assertIn("1 of them new, 1 updated", outcome)
        self.assertIn("1 cell was not written because it holds a formula", outcome)
        self.assertIn("1 row of the table is not in the file; it stays", outcome)
        self.assertEqual(self.team.column("Company"), ["Alpha", "Beta Inc", "Gamma"])
        self.assertEqual(sheet.object.getCellByPosition(amount, 4).getFormula(), "=2*100")
        self.assertEqual(sheet.object.getCellByPosition(width + 1, 3).getFormula(), "=ROW()")
        self.assertEqual(self.team.column("Mine"), ["call back", "", ""])

    def test_lines_that_cannot_be_used_are_listed(self):
        outcome = self.bring(self.file("ID,Company,City\n1,Alpha,Tokyo\n2,Beta, Inc,Osaka\n3,\"open,Kobe\nTotal,,\n"))
        self.assertIn("3 lines could not be used", outcome)
        self.assertEqual(self.team.column("ID"), ["1"])
        notes = self.team.sheet("Import notes")
        self.assertEqual([row[0] for row in notes.results("A5:A7")], [3.0, 4.0, 5.0])

    def test_errors_say_what_to_do_and_change_nothing(self):
        before = snapshot(self.document)
        self.assertIn("There is no file", reason(self.office, "import", self.document, **{"from": "/nowhere/x.csv"}))
        self.assertIn("argument from", reason(self.office, "import", self.document))
        path = self.file("ID,Company\n1,Alpha\n")
        self.assertIn("There is no table", reason(self.office, "import", self.document, into="zoo", **{"from": path}))
        self.assertIn("not known", reason(self.office, "import", self.document, encoding="x", **{"from": path}))
        zipped = self.file("PK\x03\x04", "book.xlsx")
        self.assertIn("Save the table as CSV", reason(self.office, "import", self.document, **{"from": zipped}))
        self.assertEqual(snapshot(self.document), before)
        self.bring(path)
        before = snapshot(self.document)
        self.team.sheet("Leads").object.protect("")
        self.assertIn("protected", reason(self.office, "import", self.document, **{"from": path}))
        self.team.sheet("Leads").object.unprotect("")
        self.assertEqual(snapshot(self.document), before)

    def test_what_was_not_recognised_is_said_of_new_leads(self):
        said = "No column was recognised as the created date or a stage"
        self.assertIn(said, self.bring(self.file("ID,Amount,A_SUBMITTED\n1,5,2011-10-01\n")))
        run(self.office, "check", self.document)
        rows = self.document.sheet("Data check").cells("A1:E30").getDataArray()
        kinds = [row[1] for row in rows if row[0].startswith(("■", "▼", "○"))]
        self.assertEqual(kinds[0], "No lead has a date")
        self.assertNotIn("recognised", self.bring(self.file("ID,Amount\n1,6\n", "again.csv")))
        self.bring(self.file("ID,Stage,Date\n1,MQL,2026-01-05\n", "log.csv"))
        # The stage log dates their stages.
        self.assertNotIn("recognised", self.bring(self.file("ID,Amount\n2,6\n", "more.csv")))

    def test_a_mapping_is_followed_and_remembered(self):
        path = self.file("ID;Betrag;Fax\n1;1,5;2\n")
        self.bring(path, mapping="Betrag=Amount;Fax=-")
        self.assertEqual(self.team.column("Amount"), [1.5])
        self.assertNotIn("Fax", self.team.headers())
        outcome = self.bring(path)
        self.assertIn("1 unchanged", outcome)
        self.assertNotIn("Betrag", self.team.headers())

    def test_logs_go_to_their_sheets(self):
        self.bring(self.file("deal_id,date_entered,value\n1,2026-01-01 10:00:00,MQL\n"))
        self.assertEqual(self.team.rows("Stage log")[0][:3], ("1", "MQL", 46023.416666666664))
        self.bring(self.file("Date,Department,Channel,Cost\n2026-01-01,Marketing,Web,\"1,000\"\n", "spend.csv"))
        self.assertEqual(self.team.rows("Spend")[0][:4], (46023.0, "Marketing", "Web", 1000.0))

    def test_a_japanese_workbook_takes_a_japanese_file(self):
        path = self.file("商談ID,取引先名,フェーズ,金額,完了予定日\n1,株式会社髙橋,提案,\"￥1,250,000\",2026年11月21日\n",
                         encoding="cp932")
        outcome = self.bring(path, language="ja")
        self.assertIn("1 row, 1 new", outcome)
        self.assertEqual(self.team.column("会社名", "リード"), ["株式会社髙橋"])
        self.assertEqual(self.team.column("金額", "リード"), [1250000.0])
        self.assertEqual(self.team.column("受注・失注日", "リード"), [46347.0])
        self.assertEqual(self.document.sheet("プレイブック").object.Name, "プレイブック")

    @needs_data("maven-crm")
    def test_maven_gives_the_figures_of_its_truth(self):
        folder = DATA / "maven-crm"
        truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
        outcome = self.bring(folder / "sales_pipeline.csv")
        self.assertIn("Prospecting → Engaging → Won", outcome)
        self.assertEqual(self.team.rows(count=1)[0][0], "1C1I7A6R")
        for formula, expected in {
            "=LEAD.COUNT(KakehashiLeads)": truth["rows"],
            '=FUNNEL.NOW(KakehashiLeads;"Prospecting")': truth["stage_counts"]["Prospecting"],
            '=FUNNEL.NOW(KakehashiLeads;"Engaging")': truth["stage_counts"]["Engaging"],
            '=FUNNEL.COUNT(KakehashiLeads;"Won")': truth["stage_counts"]["Won"],
            "=FUNNEL.WINRATE(KakehashiLeads)": truth["win_rate_won_over_closed"],
            '=FUNNEL.DAYS(KakehashiLeads;"Engaging";"Won")': truth["sales_cycle_days_won"]["median"],
            '=FUNNEL.VALUE(KakehashiLeads;"Won")': truth["won_value_total"],
            **{f'=INDEX(FUNNEL.TABLE(KakehashiLeads;"2017-10-01";"2017-10-08");{row};1)': reached
               for row, reached in ((1, 233), (2, 233), (3, 127))},
        }.items():
            with self.subTest(formula):
                self.assertAlmostEqual(self.team.figure(formula), expected, places=9)
        self.assertEqual(self.team.figure("=INDEX(GOAL.PROBLEMS(KakehashiGoals);1;1)"), "ok")
        self.assertEqual(self.team.figure('=GOAL.STATUS(KakehashiGoals;"Qualified leads")'), "no data")
        self.assertEqual(self.team.figure("=INDEX(PLAYBOOK.PROBLEMS(KakehashiPlaybook);1;1)"), "ok")
        self.team.sheet("Start").cells("Z201").clearContents(1023)
        before = snapshot(self.document)
        self.assertIn("8,800 unchanged", self.bring(folder / "sales_pipeline.csv"))
        self.assertEqual(snapshot(self.document), before)

    @needs_data("crm-exports")
    def test_every_export_arrives_whole_and_twice_the_same(self):
        for path in sorted((DATA / "crm-exports").glob("*.csv")):
            with self.subTest(path.name), self.office.new_document(hidden=False) as document:
                self.document_of = document
                outcome = run(self.office, "import", document, **{"from": str(self.office.share(path))})
                encoding = "cp932" if path.name in CP932 else "utf-8"
                rows = list(csv.reader(path.read_bytes().decode(encoding).splitlines(keepends=True)))
                rows = [row for row in rows if any(cell.strip() for cell in row)]
                while len(rows[0]) < len(rows[-1]) / 2:
                    rows.pop(0)  # a preamble
                self.assertRegex(outcome, f": {len(rows) - 1} rows?, {len(rows) - 1} (of them )?new")
                before = snapshot(document)
                again = run(self.office, "import", document, **{"from": str(self.office.share(path))})
                self.assertIn(f"{len(rows) - 1} unchanged", again)
                self.assertEqual(snapshot(document), before)
                # The goals a new workbook begins with still have their metrics.
                self.assertEqual(Team(document).figure("=INDEX(GOAL.PROBLEMS(KakehashiGoals);1;1)"), "ok")

    @needs_data("jp-jigyosyo")
    def test_cp932_names_and_leading_zeros_arrive(self):
        path = DATA / "jp-jigyosyo" / "JIGYOSYO.CSV"
        outcome = self.bring(path, language="ja")
        self.assertIn("22,245 rows, 22,245 of them new", outcome)
        # No header is known.
        self.assertIn("No column was recognised as the id, the created date or a stage", outcome)
        with open(path, encoding="cp932", newline="") as file:
            rows = list(csv.reader(file))
        headers = self.team.headers("リード")
        first = headers.index("列1")
        here = [row[first:first + 10] for row in self.team.rows("リード")]
        self.assertEqual(here, [tuple(cell.strip(" \u3000") for cell in row[:10]) for row in rows])


if __name__ == "__main__":
    unittest.main()
