"""Commands: their menu in both languages, calls from outside, one undo step, errors, cancelling."""

import os
import unittest

import uno

from commands import call_soffice, reason, run, snapshot
from material import OXT
from office import Office

FAILURE, SUCCESS = 0, 1  # com.sun.star.frame.DispatchResultState
LEADS = [["ID", "Source", "Employees"], ["L-1", "Web", 240], ["L-2", "Web", 80], ["L-3", "Trade show", 500]]


class Commands(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = cls.enterClassContext(Office(oxt=OXT))

    def setUp(self):
        self.document = self.office.new_document(hidden=False)
        self.addCleanup(lambda: self.document.close())  # a test may have put another one here
        self.sheet = self.document.sheet()
        self.sheet.put("A1", LEADS)
        self.sheet.formula("E1", "=LEAD.TABLE(A1:C4)")
        self.sheet.formula("E2", '=LEAD.COUNT(E1;"Source = Web")')
        self.sheet.formula("E3", '=LEAD.COUNT(E1;"Nothing = 1")')
        self.sheet.formula("E4", "=SUM(C2:C4)")
        self.document.component.UndoManager.clear()
        self.document.component.setModified(False)

    def undo_titles(self):
        return self.document.component.UndoManager.getAllUndoActionTitles()

    def dispatch(self, url):
        return self.document.dispatch(url, interactive="no")

    def test_a_command_is_one_undo_step_with_its_name(self):
        before = snapshot(self.document)
        outcome = run(self.office, "freeze", self.document)
        self.assertEqual(outcome, "Replaced 3 formulas by their values.")
        self.assertEqual(self.sheet.cells("E2").getCellByPosition(0, 0).getFormula(), "2")
        self.assertEqual(self.sheet.shown("E3"), "#N/A")
        self.assertEqual(self.sheet.cells("E4").getCellByPosition(0, 0).getFormula(), "=SUM(C2:C4)")
        self.assertEqual(self.undo_titles(), ("Formulas to Values",))
        self.document.undo()
        self.assertEqual(snapshot(self.document), before)

    def test_array_formulas_become_values_as_a_whole_and_come_back(self):
        self.sheet.array_formula("G1:G3", '=LEAD.COUNT(E1;"Source = Web")+{0|1|2}')
        before = snapshot(self.document)
        run(self.office, "freeze", self.document)
        self.assertEqual([row[0] for row in self.sheet.results("G1:G3")], [2, 3, 4])
        self.assertEqual(self.sheet.cells("G2").getCellByPosition(0, 0).getFormula(), "3")
        self.document.undo()
        self.assertEqual(snapshot(self.document), before)

    def test_a_cancelled_command_leaves_everything_as_it_was(self):
        before = snapshot(self.document)
        for steps in range(3):
            message = reason(self.office, "freeze", self.document, cancelAfter=str(steps))
            self.assertEqual(message, "Cancelled; nothing was changed.")
            self.assertEqual(snapshot(self.document), before)
            self.assertEqual(self.undo_titles(), ())
            self.assertEqual(self.document.component.UndoManager.getAllRedoActionTitles(), ())
            self.assertFalse(self.document.component.isModified())

    def test_a_dispatch_gives_the_outcome(self):
        event = self.dispatch("org.kakehashi:recalculate")
        self.assertEqual((event.State, event.Result), (SUCCESS, "Read 1 tables and playbooks again."))
        self.assertEqual(self.undo_titles(), ())

    def test_a_dispatch_gives_the_reason_of_an_error(self):
        self.sheet.formula("E1", "")
        event = self.dispatch("org.kakehashi:recalculate")
        self.assertEqual(event.State, FAILURE)
        self.assertIn("there is nothing to read again", event.Result)

    def test_an_argument_may_stand_in_the_url(self):
        event = self.dispatch("org.kakehashi:recalculate?language=fr")
        self.assertIn("“fr” is not known", event.Result)

    def test_unknown_commands_and_arguments_are_named(self):
        self.assertIn("There is no command “sumary”", reason(self.office, "sumary", self.document))
        self.assertIn("no argument “wek”", reason(self.office, "recalculate", self.document, wek="1"))

    def test_help_is_about_the_function_in_the_selected_cell(self):
        self.document.component.CurrentController.select(self.sheet.cells("E2"))
        self.check_help("org.kakehashi:help", "en/LEAD.COUNT.html")
        self.document.component.CurrentController.select(self.sheet.cells("A1"))
        self.check_help("org.kakehashi:help", "en/index.html")
        self.check_help("org.kakehashi:help?topic=handoff&language=ja", "ja/handOff.html")
        self.assertIn("no help about “nothing”", self.dispatch("org.kakehashi:help?topic=nothing").Result)
        self.assertIn("no argument “file”", reason(self.office, "help", file="a.ods"))

    def test_help_without_a_browser_says_where_the_page_is(self):
        self.assertIn("/help/en/index.html", reason(self.office, "help", topic="index", interactive="yes"))

    def check_help(self, url, page):
        event = self.dispatch(url)
        self.assertEqual((event.State, event.Result.split("/help/")[1]), (SUCCESS, page))
        self.assertTrue(os.path.isfile(uno.fileUrlToSystemPath(event.Result)))
        self.assertEqual(self.undo_titles(), ())

    def test_calc_asks_whether_a_command_is_enabled(self):
        frame = self.document.component.CurrentController.Frame
        url = uno.createUnoStruct("com.sun.star.util.URL", Complete="org.kakehashi:recalculate")
        self.assertIsNotNone(frame.queryDispatch(url, "", 0))
        url.Complete = "org.kakehashi:nothing"
        self.assertIsNone(frame.queryDispatch(url, "", 0))

    def test_a_protected_sheet_is_named(self):
        before = snapshot(self.document)
        self.sheet.object.protect("")
        message = reason(self.office, "freeze", self.document)
        self.assertIn("“Sheet1” is protected", message)
        self.assertEqual(snapshot(self.document), before)

    def test_a_read_only_document_stays_as_it_is(self):
        path = self.document.store(self.office.directory / "readonly.ods")
        with self.office.load(path, hidden=False, ReadOnly=True) as document:
            before = snapshot(document)
            self.assertIn("open read-only", reason(self.office, "freeze", document))
            self.assertEqual(snapshot(document), before)

    def test_a_hidden_document_is_refused(self):
        with self.office.new_document(hidden=True) as document:
            document.sheet().put("A1", LEADS)
            document.sheet().formula("E1", "=LEAD.TABLE(A1:C4)")
            self.assertIn("loaded hidden", reason(self.office, "freeze", document))

    def test_a_file_is_changed_saved_and_closed(self):
        path = self.document.store(self.office.directory / "team work.ods")
        self.assertEqual(run(self.office, "freeze", File=str(path)), "Replaced 3 formulas by their values.")
        with self.office.load(path) as document:
            self.assertEqual(document.sheet().cells("E2").getCellByPosition(0, 0).getFormula(), "2")
        self.assertEqual([entry.name for entry in path.parent.glob(".*.new")], [])

    def test_a_copy_can_be_saved_instead(self):
        path = self.document.store(self.office.directory / "original.ods")
        content = path.read_bytes()
        copy = self.office.directory / "copy.xlsx"
        run(self.office, "freeze", file=str(path), saveAs=str(copy))
        self.assertEqual(path.read_bytes(), content)
        with self.office.load(copy) as document:
            self.assertEqual(document.sheet().result("E2"), 2)

    def test_a_file_that_cannot_be_written_stays_as_it_is(self):
        path = self.document.store(self.office.directory / "kept.ods")
        content = path.read_bytes()
        os.chmod(path, 0o444)
        message = reason(self.office, "freeze", file=str(path))
        self.assertRegex(message, "read-only|you may not write there")
        self.assertEqual(path.read_bytes(), content)
        message = reason(self.office, "freeze", file=str(path), saveAs=str(path.parent / "no/such.ods"))
        self.assertRegex(message, "read-only|there is no such folder")

    def test_files_that_are_none_of_ours(self):
        self.assertIn("there is no such file", reason(self.office, "freeze", file="/no/such.ods"))
        self.assertIn("must end with .ods", reason(self.office, "freeze", self.document, saveAs="/tmp/a.doc"))
        broken = self.office.directory / "broken.ods"
        broken.write_bytes(b"PK\x03\x04 this is no workbook")
        self.assertIn("could not be opened", reason(self.office, "freeze", file=str(broken)))

    def test_from_the_command_line(self):
        path = self.document.store(self.office.directory / "100% cron.ods")
        self.document.close()
        self.office.stop()
        try:
            output, well = call_soffice(self.office, f"freeze&file={path}")
            wrong, wrong_well = call_soffice(self.office, "freeze&file=/no/such.ods")
        finally:
            self.office.start()
            self.document = self.office.new_document()
        self.assertIn("Replaced 3 formulas by their values.", output)
        self.assertIn("kakehashi: “/no/such.ods” could not be opened: there is no such file.", wrong)
        self.assertEqual((well, wrong_well), (True, False))
        with self.office.load(path) as document:
            self.assertEqual(document.sheet().cells("E2").getCellByPosition(0, 0).getFormula(), "2")


class Menu(unittest.TestCase):
    """The menu bar of a running office, seen through the accessibility API as screen readers see it."""

    MENU_BAR = 35  # com.sun.star.accessibility.AccessibleRole

    def menus(self, document):
        window = document.component.CurrentController.Frame.ContainerWindow
        if not hasattr(window, "getAccessibleContext"):
            self.skipTest("SKIPPED: LibreOffice 26.8 shows its windows to screen readers only, not through UNO")
        window = window.getAccessibleContext()
        parts = [window.getAccessibleChild(i).getAccessibleContext() for i in range(window.getAccessibleChildCount())]
        bar = next(part for part in parts if part.getAccessibleRole() == self.MENU_BAR)
        return [bar.getAccessibleChild(i).getAccessibleContext() for i in range(bar.getAccessibleChildCount())]

    def check(self, language, own, following):
        with Office(oxt=OXT, ui_language=language) as office, office.new_document(hidden=False) as document:
            menus = self.menus(document)
            names = [menu.getAccessibleName() for menu in menus]
            self.assertIn(own, names)
            self.assertEqual(names[names.index(own) + 1 :], following)
            self.assertGreater(menus[names.index(own)].getAccessibleChildCount(), 1)

    def test_it_stands_before_help(self):
        self.check("en-US", "Kakehashi", ["Window", "Help"])

    def test_it_stands_before_help_in_japanese(self):
        self.check("ja", "架け橋(K)", ["ウィンドウ(W)", "ヘルプ(H)"])


if __name__ == "__main__":
    unittest.main()
