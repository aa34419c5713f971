"""The dialogs of both imports, used as people and assistive programs use them, in English and Japanese."""

import unittest

import browser
from commands import run, snapshot
from dialogs import Dialog, can_be_driven
from material import OXT
from office import Office
from postgres import PASSWORD, USER, Postgres, programs

CANCELLED = "Cancelled; nothing was changed."
FILE = "ID;Firma;Betrag;Fax\n1;Müller;1,5;x\n2;Meier;2,5;y\n3;zu;viele;Zellen;hier\n"
LISTS = ["Character set", "Separator", "Line of the headers", "Import into"]
COLUMNS, PLACE = "Columns, where they go, and their first rows", "The selected column goes into"


class Windows(unittest.TestCase):
    """What both classes below have in common: an office whose windows nobody sees."""

    @classmethod
    def setUpClass(cls):
        cls.office = cls.enterClassContext(Office(oxt=OXT, display="unseen", environment=browser.ENVIRONMENT))

    def setUp(self):
        self.document = self.office.new_document(hidden=False)
        self.addCleanup(lambda: self.document.close())

    def file(self, text=FILE, encoding="cp1252"):
        path = self.office.directory / "leads.csv"
        path.write_bytes(text.encode(encoding))
        return {"from": str(self.office.share(path))}


class Opened(Windows):
    def test_both_dialogs_open_and_close_without_a_change(self):
        before = snapshot(self.document)
        for command, arguments, label in (("import", self.file(), "File: leads.csv"),
                                          ("importDatabase", {}, "~Query (one SELECT)")):
            with self.subTest(command):
                with Dialog(self.office, command, self.document, **arguments) as dialog:
                    self.assertIn(label, dialog.plain_texts())
                    dialog.end()
                self.assertEqual(dialog.outcome, CANCELLED)
                self.assertEqual(snapshot(self.document), before)


class Driven(Windows):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if not can_be_driven(cls.office):
            raise unittest.SkipTest("SKIPPED: this LibreOffice lets nobody outside drive its dialogs")

    def column(self, header):
        sheet = self.document.sheet("Leads").object
        headers = sheet.getCellRangeByPosition(0, 2, 60, 2).getDataArray()[0]
        place = headers.index(header)
        return [row[0] for row in sheet.getCellRangeByPosition(place, 3, place, 4).getDataArray()]

    def test_what_was_found_out_is_shown_and_cancel_changes_nothing(self):
        before = snapshot(self.document)
        with Dialog(self.office, "import", self.document, **self.file()) as dialog:
            self.assertEqual(dialog.title(), "Import")
            for name in LISTS + [COLUMNS, PLACE, "Help", "Cancel", "OK"]:
                self.assertIn(name, dialog.names())
            self.assertEqual([dialog.selected(name) for name in LISTS], ["windows-1252", "semicolon", "1", "Leads"])
            self.assertIn("File: leads.csv", dialog.texts())
            self.assertIn("2 rows, 4 columns. 1 line cannot be used (line 4: has 5 cells, the table only 4 columns: a "
                          "delimiter inside a text?).\nNo column is recognised as the created date or a stage. If the file has one, "
                          "choose below where it goes.", dialog.texts())
            self.assertEqual(dialog.items(COLUMNS), [
                "ID → ID · texts: 1 | 2", "Firma → New column: Firma · texts: Müller | Meier",
                "Betrag → New column: Betrag · numbers: 1,5 | 2,5", "Fax → New column: Fax · texts: x | y"])
            self.assertEqual(dialog.selected(PLACE), "ID")
            dialog.press("Help")
            self.assertTrue(browser.shown(self.office).endswith("/help/en/import.html"))
            dialog.choose("Separator", "comma")
            self.assertEqual(len(dialog.items(COLUMNS)), 2)
            dialog.choose("Line of the headers", "None")
            self.assertEqual([item[:8] for item in dialog.items(COLUMNS)], ["Column 1", "Column 2"])
            dialog.choose("Import into", "Spend")
            self.assertIn("Channel", dialog.items(PLACE))
            dialog.press("Cancel")
        self.assertEqual(dialog.outcome, CANCELLED)
        self.assertEqual(snapshot(self.document), before)

    def test_columns_go_where_people_send_them_this_time_and_the_next(self):
        with Dialog(self.office, "import", self.document, **self.file()) as dialog:
            dialog.choose(COLUMNS, "Betrag →")
            self.assertEqual(dialog.selected(PLACE), "New column: Betrag")
            dialog.choose(PLACE, "Amount")
            dialog.choose(COLUMNS, "Firma →")
            dialog.choose(PLACE, "Company")
            dialog.choose(COLUMNS, "Fax →")
            dialog.choose(PLACE, "Left out")
            dialog.choose(COLUMNS, "Betrag →")
            self.assertEqual(dialog.selected(PLACE), "Amount")
            self.assertEqual(dialog.items(COLUMNS)[2:], ["Betrag → Amount · numbers: 1,5 | 2,5",
                                                         "Fax → Left out · texts: x | y"])
            dialog.press("OK")
        self.assertIn("2 rows, 2 of them new", dialog.outcome)
        self.assertEqual(self.column("Company"), ["Müller", "Meier"])
        self.assertEqual(self.column("Amount"), [1.5, 2.5])
        with self.assertRaises(ValueError):
            self.column("Fax")
        with Dialog(self.office, "import", self.document, **self.file()) as dialog:
            dialog.choose(COLUMNS, "Fax →")
            self.assertEqual(dialog.selected(PLACE), "Left out")
            dialog.choose(PLACE, "New column: Fax")
            dialog.press("OK")
        self.assertEqual(self.column("Fax"), ["x", "y"])

    def test_what_cannot_be_imported_cannot_be_confirmed(self):
        run(self.office, "new", language="en", file=str(self.office.directory / "team.ods"))
        with self.office.load(self.office.directory / "team.ods", hidden=False) as team:
            team.component.Sheets.getByName("Spend").protect("")
            with Dialog(self.office, "import", team, **self.file()) as dialog:
                dialog.choose("Import into", "Spend")
                self.assertFalse(dialog.is_enabled("OK"))
                self.assertTrue(any("is protected" in text for text in dialog.texts()), dialog.texts())
                dialog.choose("Import into", "Leads")
                self.assertTrue(dialog.is_enabled("OK"))
                dialog.press("Cancel")

    @unittest.skipUnless(programs(), "SKIPPED: PostgreSQL is not installed")
    def test_a_query_is_shown_before_it_runs_and_remembered_without_the_password(self):
        with Postgres() as server:
            server.sql("create table deals as select g as id, 'c' || g as firm from generate_series(1, 150) as g")
            query = "select * from deals order by id"
            before = snapshot(self.document)
            with Dialog(self.office, "importDatabase", self.document) as dialog:
                self.assertFalse(dialog.is_enabled("OK"))
                dialog.write("Data source or address", server.url)
                dialog.write("User", USER)
                dialog.write("Password (not kept)", "wrong")
                dialog.write("Query (one SELECT)", query)
                dialog.press("Show Rows")
                self.assertFalse(dialog.is_enabled("OK"))
                self.assertTrue(any("name or password is wrong" in text for text in dialog.texts()), dialog.texts())
                dialog.write("Password (not kept)", PASSWORD)
                dialog.press("Show Rows")
                self.assertTrue(dialog.is_enabled("OK"))
                self.assertIn("The first 100 rows; OK brings all.\n100 rows, 2 columns.\nNo column is recognised as "
                          "the created date or a stage. If the file has one, choose below where it goes.", dialog.texts())
                dialog.write("Query (one SELECT)", query + " ")
                self.assertFalse(dialog.is_enabled("OK"))  # these are not the rows of that query
                self.assertEqual(snapshot(self.document), before)
                dialog.press("Show Rows")
                dialog.choose(COLUMNS, "firm →")
                dialog.choose(PLACE, "Company")
                dialog.press("OK")
            self.assertIn("150 rows, 150 of them new", dialog.outcome)
            self.assertEqual(self.column("Company"), ["c1", "c2"])
            with Dialog(self.office, "importDatabase", self.document) as dialog:
                shown = [dialog._control(name).getText() for name in (
                    "Data source or address", "User", "Password (not kept)", "Query (one SELECT)")]
                dialog.press("Cancel")
            self.assertEqual(shown, [server.url, USER, "", query + " "])
            self.assertEqual(dialog.outcome, CANCELLED)


class Japanese(unittest.TestCase):
    def test_the_dialogs_speak_japanese(self):
        with Office(oxt=OXT, ui_language="ja", display="unseen") as office, office.new_document() as document:
            path = office.directory / "leads.csv"
            if not can_be_driven(office):
                self.skipTest("SKIPPED: this LibreOffice lets nobody outside drive its dialogs")
            path.write_bytes("番号,会社名\n1,架け橋\n".encode("cp932"))
            for command, arguments in (("import", {"from": str(office.share(path))}), ("importDatabase", {})):
                with Dialog(office, command, document, **arguments) as dialog:
                    texts = dialog.texts() + dialog.names()
                    for text in texts:
                        self.assertRegex(text, "[ぁ-んァ-ン一-龥]|^(OK|)$")
                    if command == "importDatabase" and programs():
                        dialog.write("データソースまたは接続先(D)", "sdbc:postgresql:host=127.0.0.1 port=1")
                        dialog.write("クエリ（SELECT 文 1つ）(Q)", "select 1")
                        dialog.press("行を表示(R)")
                        dialog.wait_for_text("データベースサーバーが応答しません。")
                    dialog.press(next(name for name in dialog.names() if name.startswith("キャンセル")))
                self.assertEqual(dialog.outcome, "中止しました。何も変更していません。")


if __name__ == "__main__":
    unittest.main()
