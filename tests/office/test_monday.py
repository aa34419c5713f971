"""Monday morning, by the commands alone: from the files of CRMs as people get them to a finished summary."""

import itertools
import unittest

from commands import run
from material import DATA, OXT, needs_data
from office import Office
from test_summary import FORMULA_ERRORS, charts, pages, series_count, summary_sheet, text

LANGUAGES = ("en", "ja")
WEEK = "2017-W52"  # the last one of maven-crm
HEADINGS = {
    "en": ["Weekly summary", "Goals in three layers", "Funnel against the period before", "Hand-off", "Agenda", "Actions"],
    "ja": ["週次サマリー", "3層の目標", "ファネル（前期間との比較）", "引き渡し", "議題", "アクション"],
}


class Monday(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = cls.enterClassContext(Office(oxt=OXT))

    def check_sheet(self, document, language):
        sheet = summary_sheet(document, language)
        self.assertEqual(len(sheet.queryFormulaCells(FORMULA_ERRORS).RangeAddresses), 0)
        for name, model in charts(sheet).items():
            self.assertGreater(series_count(model), 0, name)
            self.assertTrue("".join(part.String for part in model.getTitleObject().getText()), name)
        return sheet

    def check_pdf(self, pdf, language):
        said = text(pdf)
        for heading in HEADINGS[language]:
            self.assertIn(heading, said.split("\f")[0])
        self.assertNotIn("Err:", said)
        self.assertNotIn("###", said)
        return pages(pdf)

    @needs_data("maven-crm")
    def test_maven_becomes_a_summary(self):
        pipeline = str(self.office.share(DATA / "maven-crm" / "sales_pipeline.csv"))
        for language, paper in zip(LANGUAGES, ("letter", "a4")):
            with self.subTest(language):
                file, pdf = (str(self.office.directory / f"maven-{language}.{kind}") for kind in ("ods", "pdf"))
                run(self.office, "new", file=file, language=language)
                run(self.office, "import", file=file, **{"from": pipeline})
                if language == "en":
                    self.check_first_of_old_data(file, pdf, paper)
                outcome = run(self.office, "summary", file=file, pdf=pdf, week=WEEK, paper=paper)
                self.assertIn(WEEK, outcome)
                self.assertIn(self.check_pdf(pdf, language), (2, 3))
                with self.office.load(file, hidden=False) as document:
                    sheet = self.check_sheet(document, language)
                    self.assertIn("funnelbars", charts(sheet))

    def check_first_of_old_data(self, file, pdf, paper):
        advice = "No lead came in after 2017-12-27: type a day up to then into B3, and run Kakehashi ▸ Weekly Summary again."
        self.assertIn(advice, run(self.office, "summary", file=file, pdf=pdf, paper=paper))
        said = " ".join(text(pdf).split())
        for words in (advice, "No lead came in during this period or the one before.", "No lead was handed off in this period.",
                      "Is the lead list up to date", "Nothing happened in these twelve weeks."):
            self.assertIn(words, said)
        self.assertNotIn("more than 5 % off.", said)

    @needs_data("maven-crm")
    def test_page_one_holds_every_goal_of_the_new_workbook(self):
        pdf = self.office.directory / "goals.pdf"
        for language in LANGUAGES:
            with self.subTest(language), self.office.new_document(hidden=False) as document:
                pipeline = str(self.office.share(DATA / "maven-crm" / "sales_pipeline.csv"))
                run(self.office, "import", document, language=language, **{"from": pipeline})
                goals = document.component.NamedRanges.getByName("KakehashiGoalsData").getReferredCells()
                rows = [row for row in goals.getDataArray()[:50] if row[0] != ""]
                target = rows[0].index({"en": "Target", "ja": "目標値"}[language])
                for row in range(1, len(rows)):
                    goals.getCellByPosition(target, row).Value = 10 * row
                run(self.office, "summary", document, pdf=str(pdf), week=WEEK)
                self.check_sheet(document, language)
                self.assertIn(self.check_pdf(pdf, language), (2, 3))
                first = text(pdf).split("\f")[0]
                for row in rows[1:]:
                    self.assertIn(row[0], first)

    @needs_data("crm-exports")
    def test_every_export_becomes_a_summary(self):
        pdf = self.office.directory / "week.pdf"
        languages = itertools.cycle(LANGUAGES)
        for path in sorted((DATA / "crm-exports").glob("*.csv")):
            language = next(languages)
            with self.subTest(path.name), self.office.new_document(hidden=False) as document:
                run(self.office, "import", document, language=language, **{"from": str(self.office.share(path))})
                run(self.office, "summary", document, pdf=str(pdf))
                self.check_sheet(document, language)
                self.assertIn(self.check_pdf(pdf, language), (2, 3))


if __name__ == "__main__":
    unittest.main()
