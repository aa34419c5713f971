"""The Monday workbook: the weekly summary built, printed, refreshed and carried over to the next week, in English and
Japanese; and the roll-up of several teams' workbooks."""

import subprocess
import unittest

import summary_workbook as team
from material import OXT
from office import Office
from commands import reason, run, differences, snapshot

FORMULA_ERRORS = 4  # com.sun.star.sheet.FormulaResult.ERROR
TITLES = {"en": "Weekly summary", "ja": "週次サマリー"}
CHARTS = {"goalsbars": 2, "funnelbars": 2, "reasonschart": 2, "trendchart": 3, "activitychart": 3}


def block(document, name, plan="summary"):
    """The texts a block of the sheet shows, and its values, row by row."""
    cells = document.component.NamedRanges.getByName(f"_kh_{plan}_{name}").getReferredCells()
    area = cells.RangeAddress
    texts = [[cells.getCellByPosition(column, row).String for column in range(area.EndColumn - area.StartColumn + 1)]
             for row in range(area.EndRow - area.StartRow + 1)]
    return texts, [list(row) for row in cells.getDataArray()]


def row_of(rows, key):
    return next(row for row in rows if row[0] == key)


def summary_sheet(document, language="en"):
    return document.component.Sheets.getByName(TITLES[language])


def charts(sheet, plan="summary"):
    """{name: chart model} of our charts on the sheet."""
    ours = [name for name in sheet.Charts.ElementNames if name.startswith("kh_")]
    return {name.removeprefix(f"kh_{plan}_"): sheet.Charts.getByName(name).getEmbeddedObject() for name in ours}


def area(thing):
    """(left, top, right, bottom) of cells or a shape, in 1/100 mm."""
    at, size = thing.Position, thing.Size
    return at.X, at.Y, at.X + size.Width, at.Y + size.Height


def overlap(a, b):
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def series_count(model):
    diagram = model.getFirstDiagram()
    return sum(len(kind.getDataSeries()) for system in diagram.getCoordinateSystems() for kind in system.getChartTypes())


def pages(pdf):
    shown = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True, check=True).stdout
    return int(next(line.split(":")[1] for line in shown.splitlines() if line.startswith("Pages")))


def text(pdf):
    return subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout


class Summary(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = cls.enterClassContext(Office(oxt=OXT))
        # A shape that we let go of while its document closes makes LibreOffice 26.8 free it twice.
        cls.kept = []

    def open_team(self, language, leads=None):
        document = self.enterContext(self.office.new_document(hidden=False))
        team.fill(document, language, leads)
        return document

    def test_page_one_says_what_the_data_says(self):
        for language in ("en", "ja"):
            with self.subTest(language):
                document = self.open_team(language)
                pdf = self.office.directory / f"summary-{language}.pdf"
                outcome = run(self.office, "summary", document, pdf=str(pdf), paper="a4")
                self.assertIn(team.WEEK, outcome)
                self.check_figures(document, language)
                self.check_charts(document, language)
                self.check_pdf(pdf, language)

    def check_figures(self, document, language):
        words = team.WORDS[language]
        sheet = summary_sheet(document, language)
        self.assertEqual(len(sheet.queryFormulaCells(FORMULA_ERRORS).RangeAddresses), 0)
        _, hand_off = block(document, "handoff")
        rejected = 8
        self.assertEqual(hand_off[1][1], 30)
        self.assertEqual(hand_off[1][3], rejected)
        self.assertEqual(hand_off[1][7], 3)
        texts, reasons = block(document, "reasons")
        counts = {row[0]: row[1] for row in reasons[1:9] if row[0]}
        self.assertEqual(sorted(counts.values(), reverse=True), list(counts.values()))
        self.assertEqual(counts[words["budget"]], 8)
        self.assertEqual(counts[words["timing"]], 5)
        self.assertEqual(counts["No owner" if language == "en" else "担当者なし"], 9)
        self.assertEqual(counts["No answer yet" if language == "en" else "未応答"], 3)
        self.assertEqual([row[1] for row in reasons[9:]], [0, 27])  # others, all together
        _, goals = block(document, "goals")
        revenue = next(row for row in goals if str(row[0]).startswith(words["goals"][0][0]))
        self.assertEqual(revenue[1:3], [250e6, 182e6])
        elapsed = 53 / 92  # 1 October to 22 November of 92 days
        self.assertAlmostEqual(revenue[3], 250e6 * elapsed)
        self.assertAlmostEqual(revenue[4], 0.728)
        self.assertAlmostEqual(revenue[5], 182 / 250 / elapsed)
        self.assertIn("▲", revenue[7])
        sentence = block(document, "sentence")[0][-1][0]
        self.assertIn("73 %" if language == "en" else "73%", sentence)
        self.assertIn("27 of 30" if language == "en" else "27件", sentence)
        self.assertIn(team.WEEK, block(document, "title")[0][0][0])
        agenda = block(document, "agenda")[0]
        self.assertEqual(len([row for row in agenda if row[1]]), 3, agenda)

    def check_charts(self, document, language):
        found = charts(summary_sheet(document, language))
        self.assertEqual({name: series_count(model) for name, model in found.items()}, CHARTS)
        for name, model in found.items():
            title = "".join(part.String for part in model.getTitleObject().getText())
            self.assertTrue(title, name)
            self.assertEqual(language == "ja", any(ord(letter) > 0x3000 for letter in title), title)

    def check_pdf(self, pdf, language):
        self.assertEqual(pages(pdf), 3)
        said = text(pdf)
        first = said.split("\f")[0]
        for word in [team.WEEK, "250", "27", "Agenda" if language == "en" else "議題", "Actions" if language == "en" else "アクション"]:
            self.assertIn(word, first)
        self.assertNotIn("Err:", said)
        self.assertNotIn("#", said.replace("#N", "#"))

    def test_refreshing_again_keeps_what_people_wrote_and_adds_nothing(self):
        document = self.open_team("en")
        run(self.office, "summary", document)
        sheet = summary_sheet(document)
        goal = document.component.NamedRanges.getByName("_kh_summary_goals").getReferredCells().getCellByPosition(0, 2)
        goal.CharWeight = 150.0
        sheet.getCellRangeByName("J4").String = "ours"
        sheet.Annotations.insertNew(sheet.getCellRangeByName("K5").CellAddress, "look at this")
        action = document.component.NamedRanges.getByName("KakehashiSummaryActions").getReferredCells()
        action.getCellByPosition(0, 0).String = "=call them back"
        action.getCellByPosition(4, 0).String = "Sato"
        run(self.office, "summary", document)
        self.assertEqual(action.getCellByPosition(6, 0).String, team.WEEK)
        before = self.without_time(snapshot(document))
        run(self.office, "summary", document)
        self.assertEqual(self.without_time(snapshot(document)), before)
        self.assertEqual(goal.CharWeight, 150.0)
        self.assertEqual(sheet.getCellRangeByName("J4").String, "ours")
        self.assertEqual(len([note for note in sheet.Annotations if note.String == "look at this"]), 1)
        self.assertEqual(action.getCellByPosition(0, 0).String, "=call them back")
        self.assertEqual(len(charts(sheet)), len(CHARTS))

    @staticmethod
    def without_time(cells):
        """The history says when a figure was frozen."""
        return {name: [row[:1] + row[2:] for row in rows] if name == "History" else rows for name, rows in cells.items()}

    def test_open_actions_go_on_to_the_next_week_and_done_ones_to_the_history(self):
        document = self.open_team("en")
        run(self.office, "summary", document)
        table = document.component.NamedRanges.getByName("KakehashiSummaryActions").getReferredCells()
        for row, (what, done) in enumerate([("Form with budget", ""), ("New leaflet", "✓"), ("Call back", "")]):
            table.getCellByPosition(0, row).String = what
            table.getCellByPosition(7, row).String = done
        history = document.component.Sheets.getByName("History")
        run(self.office, "summary", document, week="2026-W48")
        self.assertEqual([table.getCellByPosition(0, row).String for row in range(3)], ["Form with budget", "Call back", ""])
        self.assertEqual([table.getCellByPosition(6, row).String for row in range(2)], [team.WEEK] * 2)
        cursor = history.createCursor()
        cursor.gotoEndOfUsedArea(False)
        rows = history.getCellRangeByPosition(0, 0, 8, cursor.RangeAddress.EndRow).getDataArray()
        self.assertEqual(len([row for row in rows if row[2] == "Actions" and row[3] == "New leaflet"]), 1)
        revenue = [row for row in rows if row[3] == "Revenue"]
        self.assertEqual([(row[0], row[4], row[5]) for row in revenue],
                         [(team.WEEK, 182e6, 250e6), ("2026-W48", 182e6, 250e6)])
        self.assertIn("2026-W48", block(document, "title")[0][0][0])

    def test_a_day_that_somebody_typed_stays_until_it_is_cleared(self):
        document = self.open_team("en")
        run(self.office, "summary", document)
        controller = document.component.CurrentController
        day = document.component.NamedRanges.getByName("KakehashiSummaryDay").getReferredCells().getCellByPosition(0, 0)
        note = block(document, "sentence")[0][0][0]
        latest = day.String
        day.setFormula("2026-10-28")
        self.assertIn("2026-W44", block(document, "title")[0][0][0])
        self.assertNotEqual(block(document, "sentence")[0][0][0], note)
        controller.setActiveSheet(document.component.Sheets.getByIndex(0))
        outcome = run(self.office, "summary", document)
        self.assertEqual(controller.ActiveSheet.Name, TITLES["en"])
        self.assertIn("2026-W44", outcome)
        self.assertIn("clear it", outcome)
        self.assertEqual(day.String, "2026-10-28")
        # Without a day the page is about the latest week at once, and a refresh says which.
        day.setFormula("")
        self.assertIn(team.WEEK, block(document, "title")[0][0][0])
        self.assertEqual(block(document, "sentence")[0][0][0], note)
        run(self.office, "summary", document)
        self.assertEqual(day.String, latest)
        # A week that the command is given counts like a typed day.
        run(self.office, "summary", document, week="2026-W44")
        self.assertIn("2026-W44", run(self.office, "summary", document))
        self.assertIn(team.WEEK, run(self.office, "summary", document, week="latest"))
        day.setFormula("2026-12-24")
        self.assertIn("had not begun", block(document, "sentence")[0][0][0])

    def test_one_undo_takes_it_back(self):
        document = self.open_team("en")
        document.recalculate()
        before = snapshot(document)
        run(self.office, "summary", document)
        document.undo()
        self.assertEqual(differences(before, snapshot(document)), [])

    def test_an_empty_workbook_is_told_what_is_missing_and_filled_later(self):
        document = self.enterContext(self.office.new_document(hidden=False))
        document.sheet().put("A1", [["ID", "Created"]])
        document.sheet().formula("D1", "=LEAD.TABLE(A1:B1)")
        run(self.office, "summary", document)
        sheet = summary_sheet(document)
        self.assertEqual(len(sheet.queryFormulaCells(FORMULA_ERRORS).RangeAddresses), 0)
        self.assertTrue(any("No goals yet" in cell for row in block(document, "goalsheading")[0] for cell in row))
        self.assertTrue(any("No leads yet" in cell for row in block(document, "funnelheading")[0] for cell in row))
        self.assertEqual(charts(sheet), {})

    def test_charts_make_room_for_goals_that_come_later(self):
        document = self.open_team("en")
        goals = document.component.NamedRanges.getByName("KakehashiGoalsData").getReferredCells()
        rows = goals.getDataArray()
        goals.setDataArray([rows[0]] + [("",) * len(row) for row in rows[1:]])
        run(self.office, "summary", document)
        sheet = summary_sheet(document)
        self.assertNotIn("goalsbars", charts(sheet))
        goals.setDataArray(rows)
        run(self.office, "summary", document)
        shapes = [sheet.DrawPage.getByIndex(i) for i in range(sheet.DrawPage.Count)]
        self.kept.append(shapes)
        places = {shape.Name: area(shape) for shape in shapes if shape.Name.startswith("kh_")}
        self.assertIn("kh_summary_goalsbars", places)
        places["goals"] = area(document.component.NamedRanges.getByName("_kh_summary_goals").getReferredCells())
        places["funnel"] = area(document.component.NamedRanges.getByName("_kh_summary_funnel").getReferredCells())
        names = sorted(places)
        self.assertEqual([(a, b) for a in names for b in names if a < b and overlap(places[a], places[b])], [])

        # More goals than the chart has room for: it grows, and what stands below makes room again.
        width, sheet_of_goals = len(rows[0]), goals.getSpreadsheet()
        sheet_of_goals.getCellRangeByPosition(0, len(rows), width - 1, len(rows) + 7).setDataArray(
            [(f"Goal {row}",) + rows[-1][1:] for row in range(8)])
        document.component.NamedRanges.getByName("KakehashiGoalsData").setContent(
            f"$'{sheet_of_goals.Name}'.$A$1:${chr(64 + width)}${len(rows) + 8}")
        run(self.office, "summary", document)
        grown = {shape.Name: area(shape) for shape in shapes if shape.Name == "kh_summary_goalsbars"}
        grown["funnel"] = area(document.component.NamedRanges.getByName("_kh_summary_funnel").getReferredCells())
        heights = [bottom - top for _, top, _, bottom in (grown["kh_summary_goalsbars"], places["kh_summary_goalsbars"])]
        self.assertGreater(*heights)
        self.assertFalse(overlap(grown["kh_summary_goalsbars"], grown["funnel"]))

    def test_without_handles_or_with_an_unknown_week_nothing_is_changed(self):
        with self.office.new_document(hidden=False) as document:
            self.assertIn("LEAD.TABLE", reason(self.office, "summary", document))
            self.assertEqual(document.component.Sheets.Count, 1)
        document = self.open_team("en")
        before = snapshot(document)
        self.assertIn("2026-W47", reason(self.office, "summary", document, week="yesterday"))
        self.assertEqual(differences(before, snapshot(document)), [])

    def test_teams_are_rolled_up_and_files_that_cannot_be_read_are_said(self):
        folder = self.office.directory / "teams"
        for name, count in [("north", 30), ("south", 0)]:
            with self.office.new_document(hidden=False) as document:
                team.fill(document, "en", team.last_week(team.WORDS["en"]) if count else team.lead_rows(team.WORDS["en"], 300))
                document.recalculate()
                self.store(document, folder / f"{name}.ods")
        (folder / "broken.ods").write_bytes(b"PK no workbook")
        made = self.office.directory / "all.ods"
        outcome = run(self.office, "rollUp", folder=str(folder), file=str(made), language="en")
        self.assertIn("2", outcome)
        with self.office.load(made, hidden=False) as document:
            _, teams = block(document, "teams", "rollup")
            self.assertEqual([row[0] for row in teams[1:]], ["north", "south", "All teams"])
            self.assertEqual([row[2] for row in teams[1:]], [30, 30, 60])
            self.assertEqual([row[6] for row in teams[1:]], [3, 3, 6])
            problems, _ = block(document, "problems", "rollup")
            self.assertEqual([row[0] for row in problems[1:]], ["broken.ods"])
            _, goals = block(document, "goals", "rollup")
            revenue = [row for row in goals if row[1] == "All teams"][0]
            self.assertEqual(revenue[2:4], [500e6, 364e6])

    def store(self, document, path):
        import os
        path.parent.mkdir(exist_ok=True)
        if os.geteuid() == 0:
            os.chown(path.parent, 65534, 65534)
        document.store(path)


if __name__ == "__main__":
    unittest.main()
